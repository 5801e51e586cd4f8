"""The list of signals on the page Change and the first three of the Overview, in a city with a planted rise."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, update
from streamlit.testing.v1 import AppTest

from data.access import LOCAL_ADMINISTRATOR as ME
from data.acknowledged import acknowledge, acknowledged
from data.baselines import add_baseline
from data.filters import Filters
from data.queries import answers, figures
from data.schema import account, rollup_week
from data.store import open_store
from metrics.change.history import whole_weeks
from metrics.periods import Period
from metrics.registry import metrics
from metrics.signals.checks import WATCHED
from metrics.signals.weekly import weeks_by_department
from metrics.slices import Slice
from metrics.trend import series
from tests.pages.drawn import HOSTILE
from tests.stores import copy_of

OpenPage = Callable[..., AppTest]
DEPARTMENT = 8  # Communicatie


def raise_posts(url: str) -> None:
    """Let one department post far more in the last ten weeks."""
    store = open_store(url)
    mine = select(account.c.id).where(account.c.department_id == DEPARTMENT).scalar_subquery()
    with store.begin() as connection:
        newest = connection.scalar(select(func.max(rollup_week.c.week)))
        assert newest is not None
        last = (rollup_week.c.account_id.in_(mine), rollup_week.c.week > newest - 70)
        connection.execute(update(rollup_week).where(*last).values(posts=rollup_week.c.posts + 30))
    store.dispose()  # so that the file holds everything and can be copied


@pytest.fixture(scope="module")
def risen(stores: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    url = copy_of(stores("demo"), tmp_path_factory.mktemp("risen"))
    raise_posts(url)
    return url


@pytest.fixture
def url(risen: str, tmp_path: Path) -> str:
    return copy_of(risen, tmp_path)


def words(at: AppTest) -> str:
    return "\n".join(element.value for element in (*at.markdown, *at.caption, *at.info))


def keys(at: AppTest) -> list[str]:
    return [button.key or "" for button in at.button]


def test_the_demo_says_how_many_checks_there_were_and_what_chance_would_show(open_page: OpenPage) -> None:
    at = open_page("change", state="demo")
    assert not at.exception
    assert " checks" in words(at) and "after correction" in words(at)
    assert "series of topics and accounts" in words(at)


def test_a_planted_rise_is_the_first_signal_with_its_department_number_and_chart(
    open_page: OpenPage, risen: str
) -> None:
    at = open_page("change", url=risen)
    assert not at.exception
    assert "1 signal among" in words(at)
    (card,) = [one.value for one in at.markdown if one.value.startswith("**Communicatie: Posts higher")]
    assert "since the week of" in card and "usually" in card
    assert "seen_number_posts_8_0_go" in keys(at)
    (link,) = [one.proto for one in at.get("page_link") if one.proto.label == "See the chart"]
    assert "to_number=posts" in link.query_string and f"to_dept={DEPARTMENT}" in link.query_string


def test_the_overview_begins_with_the_same_signal(open_page: OpenPage, risen: str) -> None:
    at = open_page("overview", url=risen)
    assert not at.exception
    (findings,) = [one.value for one in at.markdown if one.value.startswith("1. **")]
    assert findings.startswith("1. **Communicatie: Posts higher")
    assert findings.count("1. **") == 3


def test_an_acknowledged_signal_moves_to_the_end_and_off_the_overview_until_it_is_taken_back(
    open_page: OpenPage, url: str, store: Engine
) -> None:
    at = open_page("change", url=url)
    at.button(key="seen_number_posts_8_0_go").click().run()
    assert "Write what you found" in at.error[0].value and acknowledged(store, ME) == []
    at.text_area(key="seen_number_posts_8_0_note").set_value(HOSTILE)
    at.button(key="seen_number_posts_8_0_go").click().run()
    assert at.success[0].value.startswith("Acknowledged.")
    (said,) = acknowledged(store, ME)
    assert said.series == "number:posts:8"
    assert not [key for key in keys(at) if key.startswith("seen_number_posts_8")]
    assert "\\<img" in words(at) and "Acknowledged by" in words(at)
    assert "1 signal among" in words(at), "it is still a signal, and counted"
    overview = open_page("overview", url=url)
    assert "Posts higher" not in words(overview)
    at.button(key=f"take_back_{said.id}").click().run()
    assert acknowledged(store, ME) == []
    assert "Posts higher" in words(open_page("overview", url=url))


def test_what_was_said_a_week_before_is_told_and_does_not_hide_the_signal(
    open_page: OpenPage, url: str, store: Engine
) -> None:
    acknowledge(store, ME, "number:posts:8", _span(store)[1] - 28, "The planner stopped")
    at = open_page("change", url=url)
    assert "seen_number_posts_8_0_go" in keys(at)
    assert "The planner stopped" in words(at)


@pytest.mark.parametrize("state", ["one_row"])
def test_too_few_weeks_are_said(open_page: OpenPage, state: str) -> None:
    at = open_page("change", state=state, period="all")
    assert "There are too few weeks to say whether anything changed." in words(at)
    assert "Load older exports" in words(at)


def test_without_data_there_is_nothing_to_acknowledge(open_page: OpenPage) -> None:
    at = open_page("change", state="empty")
    assert not at.exception and not [key for key in keys(at) if key.startswith("seen_")]


def test_a_choice_of_platforms_has_signals_of_its_own(open_page: OpenPage, risen: str) -> None:
    at = open_page("change", url=risen, platform="facebook")
    assert not at.exception
    assert not [key for key in keys(at) if key.startswith("seen_number_posts_8_0")]


def _span(store: Engine) -> tuple[int, int]:
    with store.connect() as connection:
        first, last = connection.execute(select(func.min(rollup_week.c.week), func.max(rollup_week.c.week))).one()
    return int(first), int(last)


def test_all_departments_at_once_have_the_values_of_their_charts(stores: Callable[[str], str]) -> None:
    store = open_store(stores("demo"))
    first, last = _span(store)
    asked = Filters(Period(last - 7 * 60, last + 6), None, None)
    sums, said = figures.sums(store, ME, asked, "week"), answers.answers(store, ME, asked, "week")
    frames = figures.histograms(store, ME, asked, (), "week"), figures.audience(store, ME, asked)
    data = Slice(asked.period.days, sums, *frames, figures.sites(store, ME, asked, "week"), answers=said)
    for metric in (metrics()[name] for name in WATCHED):
        found = weeks_by_department(metric, data)
        assert len(found) == 8
        for department, weeks in found.items():
            chart = series(metric, data.where(department_id=department))
            both = (whole_weeks(metric, one, asked.period) for one in (weeks, chart))
            fast, slow = ({week: (one.value, one.n if one.value else 0) for week, one in each.items()} for each in both)
            assert {week: one for week, one in fast.items() if one[0] is not None} == {
                week: one for week, one in slow.items() if one[0] is not None
            }, (metric.id, department)
    assert first < asked.period.first


def test_a_change_that_a_decision_takes_out_of_the_list_is_told(open_page: OpenPage, url: str, store: Engine) -> None:
    add_baseline(store, ME, "posts", _span(store)[1] - 70, "other", HOSTILE, department_id=DEPARTMENT)
    at = open_page("change", url=url)
    assert not at.exception and "seen_number_posts_8_0_go" not in keys(at)
    assert [box.label for box in at.expander if "what changed before is not listed" in box.label]
    [lines] = [one.value for one in at.markdown if "Limits begin anew" in one.value]
    [line] = [one for one in lines.splitlines() if one.startswith("- Posts, Communicatie, all platforms.")]
    assert ME.who in line and "\\<img" in line
    assert "Posts, Communicatie" not in words(open_page("change", url=url, dept="1"))
