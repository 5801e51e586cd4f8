"""Google Analytics 4: numbered days, several tables in a file, hours, countries, totals and events."""

import json

import pytest

from loaders.files import read_files
from loaders.records import Batch
from tests.loaders.files.sample_exports import codes, figures, one, reasons, sample

COMMENTS = "# ----\n# Property: Waterstad\n# ----\n# \n# All Users\n# Start date: {start}\n# End date: {end}\n"


def asked(text: str, **answers: str) -> Batch:
    """The only batch of a file, read with a person's answers."""
    (batch,) = read_files([("export.csv", text.encode())], answers)
    return batch


def test_numbered_days_count_from_the_start_above_their_own_table() -> None:
    first = COMMENTS.format(start="20260227", end="20260301") + "Nth day,Sessions\n0000,5\n0002,7\n"
    second = "\n# Start date: 20260401\n# End date: 20260402\nNth day,Sessions\n0001,9\n"
    march, april = read_files([("r.csv", (first + second).encode())])
    assert figures(march) == {"2026-02-27 visits": 5, "2026-03-01 visits": 7}
    assert figures(april) == {"2026-04-02 visits": 9}
    assert set(april.site_days["site"]) == {"Waterstad"}


def test_numbered_days_without_a_start_are_asked_about() -> None:
    text = "Nth day,Active users\n0000,812\n0001,790\n"
    batch = asked(text)
    assert ([q.name for q in batch.questions], [q.options for q in batch.questions]) == (["start_date"], [()])
    assert (batch.rows_kept, codes(batch)) == (0, set())
    assert figures(asked(text, start_date="2026-02-28")) == {"2026-02-28 visitors": 812, "2026-03-01 visitors": 790}
    assert asked(text, start_date="soon").questions == batch.questions


def test_a_blank_line_and_a_comma_in_the_comments_change_nothing() -> None:
    text = "# ----\n# Views, by day\n# Property: Waterstad\n# ----\n# Start date: 20260301\n\nDate,Views\n20260302,5\n"
    assert figures(one("r.csv", text)) == {"2026-03-02 page_views": 5}


def test_a_file_that_excel_saved_with_semicolons_and_decimal_commas() -> None:
    text = "# ----;;\r\n# Property: Waterstad;;\r\n# ----;;\r\n# Start date: 20260301;;\r\n{}\r\n"
    days = one("r.csv", text.format("Date;Views per session;Views\r\n1-3-2026;2,5;9\r\n13-3-2026;1,5;6"))
    assert figures(days) == {"2026-03-01 page_views": 9, "2026-03-13 page_views": 6}
    pages = one("r.csv", text.format("Page path;Views per user;Views\r\n/;2,5;9\r\n/a;1,5;6"))
    assert (pages.format, pages.rows_read) == ("ga4_other", 2)


def test_total_users_are_visitors_before_active_ones_and_new_ones_never() -> None:
    header = COMMENTS.format(start="20260301", end="20260301") + "Date,New users,Active users,Total users\n"
    assert figures(one("r.csv", header + "20260301,1,20,30\n")) == {"2026-03-01 visitors": 30}
    (batch,) = [b for b in sample("ga4/Reports_snapshot.csv") if b.file.endswith("!2")]
    assert (batch.format, batch.rows_kept) == ("ga4_other", 0)


def test_visitors_of_hours_do_not_add_up_but_views_do() -> None:
    (batch,) = sample("ga4/hours.csv")
    assert figures(batch) == {
        "2026-02-28 visits": 95,  # 44 + 51
        "2026-02-28 page_views": 200,
        "2026-03-01 visits": 69,
        "2026-03-01 page_views": 144,
    }
    assert codes(batch) == {"visitors_not_by_day"}
    assert reasons(batch) == ["added_up", "added_up"]


def test_days_split_by_country_are_refused_because_people_would_count_twice() -> None:
    (batch,) = sample("ga4/by_country.csv")
    assert (batch.rows_kept, reasons(batch)) == (0, ["split_by_group"] * 4)
    assert codes(batch) == {"ga4_other"}


def test_a_grand_total_is_no_row_wherever_it_stands() -> None:
    head = "# ----\n# Waterstad\n# Tab\n# 20260301-20260302\n# ----\n\nDate,Sessions,Views\n20260301,4,9\n"
    for total in (",4,9,Grand total\n", "Grand total,4,9\n", ",4,Grand total\n"):
        batch = one("Free form.csv", head + total)
        assert (batch.rows_read, figures(batch)) == (1, {"2026-03-01 visits": 4, "2026-03-01 page_views": 9})


def test_downloads_need_the_event_and_the_day() -> None:
    assert figures(*sample("ga4/events_by_day.csv")) == {"2026-02-28 downloads": 31, "2026-03-01 downloads": 12}
    (totals,) = sample("ga4/events.csv")
    assert (totals.format, totals.rows_kept, codes(totals)) == ("ga4_other", 0, {"ga4_other"})


@pytest.mark.parametrize("values", [[], None, [{"value": None}], [{}], ["5"], [{"value": "5"}] * 9])
def test_damaged_answers_of_the_data_api_give_no_figures(values: object) -> None:
    report = {
        "dimensionHeaders": [{"name": "date"}],
        "metricHeaders": [{"name": "sessions"}],
        "rows": [{"dimensionValues": values, "metricValues": [{"value": "5"}]}],
    }
    assert one("r.json", json.dumps(report)).rows_kept == 0
