"""The quality page: a verdict on each account with what to do, and comparisons that are switched off elsewhere."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data.access import LOCAL_ADMINISTRATOR as ME
from data.registers import add_account, add_department
from loaders.records import Check
from tests.loaders.sample_batches import DAY, MONDAY, batch, day_value, load, post, registers

OpenPage = Callable[..., AppTest]
WEEKS = 13
COUNTS = {"likes": 3, "comments": 1, "shares": 0, "impressions": 90, "clicks": 1, "views_definition": "impressions"}


def posted(account: str, weeks: int = WEEKS, start: int = 1, **values: Any) -> list[dict[str, Any]]:
    """Two posts a week of an account with every count that X gives."""
    days = [(week, day) for week in range(weeks) for day in (0, 3)]
    return [
        post(
            str(start + number),
            **{**COUNTS, "account": account, "published_ts": MONDAY + (7 * week + day) * DAY, **values},
        )
        for number, (week, day) in enumerate(days)
    ]


def end_of(weeks: int) -> int:
    """When an export of so many weeks was made."""
    return MONDAY + 7 * weeks * DAY


def words(at: AppTest) -> str:
    kinds = (at.markdown, at.caption, at.header, at.subheader, at.warning, at.info)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def test_an_empty_store_says_what_to_do(open_page: OpenPage) -> None:
    assert "nothing loaded" in open_page("quality").info[0].value


def test_the_demo_city_has_a_finding_six_tiles_and_a_verdict_on_each_account(open_page: OpenPage) -> None:
    at = open_page("quality", state="demo")
    assert "of 25 accounts are good to compare: " in words(at)
    assert len([label for label in ("Completeness", "Timeliness", "Register") if label in str(at.metric)]) == 3
    assert len(at.metric) == 5, "accuracy has no number: nothing can be checked"
    assert "The formats of these files cannot be checked." in words(at)
    table = at.table[0].value
    assert len(table) == 25 + 2, "accounts and websites"
    verdicts = table.iloc[:, 1]
    assert verdicts.str.contains("Do not compare").any()
    assert verdicts.str.contains("Good").any()
    assert verdicts.str.contains("None of the posts has reach").any()


def test_what_a_platform_never_gives_is_not_available(open_page: OpenPage) -> None:
    at = open_page("quality", state="demo", account="6")  # on Mastodon
    counts = at.table[1].value.set_index("Count").iloc[:, 0]
    assert counts["Reach"] == "Not available: the platform does not give it"
    assert counts["Comments"].startswith("100% (")


def test_one_row(open_page: OpenPage) -> None:
    at = open_page("quality", state="one_row")
    assert len(at.table[0].value) == 1
    assert "1 of 1" in str([metric.value for metric in at.metric])


def test_a_choice_of_platforms_leaves_websites_out(open_page: OpenPage) -> None:
    table = open_page("quality", state="demo", platform="facebook").table[0].value
    assert not table.iloc[:, 0].str.contains("Website").any()


@pytest.fixture
def two_departments(sqlite_store: Engine) -> Engine:
    """Parking and green on X, both with 26 posts in 13 weeks; nothing is loaded of a third account and department."""
    registers(sqlite_store)
    add_account(sqlite_store, ME, 1, "mastodon", "parking_m")
    add_department(sqlite_store, ME, "Markets")
    return sqlite_store


def test_checks_gaps_and_the_register_are_said(two_departments: Engine, sqlite_url: str, open_page: OpenPage) -> None:
    made = batch(posted("parking") + posted("green", start=100), exported_ts=end_of(WEEKS))
    made.checks = [Check("time_in_id", 52, 5)]
    load(two_departments, made)
    days = ["2026-07-01", "2026-07-02", "2026-07-04", "2026-07-05"]
    load(two_departments, batch(account_days=[day_value(day, 10.0) for day in days]))
    at = open_page("quality", url=sqlite_url, account="1", period="all")
    text = words(at) + at.table[0].value.to_string()
    assert "47 of 52" in [metric.value for metric in at.metric], "a file with two accounts is checked once"
    assert "5 of 52 cross-checks of its files failed." in text
    assert "1 day without number of followers: 3 July 2026." in text
    assert "No posts or figures per day of this account are loaded." in text
    assert "1 department has no accounts in the register: Markets." in text
    checks = at.table[2].value.to_string()
    assert "The time in the post's number agrees with its date: 90.4% (79.4% to 95.8%), 47 of 52" in checks
    assert "Cannot be checked" not in checks


def test_departments_alike_in_quality_are_compared(
    two_departments: Engine, sqlite_url: str, open_page: OpenPage
) -> None:
    load(two_departments, batch(posted("parking") + posted("green", start=100), exported_ts=end_of(WEEKS)))
    at = open_page("departments", url=sqlite_url, period="all", metric="commitment_c1")
    assert not at.warning
    assert at.get("plotly_chart")


def test_a_comparison_on_a_count_that_one_department_lacks_is_switched_off(
    two_departments: Engine, sqlite_url: str, open_page: OpenPage
) -> None:
    rows = posted("parking") + posted("green", 9, start=100) + posted("green", 8, start=200, comments=None)
    load(two_departments, batch(rows, exported_ts=end_of(WEEKS)))
    for page in ("departments", "overview"):
        at = open_page(page, url=sqlite_url, period="all")
        (warning,) = [one.value for one in at.warning]
        assert "52.9% of the posts of green have comments, against 100% of those of parking." in warning
        assert "Conversation (median comments per post): not compared" in [header.value for header in at.header]
    at = open_page("departments", url=sqlite_url, period="all")
    rows_of_table = at.table[-1].value["Metric"]
    assert rows_of_table.str.contains("do not compare").sum() >= 3
    likes = open_page("departments", url=sqlite_url, period="all", metric="applause")
    assert not likes.warning, "likes are complete"
    assert likes.get("plotly_chart")


def test_a_comparison_is_switched_off_when_the_data_of_one_department_stop(
    two_departments: Engine, sqlite_url: str, open_page: OpenPage
) -> None:
    load(two_departments, batch(posted("parking"), exported_ts=end_of(WEEKS)))
    load(two_departments, batch(posted("green", 9, start=100), exported_ts=end_of(9)))
    at = open_page("departments", url=sqlite_url, period="all", metric="posts")
    assert "0% of the accounts of green have data up to" in at.warning[0].value
    quality = open_page("quality", url=sqlite_url, period="all")
    assert "1 stops before the period ends" in words(quality)
    only_one = open_page("departments", url=sqlite_url, period="all", metric="posts", dept="1")
    assert not only_one.warning


def test_two_definitions_switch_numbers_with_impressions_off(
    two_departments: Engine, sqlite_url: str, open_page: OpenPage
) -> None:
    rows = posted("parking") + posted("green", start=100, views_definition="views")
    load(two_departments, batch(rows, exported_ts=end_of(WEEKS)))
    at = open_page("departments", url=sqlite_url, period="all", metric="er_impressions")
    assert "on X, impressions are counted in 2 ways" in at.warning[0].value
    assert not open_page("departments", url=sqlite_url, period="all", metric="conversation").warning


def test_names_of_accounts_and_departments_are_shown_as_they_are(
    sqlite_store: Engine, sqlite_url: str, open_page: OpenPage
) -> None:
    registers(sqlite_store)
    add_account(sqlite_store, ME, add_department(sqlite_store, ME, "*D* [x](y)"), "x", "evil", name="**bold** <b>")
    load(sqlite_store, batch(posted("parking"), exported_ts=end_of(WEEKS)))
    at = open_page("quality", url=sqlite_url, period="all")
    cell = at.table[0].value.iloc[:, 0].str.cat()
    assert r"\*\*bold\*\* \<b\>" in cell
    assert "[x](y)" not in cell + words(at)
