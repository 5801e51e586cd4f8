"""Meta's daily figures: the title rules, blocks of two networks, days without a row, local dates."""

import io

import pandas as pd
import pytest

from loaders.files import read_files
from loaders.records import Batch
from tests.loaders.files.sample_exports import codes, one, sample


def export(title: str, *rows: str, header: str = '"Date","Primary"') -> str:
    return "\n".join(["sep=,", f'"{title}"', header, *rows]) + "\n"


def figures(batch: Batch) -> dict[str, float]:
    return dict(zip(batch.account_days["date"], batch.account_days["value"], strict=True))


def metric(batch: Batch) -> str:
    (name,) = batch.account_days["metric"].unique()
    return str(name)


@pytest.mark.parametrize(
    ("title", "platform", "expected"),
    [
        ("Facebook visits", "facebook", "visitors"),
        ("Instagram profile visits", "instagram", "visitors"),
        ("Facebook follows", "facebook", "new_followers"),
        ("Instagram reach", "instagram", "reach"),
        ("Facebook link clicks", "facebook", "link_clicks"),
        ("Cliques no link do Instagram", "instagram", "link_clicks"),
        ("Visitas ao perfil do Instagram", "instagram", "visitors"),
        ("Interacciones con el contenido de Facebook", "facebook", "interactions"),
        ("Bereik op Facebook", "facebook", "reach"),
        ("Weergaven op Instagram", "instagram", "page_views"),
        ("Facebook viewers", "facebook", "viewers"),
    ],
)
def test_the_title_says_network_and_figure(title: str, platform: str, expected: str) -> None:
    batch = one("Reach.csv", export(title, '"2025-01-01T00:00:00","3"'))
    assert (batch.format, batch.platform, metric(batch)) == ("meta_page_days", platform, expected)
    assert batch.questions == []


def test_the_day_is_the_pacific_one_in_summer_and_winter() -> None:
    rows = ('"2025-03-08T00:00:00","1"', '"2025-03-09T01:00:00","2"')
    assert figures(one("Visits.csv", export("Facebook visits", *rows))) == {"2025-03-08": 1, "2025-03-09": 2}


def test_blocks_are_one_batch_each_and_the_header_of_2023_is_ignored() -> None:
    batches = sample("meta_page/2023_wrong_headers.csv")
    assert [(b.platform, metric(b), b.rows_kept) for b in batches] == [
        ("facebook", "visitors", 6),
        ("instagram", "visitors", 6),
    ]


def test_days_without_a_row_are_zero_between_the_first_and_the_last() -> None:
    batch = sample("meta_page/Seguidores.csv")[0]
    values = figures(batch)
    assert (batch.rows_read, batch.rows_kept, len(values)) == (11, 11, 14)
    assert [day for day, value in values.items() if value == 0] == ["2024-06-03", "2024-06-04", "2024-06-09"]
    (warning,) = batch.warnings
    assert warning.message.code == "zero_days"
    assert warning.message.values == {"n": 3, "first": "2024-06-01", "last": "2024-06-14"}


@pytest.mark.parametrize(
    "rows",
    [
        ('"2025-01-01T00:00:00","0"', '"2025-01-03T00:00:00","4"'),  # it does write zeros
        ('"2025-01-01T00:00:00","2"', '"soon","1"', '"2025-01-03T00:00:00","4"'),  # that may be the 2nd
    ],
)
def test_a_gap_that_may_be_something_else_stays_missing(rows: tuple[str, ...]) -> None:
    batch = one("Visits.csv", export("Facebook visits", *rows))
    assert list(figures(batch)) == ["2025-01-01", "2025-01-03"]
    assert "gaps" in codes(batch)


def test_a_day_with_an_unreadable_figure_is_no_zero() -> None:
    rows = ('"2025-01-01T00:00:00","2"', '"2025-01-02T00:00:00","-"', '"2025-01-03T00:00:00","4"')
    assert list(figures(one("Visits.csv", export("Facebook visits", *rows)))) == ["2025-01-01", "2025-01-03"]


def test_a_number_of_followers_has_no_zero_days() -> None:
    rows = ('"2025-01-01T00:00:00","200"', '"2025-01-03T00:00:00","204"')
    batch = one("Follows.csv", export("Facebook total followers", *rows))
    assert (metric(batch), len(batch.account_days)) == ("followers", 2)


def test_the_network_comes_from_the_other_block() -> None:
    text = export("Views", '"2025-01-01T00:00:00","3"') + "\n" + export("Instagram reach", '"2025-01-01","3"')[6:]
    assert [b.platform for b in read_files([("a.csv", text.encode())])] == ["instagram", "instagram"]


def test_two_blocks_of_one_figure_are_facebook_and_instagram() -> None:
    batches = sample("meta_page/Views.csv")
    assert [b.platform for b in batches] == ["facebook", "instagram"]
    assert all("network_by_order" in codes(batch) for batch in batches)


def test_the_network_comes_from_a_file_in_the_same_folder() -> None:
    views = export("Views", '"2025-01-01T00:00:00","3"').encode("utf-16")
    visits = export("Instagram profile visits", '"2025-01-01T00:00:00","3"').encode("utf-16")
    reach = export("Facebook reach", '"2025-01-01T00:00:00","3"').encode("utf-16")
    alone, *_ = read_files([("a/Views.csv", views), ("a/Visits.csv", visits), ("b/Reach.csv", reach)])
    assert (alone.platform, alone.questions) == ("instagram", [])


def test_otherwise_the_network_is_asked() -> None:
    views = export("Views", '"2025-01-01T00:00:00","3"').encode()
    (batch,) = read_files([("Views.csv", views)])
    assert [(q.name, q.options) for q in batch.questions] == [("platform", ("facebook", "instagram"))]
    (batch,) = read_files([("Views.csv", views)], {"platform": "instagram"})
    assert (batch.platform, batch.questions) == ("instagram", [])


def test_a_file_resaved_in_another_country() -> None:
    batch = sample("meta_page/resaved_by_excel.csv")[0]
    assert figures(batch)["2025-06-10"] == 1204
    assert "2025-06-16" not in figures(batch)


def test_slashes_are_read_in_the_order_in_which_days_follow() -> None:
    rows = "".join(f"0{day}/02/2025 01:00;{day}\r\n" for day in (1, 2, 3))
    batch = one("Visits.csv", "Facebook visits;\r\nDate;Primary\r\n" + rows)
    assert figures(batch) == {"2025-02-01": 1, "2025-02-02": 2, "2025-02-03": 3}


def test_a_part_of_a_figure_is_not_taken_for_the_whole() -> None:
    batch = sample("meta_page/Messaging.csv")[0]
    assert (batch.rows_kept, codes(batch)) == (0, {"figure_not_kept"})


def test_totals_of_youtube_are_not_these() -> None:
    assert one("Totals.csv", "Date,Views\n2025-01-01,4\n").format == "youtube_totals"
    title = export("Facebook views", '"2025-01-01T00:00:00","3"', header='"Date","Views"')
    assert one("Views.csv", title).format == "meta_page_days"


def test_every_day_of_a_period_is_there_once() -> None:
    days = pd.date_range("2024-01-01", "2024-12-31").strftime("%Y-%m-%d")
    rows = [f'"{day}T00:00:00","{1 + n % 5}"' for n, day in enumerate(days) if n % 3 == 0]
    batch = one("Follows.csv", export("Facebook follows", *rows))
    assert (batch.rows_read, len(batch.account_days)) == (122, 364)  # the last two days are not covered


def test_blocks_in_a_workbook_and_in_unicode_text() -> None:
    lines = ["Facebook visits", "Date\tPrimary", "2025-05-01T01:00:00\t3", "", "Instagram reach", "Date\tPrimary"]
    rows = [(line + "\t").split("\t")[:2] for line in [*lines, "2025-05-01T01:00:00\t8"]]
    stream = io.BytesIO()
    pd.DataFrame(rows).to_excel(stream, header=False, index=False)
    text = "sep=\t\r\n" + "".join("\t".join(row) + "\r\n" for row in rows)
    for name, data in (("Visits.xlsx", stream.getvalue()), ("Visits.txt", text.encode("utf-16"))):
        batches = read_files([(name, data)])
        assert [(b.platform, metric(b), figures(b)) for b in batches] == [
            ("facebook", "visitors", {"2025-05-01": 3}),
            ("instagram", "reach", {"2025-05-01": 8}),
        ]


def test_ragged_rows_and_soft_hyphens() -> None:
    rows = ('"2025-01-01T00:00:00","2"', '"2025-01-02T00:00:00"', '"2025-01-03T00:00:00","4","",""')
    batch = one("Bezoeken.csv", export("Facebook-be\u00adzoe\u00adken", *rows, header='"Da\u00adtum","Primary"'))
    assert (metric(batch), figures(batch)) == ("visitors", {"2025-01-01": 2, "2025-01-03": 4})
    assert [(r.row, r.reason.code) for r in batch.rejected] == [(5, "no_figures")]
