"""Evidence out of small frames, counted by hand."""

import pandas as pd

from metrics.guidelines.evidence import Answers, Evidence
from metrics.guidelines.from_frames import Frames, evidence
from metrics.periods import Period

MONDAY = 20_633
PERIOD = Period(MONDAY, MONDAY + 13 * 7 - 1)
NONE = pd.DataFrame({"account_id": pd.Series(dtype="int64")})
HOURS = [f"p{hour:02}" for hour in range(24)]


def frames(**given: pd.DataFrame) -> Frames:
    coverage = pd.DataFrame(
        {"account_id": [1, 2], "first_day": [1.0, None], "covered_until": [float(PERIOD.last), None]}
    )
    rest = dict.fromkeys(("weeks", "sums", "hours", "content", "answers", "removals"), NONE)
    return Frames(**{"coverage": coverage, **rest, **given})


def test_an_account_of_which_nothing_is_known_has_no_zeros() -> None:
    assert evidence(frames(), PERIOD)[2] == Evidence(PERIOD.last)


def test_a_week_without_posts_counts_as_long_as_the_imports_cover_it() -> None:
    weeks = pd.DataFrame({"account_id": [1, 1], "period": [MONDAY - 7, MONDAY], "posts": [4, 2]})
    found = evidence(frames(weeks=weeks), PERIOD)[1].weeks
    assert (len(found), sum(found), found[12:14]) == (26, 6, (4, 2))


def test_weeks_before_the_first_post_and_after_the_last_import_are_unknown() -> None:
    coverage = pd.DataFrame({"account_id": [1], "first_day": [MONDAY + 1.0], "covered_until": [MONDAY + 27.0]})
    found = evidence(frames(coverage=coverage), PERIOD)[1].weeks
    assert found == (0, 0, 0)  # the weeks that start 7, 14 and 21 days later: the first is cut by its first post


def test_of_pictures_that_have_no_description_none_is_described() -> None:
    content = pd.DataFrame({"account_id": [1], "dimension": ["alt"], "value": ["bare"], "n": [3]})
    assert evidence(frames(content=content), PERIOD)[1].described == (0, 3)


def test_everything_else_comes_from_its_frame() -> None:
    hours = pd.DataFrame([{"account_id": 1, "dow": 4, **dict.fromkeys(HOURS, 0), "p09": 3, "p17": 2}])
    content = pd.DataFrame(
        {
            "account_id": [1, 1, 1, 1],
            "dimension": ["type", "reading", "alt", "alt"],
            "value": ["image", "nl:B1", "bare", "described"],
            "n": [5, 4, 2, 6],
        }
    )
    sums = pd.DataFrame({"account_id": [1], "posts": [5], "comments_posts": [2], "comments_n": [5]})
    answers = pd.DataFrame({"account_id": [1], "due": [10], "in_time": [6], "due_waiting": [3]})
    removals = pd.DataFrame({"account_id": [1], "n": [12], "cited": [9]})
    made = frames(hours=hours, content=content, sums=sums, answers=answers, removals=removals)
    made.targets[1] = 0.7  # type: ignore[index]
    found = evidence(made, PERIOD)[1]
    assert found.hours == {(4, 9): 3, (4, 17): 2}
    assert found.content == {"type": {"image": 5}, "reading": {"nl:B1": 4}}
    assert (found.posts, found.commented, found.removals, found.described) == (5, (2, 5), (9, 12), (6, 8))
    assert found.answers == Answers(10, 6, 3, 0.7)
