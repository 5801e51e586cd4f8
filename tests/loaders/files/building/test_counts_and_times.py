"""Cells to counts and moments: hand-made cases, and what always holds."""

import base64
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.files.building.counts import counts
from loaders.files.building.id_times import instagram_shortcode, linkedin_urn, looks_damaged, x_status
from loaders.files.building.post_types import post_type
from loaders.files.building.times import ISO, MONTH_FIRST, PACIFIC, day_comes_first, parse


def texts(*cells: str) -> "pd.Series[str]":
    return pd.Series(cells, dtype="str")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("0", 0),
        ("1253", 1253),
        ("1,253", 1253),
        ("1.253", 1253),
        ("1 253", 1253),
        ("1\u202f253", 1253),
        ("1\u00a0253\u00a0000", 1253000),
        ("1,253,000", 1253000),
        ("3423.0", 3423),
        ("+7", 7),
    ],
)
def test_counts_in_all_writings(cell: str, value: int) -> None:
    assert counts(texts(cell)).values.tolist() == [value]
    assert counts(texts(cell)).reasons.tolist() == ["."]


@pytest.mark.parametrize("cell", ["", "-", "--", "N/A", "NAN", "undefined", "None", "none", "<1", "—", "\u00a0"])
def test_missing_is_not_zero(cell: str) -> None:
    assert counts(texts(cell)).reasons.tolist() == ["e"]


@pytest.mark.parametrize("cell", ["many", "1,2,3", "12.5", "-4", "1e3", "=SUM(A1)", "3.апр", "12,34", "1.253,000"])
def test_what_is_no_count_is_unreadable(cell: str) -> None:
    assert counts(texts(cell)).reasons.tolist() == ["x"]


def test_other_cells_tell_what_a_point_means() -> None:
    assert counts(texts("1.253", "2.0")).reasons.tolist() == ["x", "."]
    assert counts(texts("1.253", "2")).values.tolist() == [1253, 2]
    assert counts(texts("1.000", "2")).values.tolist() == [1000, 2]
    assert counts(texts("1.000", "2.0")).values.tolist() == [1, 2]
    assert counts(texts("1.253,0"), decimal=",").values.tolist() == [1253]


def test_negative_counts_only_where_they_make_sense() -> None:
    assert counts(texts("-4", "\u22125"), signed=True).values.tolist() == [-4, -5]


@given(st.lists(st.integers(0, 10**14), min_size=1), st.sampled_from([",", " ", "\u00a0", ""]))
def test_grouped_numbers_read_back(numbers: list[int], mark: str) -> None:
    cells = texts(*(f"{number:,}".replace(",", mark) for number in numbers))
    assert counts(cells).values.tolist() == numbers


@given(st.lists(st.text(max_size=8), min_size=1))
def test_any_cell_gets_a_reason_and_no_value_without_one(cells: list[str]) -> None:
    found = counts(texts(*cells))
    assert set(found.reasons) <= {".", "e", "x"}
    assert (found.values[~found.present] == 0).all()


@given(st.integers(1_300_000_000, 1_900_000_000))
def test_pacific_times_read_back(moment: int) -> None:
    local = datetime.fromtimestamp(moment, ZoneInfo(PACIFIC)).replace(second=0)
    found = parse(texts(local.strftime("%m/%d/%Y %H:%M")), MONTH_FIRST, PACIFIC)
    expected = local.replace(fold=0).timestamp()
    assert found.seconds.tolist() == [int(expected)]


def test_patterns_may_differ_within_a_column() -> None:
    found = parse(texts("2025-03-01", "2025-03-01 10:30", "2025-03-01T10:30:05", "", "x"), ISO)
    assert found.precision.tolist() == ["day", "minute", "minute", "", ""]


def test_conflicting_evidence_on_day_and_month_is_no_evidence() -> None:
    assert day_comes_first(texts("13/01/2025", "01/13/2025")) is None
    assert day_comes_first(texts("01/13/2025")) is False


milliseconds = st.integers(1_320_000_000_000, 2_050_000_000_000)


@given(milliseconds, st.integers(0, 2**22 - 1))
def test_times_inside_ids_of_x_and_linkedin(ms: int, rest: int) -> None:
    tweet = (ms - 1_288_834_974_657 << 22) + rest
    urn = f"https://www.linkedin.com/feed/update/urn:li:share:{(ms << 22) + rest}"
    if tweet >= 10**16:
        assert x_status(texts(str(tweet), f"https://x.com/a/status/{tweet}?s=20")).tolist() == [ms // 1000] * 2
    assert linkedin_urn(texts(urn)).tolist() == [ms // 1000]


@given(milliseconds, st.integers(0, 2**23 - 1))
def test_times_inside_links_of_instagram(ms: int, rest: int) -> None:
    code = base64.urlsafe_b64encode(((ms - 1_314_220_021_721 << 23) + rest).to_bytes(9, "big")).decode()[1:]
    links = texts(f"https://www.instagram.com/reel/{code}/", f"https://www.instagram.com/waterstad/p/{code}?hl=nl")
    assert instagram_shortcode(links).tolist() == [ms // 1000] * 2


def test_ids_without_a_time() -> None:
    nothing = texts("", "20", "https://www.instagram.com/waterstad", "6.49E+17")
    for decode in (x_status, instagram_shortcode, linkedin_urn):
        assert not decode(nothing).any()


def test_one_id_that_ends_in_zeros_is_not_damaged() -> None:
    assert looks_damaged(texts("2074000000000000000", "2074000000000000077", "12")).tolist() == [False] * 3
    assert looks_damaged(texts("1,47689E+18", "3.0672e+14")).tolist() == [True] * 2


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("IG reel", "reel"),
        ("Secuencia de Instagram", "carousel"),
        ("Imagen de Instagram", "image"),
        ("Foto's", "image"),
        ("Videos", "video"),
        ("Links", "link"),
        ("Text", "text"),
        ("Organic", "post"),
        ("", "post"),
    ],
)
def test_types_of_posts(name: str, kind: str) -> None:
    assert post_type(name) == kind


def test_a_day_has_no_hour() -> None:
    start = datetime(2025, 3, 1, tzinfo=UTC)
    found = parse(texts("03/01/2025"), MONTH_FIRST, PACIFIC)
    assert (found.seconds.tolist(), found.precision.tolist()) == ([int(start.timestamp())], ["day"])


@pytest.mark.parametrize("cell", ["9999-12-31 23:59:59", "0001-01-01 00:00:00"])
@pytest.mark.parametrize("zone", [PACIFIC, "Asia/Tokyo", "UTC"])
def test_a_moment_at_the_end_of_the_calendar_is_incredible_and_no_error(cell: str, zone: str) -> None:
    found = parse(texts(cell), ISO, zone)
    assert found.known.all()
    assert not 946_684_800 < found.seconds[0] < 10**11
