"""Posts outside the range of dates in the name of their file."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from loaders.files import read_files
from loaders.files.building.named_range import tell_outside
from loaders.records import Check
from tests.loaders.files.sample_exports import SAMPLES
from tests.loaders.sample_batches import batch, post

META = "Feb-01-2025_Mar-15-2025_1396269028400001.csv"
X = "tweet_activity_metrics_town_20250201_20250301_en.csv"
YOUTUBE = "Content 2025-02-01_2025-03-15 Waterstad.zip!Table data.csv"


def at(*moment: int, **values: Any) -> dict[str, Any]:
    return post("1", published_ts=int(datetime(*moment, tzinfo=UTC).timestamp()), **values)  # type: ignore[misc]


def failed(name: str, *posts: dict[str, Any]) -> int:
    [check] = tell_outside(batch(list(posts)), name).checks
    assert (check.name, check.checked) == ("named_range", len(posts))
    return check.failed


@pytest.mark.parametrize(
    ("name", "moment", "outside"),
    [
        (META, (2025, 1, 31, 8, 0), False),  # midnight of 31 January in California: the day of slack
        (META, (2025, 1, 31, 7, 59), True),
        (META, (2025, 3, 17, 6, 59), False),  # 23:59 on 16 March, in summer time
        (META, (2025, 3, 17, 7, 0), True),
        (X, (2025, 1, 31, 0, 0), False),
        (X, (2025, 1, 30, 23, 59), True),
        (X, (2025, 3, 1, 23, 59), False),  # the range ends before 1 March
        (X, (2025, 3, 2, 0, 0), True),
        (YOUTUBE, (2012, 6, 1, 0, 0), False),  # an old video that was watched in the range
        (YOUTUBE, (2025, 3, 20, 0, 0), True),
    ],
)
def test_a_day_before_and_after_in_the_zone_of_the_platform(name: str, moment: tuple[int, ...], outside: bool) -> None:
    assert failed(name, at(*moment)) == int(outside)


def test_a_day_without_an_hour_stays_that_day() -> None:
    assert failed(META, at(2025, 1, 31, precision="day")) == 0
    assert failed(META, at(2025, 1, 30, precision="day")) == 1


def test_the_warning_names_range_and_rows_and_keeps_all_posts() -> None:
    rows = [at(2025, 2, 5, line=2), at(2024, 2, 5, line=3), at(2026, 2, 5, line=9), at(2025, 2, 6, line=4)]
    read = batch([*rows, post("9", published_ts=None, line=5)])
    told = tell_outside(read, META)
    assert told.checks == [Check("named_range", 4, 2)]
    [warning] = told.warnings
    assert (warning.message.code, warning.rows) == ("outside_range", (3, 9))
    assert warning.message.english().startswith("2 posts were published outside 2025-02-01 to 2025-03-15")
    assert warning.message.values["last"] == date(2025, 3, 15)
    assert len(told.posts) == 5
    assert (read.checks, read.warnings) == ([], [])


def test_nothing_is_said_without_a_range_or_posts() -> None:
    read = batch([at(1999, 1, 1)])
    assert tell_outside(read, "export.csv") is read
    nothing = replace(read, posts=read.posts.head(0))
    assert tell_outside(nothing, META) is nothing


def test_the_samples_lie_in_the_range_of_their_names() -> None:
    found = {}
    for folder in ("meta_facebook", "meta_instagram", "x_analytics", "x_premium"):
        for path in sorted((SAMPLES / folder).iterdir()):
            for read in read_files([(path.name, path.read_bytes())]):
                for check in tell_outside(replace(read, checks=[]), path.name).checks:
                    found[path.name] = (check.name, check.failed)
    assert len(found) >= 4
    assert set(found.values()) == {("named_range", 0)}
