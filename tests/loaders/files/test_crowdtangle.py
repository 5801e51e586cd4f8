"""CrowdTangle: zones by name in each row, reactions added up, objects inside cells."""

import pandas as pd

from tests.loaders.files.sample_exports import codes, one, sample, utc

REPORT = "crowdtangle/2023-05-24-14-48-56-EDT-Historical-Report-Waterstad-2022-05-24--2023-05-24.csv"


def test_each_row_names_its_zone() -> None:
    (batch,) = sample(REPORT)
    assert utc(batch.posts) == ["2023-05-24 16:48", "2023-01-10 12:05", "2022-11-06 04:30", "2022-10-01 13:00"]
    (group,) = sample("crowdtangle/2020_group.csv")
    assert utc(group.posts) == ["2020-04-02 13:30", "2020-02-02 14:30"]


def test_likes_are_all_reactions() -> None:
    (batch,) = sample(REPORT)
    assert batch.posts["likes"].tolist() == [1100, 6, 21, 3]  # 1,000 + 60 + 10 + 5 + 15 + 9 + 1
    assert batch.posts["text"][1] == "Nieuwe afvalkalender"  # from the link: the message is empty


def test_a_total_that_is_not_the_sum_is_told() -> None:
    (batch,) = sample(REPORT)
    told = next(warning for warning in batch.warnings if warning.message.code == "total_differs")
    assert told.rows == (5,)
    checks = {check.name: (check.checked, check.failed) for check in batch.checks}
    assert checks == {"parts_and_total": (4, 1), "named_range": (4, 0)}


def test_missing_reactions_are_no_zero() -> None:
    (group,) = sample("crowdtangle/2020_group.csv")
    assert group.posts["likes"].isna().tolist() == [False, True]
    assert group.posts["comments"].isna().tolist() == [False, True]


def test_objects_in_cells_and_as_json() -> None:
    facebook, instagram = sample("crowdtangle/api_posts.csv")
    assert (facebook.platform, instagram.platform) == ("facebook", "instagram")
    assert facebook.posts["likes"].tolist() == [15]  # what was counted, not what was expected
    assert facebook.posts["account"].tolist() == ["gemeentewaterstad"]
    assert instagram.posts["shares"].isna().all()
    (answer,) = sample("crowdtangle/api_answer.json")
    pd.testing.assert_frame_equal(
        answer.posts[["likes", "comments", "shares"]],
        pd.DataFrame({"likes": [6], "comments": [2], "shares": [1]}, dtype="Int64"),
    )


def test_a_zone_nobody_knows_is_no_time() -> None:
    text = "Page Name,Post Created,Total Interactions,URL\nA,2023-05-24 12:48:32 QQT,1,https://www.facebook.com/1/posts/2\n"
    batch = one("report.csv", text)
    assert (batch.rows_kept, batch.rejected[0].reason.code, codes(batch)) == (0, "unreadable_date", set())
