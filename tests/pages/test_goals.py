"""The goals page: from a first goal to a number with a verdict, what is said about it, changing, closing, the table."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, insert
from streamlit.testing.v1 import AppTest

from components.goals.goal_card import Row
from components.goals.naming import LEVEL_ICONS
from components.goals.table import as_rows, in_words
from components.i18n import set_language
from data.access import LOCAL_ADMINISTRATOR as ME
from data.actions import add_action
from data.goals import add_goal, add_kpi, change_goal, goals
from data.registers import add_department, add_site, departments
from data.schema import goal, goal_kpi, site_day
from data.store import open_store, writing
from metrics.goals.goal import Goal
from metrics.goals.judge import Covered, judge
from metrics.periods import to_day
from metrics.registry import metrics, offered
from tests.pages import drawn
from tests.pages.drawn import HOSTILE, press
from tests.stores import copy_of

OpenPage = Callable[..., AppTest]


@pytest.fixture
def city(stores: Callable[[str], str], tmp_path: Path) -> str:
    """The demo city without the goals that it came with."""
    url = copy_of(stores("demo"), tmp_path)
    with open_store(url).begin() as connection:
        for table in (goal_kpi, goal):
            connection.execute(delete(table))
    return url


def said(at: AppTest) -> str:
    """All words on the page, without stars around them."""
    return drawn.said(at).replace("*", "")


def opened(open_page: OpenPage, url: str, **address: str) -> AppTest:
    at = open_page("goals", url=url, **address)
    assert not at.exception
    return at


def one(store: Engine, known: int) -> Goal:
    return next(aim for aim in goals(store, ME) if aim.id == known)


def unfold(at: AppTest, key: str) -> AppTest:
    """Open an expander that only does its work when it is open."""
    at.session_state[key] = True
    return at.run()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_an_empty_page_explains_the_levels_and_asks_for_a_goal(open_page: OpenPage, url: str, language: str) -> None:
    at = opened(open_page, url, language=language)
    assert len(at.text_area) == 1 and not at.get("download_button")
    if language == "en":
        words = said(at)
        assert "There are no goals yet." in words
        for icon, level in zip(LEVEL_ICONS.values(), ("Output", "Out-take", "Outcome", "Impact"), strict=True):
            assert f"{icon} {level} " in words
        assert "Likes are not impact." in words


def test_a_goal_and_its_numbers_are_added(open_page: OpenPage, url: str, store: Engine) -> None:
    sport = add_department(store, ME, "Sport")
    at = opened(open_page, url)
    at.text_area(key="goal_new_0_title").set_value("More young people do sports")
    at.selectbox(key="goal_new_0_department").set_value(sport)
    at = press(at, "goal_new_0_go")
    [aim] = goals(store, ME)
    assert (aim.title, aim.department_id, aim.is_demo) == ("More young people do sports", sport, False)
    assert "1 goal has no number yet." in said(at) and "nobody can see whether it comes nearer" in said(at)
    form = f"kpi_new_{aim.id}_1"
    at.selectbox(key=f"{form}_metric").set_value("likes").run()
    words = said(at)
    assert "Likes are easy to give and say little" in words and "Out-take: What people do with it at once" in words
    at.number_input(key=f"{form}_likes_target").set_value(50.0)
    at = press(at, f"{form}_likes_go")
    [number] = one(store, aim.id).kpis
    assert (number.metric, number.level, number.target, number.direction) == ("likes", "outtake", 50.0, "at_least")
    assert "add an outcome" in said(at) and "at least 50 per week" in said(at)
    assert "No exports are loaded yet, so no target can be checked with data." in said(at)
    at = unfold(at, f"box_kpi_new_{aim.id}_2")
    form = f"kpi_new_{aim.id}_2"
    at.radio(key=f"{form}_way").set_value("elsewhere").run()
    at.text_input(key=f"{form}_name").set_value("Likes on our posts")
    at.selectbox(key=f"{form}_level").set_value("impact")
    at = press(at, f"{form}_go")
    assert "Write where this number is measured" in at.error[0].value and len(one(store, aim.id).kpis) == 1
    at.text_input(key=f"{form}_source").set_value("counted by hand")
    at = press(at, f"{form}_go")
    assert [kpi.level for kpi in one(store, aim.id).kpis] == ["outtake", "impact"]
    assert "1 of 1 goal has a number that shows a result." in said(at)
    assert "are no outcome and no impact" in said(at) and "Measured elsewhere: counted by hand" in said(at)


@pytest.mark.parametrize(
    ("metric", "label", "typed", "kept"),
    [
        ("within_norm", "Target, in percent", 80.0, 0.8),
        ("response_median", "Target, in hours", 4.0, 14_400.0),
        ("comments", "Target, per week", 12.0, 12.0),
        ("audience", "Target", 900.0, 900.0),
    ],
)
def test_a_target_is_typed_as_people_say_it(
    open_page: OpenPage, url: str, store: Engine, metric: str, label: str, typed: float, kept: float
) -> None:
    aim = add_goal(store, ME, "Goal")
    at = opened(open_page, url)
    at.selectbox(key=f"kpi_new_{aim}_0_metric").set_value(metric).run()
    field = at.number_input(key=f"kpi_new_{aim}_0_{metric}_target")
    assert field.label == label
    field.set_value(typed)
    press(at, f"kpi_new_{aim}_0_{metric}_go")
    [number] = one(store, aim).kpis
    assert number.target == kept
    assert number.direction == ("at_most" if metrics()[metric].better == "lower" else "at_least")


def test_every_number_can_be_chosen_level_by_level(open_page: OpenPage, url: str, store: Engine) -> None:
    aim = add_goal(store, ME, "Goal")
    at = opened(open_page, url)
    options = at.selectbox(key=f"kpi_new_{aim}_0_metric").options
    assert len(options) == len(offered())
    levels = [option.partition(" · ")[0] for option in options]
    assert levels == sorted(levels, key=["Output", "Out-take"].index)


def test_the_verdict_follows_from_the_data_of_the_department(open_page: OpenPage, city: str) -> None:
    store = open_store(city)
    owner = {name: int(id) for id, name in departments(store, ME)[["id", "name"]].to_numpy().tolist()}
    whole = add_goal(store, ME, "Answers")
    add_kpi(store, ME, whole, metric="within_norm", target=0.9)
    add_kpi(store, ME, whole, metric="answered_share", target=0.1)
    roads = add_goal(store, ME, "Roads", department_id=owner["Mobiliteit en Parkeren"])
    add_kpi(store, ME, roads, metric="within_norm", target=0.2)
    add_kpi(store, ME, roads, metric="visits", target=5.0)
    at = opened(open_page, city)
    words = said(at)
    assert "0 of 2 goals have a number that shows a result. 2 goals count outputs only." in words
    assert "Targets that can be checked here: 1 met, 1 not met, 1 undecided." in words
    assert "not met · target: at least 90%" in words and "undecided · target: at least 20%" in words
    assert "There is no website data with visits" in words and "load exports that have it" in words
    assert "Week by week: " in words
    only = said(opened(open_page, city, dept=str(owner["Sport en Jeugd"])))
    assert "Roads" not in only and "0 of 1 goal has a number" in only, "goals of the whole are everybody's"
    assert "A goal is about all platforms" in said(opened(open_page, city, platform="x"))


def only_a_website_goes_on(store: Engine) -> None:
    """Data of a website long after those of all accounts end."""
    website = add_site(store, ME, 1, "example.org")
    with writing(store) as connection:
        day = to_day(date(2028, 5, 31))
        connection.execute(insert(site_day).values(site_id=website, day=day, metric="visits", value=12))


def test_a_target_per_week_is_held_beside_the_days_with_data(open_page: OpenPage, city: str) -> None:
    """What the accounts did after their data end is not known, so it is no miss."""
    store = open_store(city)
    only_a_website_goes_on(store)
    aim = add_goal(store, ME, "We are heard")
    for metric in ("posts", "posts_per_week"):
        add_kpi(store, ME, aim, metric=metric, target=9)
    words = said(opened(open_page, city, period="2025-06-01..2028-05-31"))
    assert "Targets that can be checked here: 2 met, 0 not met, 0 undecided." in words
    assert "Counted over the " in words and "of the 1096 days of the period." in words.replace(",", "")
    after = said(opened(open_page, city, period="2028-01-01..2028-03-31"))
    assert after.count("There are no data of this period.") >= 2 and "not met ·" not in after


def test_the_weeks_end_where_the_page_change_ends_them(open_page: OpenPage, city: str) -> None:
    """When all accounts stopped, the weeks after are unknown; filled with zeros, they would miss every target."""
    store = open_store(city)
    only_a_website_goes_on(store)
    add_kpi(store, ME, add_goal(store, ME, "We are heard"), metric="posts", target=5)
    now, later = (said(opened(open_page, city, period=f"2025-06-01..{last}")) for last in ("2026-12-31", "2028-05-31"))
    found = [re.search(r"Week by week: [^\n]*", words) for words in (now, later)]
    assert found[0] and found[1] and found[0][0] == found[1][0]


def test_an_action_that_works_on_the_number_is_named(open_page: OpenPage, url: str, store: Engine) -> None:
    sport, parks = (add_department(store, ME, name) for name in ("Sport", "Parks"))
    aim = add_goal(store, ME, "Goal", department_id=sport)
    add_kpi(store, ME, aim, metric="within_norm")
    add_action(store, ME, "Evening rota", department_id=sport, metric="within_norm", direction="up", status="doing")
    add_action(store, ME, "Of others", department_id=parks, metric="within_norm", direction="up")
    add_action(store, ME, "Dropped", department_id=sport, metric="within_norm", direction="up", status="dropped")
    words = said(opened(open_page, url))
    assert "The action “Evening rota” is about this number: Under way." in words
    assert "Of others" not in words and "Dropped" not in words


def test_a_goal_and_a_number_are_changed_closed_and_removed(open_page: OpenPage, url: str, store: Engine) -> None:
    aim = add_goal(store, ME, "Goal")
    number = add_kpi(store, ME, aim, metric="within_norm", target=0.8)
    form = f"change_goal_{aim}_0"
    at = unfold(opened(open_page, url), f"box_{form}")
    assert at.number_input(key=f"{form}_kpi_{number}_target").value == 80
    at.number_input(key=f"{form}_kpi_{number}_target").set_value(85.0)
    at = press(at, f"{form}_kpi_{number}_go")
    assert one(store, aim).kpis[0].target == 0.85 and "The changes are saved." in said(at)
    form = f"change_goal_{aim}_1"
    at = unfold(at, f"box_{form}")
    at.text_area(key=f"{form}_title").set_value("Another goal")
    at = press(at, f"{form}_go")
    form = f"change_goal_{aim}_2"
    at = press(unfold(at, f"box_{form}"), f"{form}_close")
    assert (one(store, aim).title, one(store, aim).status) == ("Another goal", "closed")
    assert "All goals are closed." in said(at)
    form = f"change_goal_{aim}_3"
    at = press(unfold(at, f"box_{form}"), f"{form}_open")
    form = f"change_goal_{aim}_4"
    at = unfold(at, f"box_{form}")
    at.checkbox(key=f"{form}_kpi_{number}_remove_sure").check().run()
    at = press(at, f"{form}_kpi_{number}_remove")
    assert one(store, aim).kpis == ()
    form = f"change_goal_{aim}_5"
    at = unfold(at, f"box_{form}")
    at.checkbox(key=f"{form}_remove_sure").check().run()
    press(at, f"{form}_remove")
    assert goals(store, ME) == []


def test_what_a_colleague_changed_meanwhile_stays(open_page: OpenPage, url: str, store: Engine) -> None:
    aim = add_goal(store, ME, "Goal")
    sport = add_department(store, ME, "Sport")
    form = f"change_goal_{aim}_0"
    at = unfold(opened(open_page, url), f"box_{form}")
    change_goal(store, ME, aim, {"department_id": sport})
    at.text_area(key=f"{form}_title").set_value("Another goal")
    press(at, f"{form}_go")
    assert (one(store, aim).title, one(store, aim).department_id) == ("Another goal", sport)


def test_hostile_words_stay_words(open_page: OpenPage, url: str, store: Engine) -> None:
    add_department(store, ME, HOSTILE)
    aim = add_goal(store, ME, HOSTILE, department_id=1)
    add_kpi(store, ME, aim, name=HOSTILE, source=HOSTILE, level="impact")
    at = opened(open_page, url)
    shown = [str(element.value) for kind in (at.markdown, at.header, at.subheader) for element in kind]
    hostile = [text for text in shown if "onerror" in text]
    assert len(hostile) >= 3
    assert not [text for text in hostile if "<img" in text.replace("\\<img", "") or "](javascript" in text]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_table_and_the_file_hold_every_number(
    open_page: OpenPage, stores: Callable[[str], str], language: str
) -> None:
    aims = goals(open_store(stores("demo")), ME)
    at = opened(open_page, stores("demo"), language=language)
    assert [one for one in at.get("download_button") if "csv_goals" in one.proto.id]
    at = unfold(at, "table_goals")
    [shown] = at.table
    set_language(language)
    listed = [(aim, [Row(judge(kpi, None, Covered(91, 91))) for kpi in aim.kpis]) for aim in aims]
    raw, words = as_rows(listed, {}), in_words(listed, {})
    n = sum(len(aim.kpis) for aim in aims)
    assert n > 8 and (len(shown.value), len(raw), len(words)) == (n, n, n)
    assert not words.isna().any().any()
    assert len(as_rows([(aims[0], [])], {})) == 1, "a goal without a number has a row too"
