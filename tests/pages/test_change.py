"""The page Change: what changed, one number with its decisions, events; what is written down moves the charts."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data.access import LOCAL_ADMINISTRATOR as ME
from data.baselines import add_baseline, baselines
from data.events import add_event, events
from data.filters import Filters
from data.goals import add_goal, add_kpi
from metrics.norms import Norm
from metrics.periods import Period, to_day
from pages._change.ground import Ground, Reach
from pages._change.target import target_of
from tests.pages.drawn import HOSTILE
from tests.stores import copy_of

OpenPage = Callable[..., AppTest]
ONE_POST = ("Posts: no full week with a number yet", "Posts: too few weeks to tell a change from chance")
CHANGE = to_day(date(2025, 6, 2))


@pytest.fixture
def url(stores: Callable[[str], str], tmp_path: Path) -> str:
    return copy_of(stores("demo"), tmp_path)


def words(at: AppTest) -> str:
    return "\n".join(element.value for element in (*at.markdown, *at.caption, *at.info))


def with_happened(at: AppTest, number: str) -> str:
    """The same, with what happened beside the chart, however much that is."""
    at.session_state[f"beside_change_{number}"] = True
    return words(at.run())


@pytest.mark.parametrize("view", ["signals", "chart", "events"])
def test_one_post_is_no_change(open_page: OpenPage, view: str) -> None:
    at = open_page("change", state="one_row", view=view, period="all", number="posts")
    assert not at.exception
    if view == "chart":
        assert at.header[0].value in ONE_POST
    if view == "signals":
        assert "There are too few weeks to say whether anything changed." in words(at)


def test_answers_come_first_when_conversations_are_loaded_and_posts_when_not(open_page: OpenPage) -> None:
    assert open_page("change", state="demo", view="chart").selectbox(key="number_box").value == "within_norm"
    assert open_page("change", state="one_row", view="chart").selectbox(key="number_box").value == "posts"


def test_one_number_has_its_chart_with_target_norm_and_holidays(open_page: OpenPage) -> None:
    at = open_page("change", state="demo", view="chart", number="within_norm")
    assert at.header[0].value.startswith("Answered in time")
    (figure,) = at.get("plotly_chart")
    assert "target 80%" in figure.proto.spec and "public holidays" in figure.proto.spec
    assert "New norm: 80% within 4 hours" in with_happened(at, "within_norm")
    assert "Target: at least 80%." in words(at)


def test_a_decision_begins_the_limits_anew_until_it_is_withdrawn(open_page: OpenPage, url: str, store: Engine) -> None:
    at = open_page("change", url=url, view="chart", number="posts", dept="2")
    before = at.get("plotly_chart")[0].proto.spec
    at.text_input(key="decide_posts_0_day").set_value("2 June")
    at.button(key="decide_posts_0_go").click().run()
    assert [error.value for error in at.error] == ["First day: write year-month-day, for example 2027-01-31."]
    at.text_input(key="decide_posts_0_day").set_value("2025-06-02")
    at.button(key="decide_posts_0_go").click().run()
    assert "Write what changed" in at.error[0].value and not baselines(store, ME, "posts")
    at.text_area(key="decide_posts_0_note").set_value(HOSTILE)
    at.button(key="decide_posts_0_go").click().run()
    assert [box.value for box in at.success] == ["The limits begin anew on 2 June 2025."]
    (decision,) = baselines(store, ME, "posts")
    assert (decision.metric, decision.department_id, decision.platform) == ("posts", 2, None)
    assert (decision.first_day, decision.reason) == (CHANGE, "policy")
    assert at.get("plotly_chart")[0].proto.spec != before
    assert "\\<img" in words(at) and "limits rest on the 20 weeks after the recorded change" in words(at)
    at.button(key=f"withdraw_{decision.id}").click().run()
    assert "no longer counts" in words(at)
    assert baselines(store, ME, "posts")[0].withdrawn_ts is not None
    assert at.get("plotly_chart")[0].proto.spec == before


def test_a_decision_of_the_organisation_holds_for_its_departments_and_not_the_other_way(
    open_page: OpenPage, url: str, store: Engine
) -> None:
    add_baseline(store, ME, "posts", CHANGE, "tool", "A planner", department_id=2)
    others = words(open_page("change", url=url, view="chart", number="posts", dept="3"))
    whole = words(open_page("change", url=url, view="chart", number="posts"))
    assert "after the recorded change" not in others and "after the recorded change" not in whole
    add_baseline(store, ME, "posts", CHANGE, "tool", "A planner for all")
    assert "after the recorded change" in words(open_page("change", url=url, view="chart", number="posts", dept="3"))


def test_two_departments_together_have_no_decision_of_their_own(open_page: OpenPage) -> None:
    at = open_page("change", state="demo", view="chart", number="posts", dept="2-3")
    assert "Choose one department or all" in words(at)
    assert not [box for box in at.text_input if (box.key or "").startswith("decide_")]


def test_a_goal_is_about_all_platforms(open_page: OpenPage, url: str, store: Engine) -> None:
    add_kpi(store, ME, add_goal(store, ME, "We are heard", department_id=2), metric="posts", target=10)
    every = words(open_page("change", url=url, view="chart", number="posts", dept="2"))
    some = words(open_page("change", url=url, view="chart", number="posts", dept="2", platform="facebook"))
    assert "Target: at least 10" in every and "is not drawn here" not in every
    assert "Target: at least" not in some and "about all platforms, so it is not drawn here" in some


def test_an_event_is_noted_shown_beside_the_chart_and_taken_away(open_page: OpenPage, url: str, store: Engine) -> None:
    at = open_page("change", url=url, view="events")
    own = {one.id for one in events(store, ME)}
    at.selectbox(key="event_0_kind").set_value("storm")
    at.text_input(key="event_0_first").set_value("2026-06-03")
    at.text_input(key="event_0_last").set_value("soon")
    at.text_input(key="event_0_name").set_value(HOSTILE)
    at.button(key="event_0_go").click().run()
    assert at.error[0].value.startswith("Last day: write year-month-day")
    at.text_input(key="event_0_last").set_value("2026-06-05")
    at.button(key="event_0_go").click().run()
    assert at.success[0].value == "The event is noted. It stands beside the charts from now on."
    (noted,) = [one for one in events(store, ME) if one.id not in own]
    assert (noted.kind, noted.last_day - noted.first_day, noted.department_id) == ("storm", 2, None)
    inside, others = (" ".join(table.value["Event"]) for table in at.table[:2])
    assert "Zomervakantie" in inside and "\\<img" in others, "the period ends later than the storm"
    chart = open_page("change", url=url, view="chart", number="posts")
    assert "3 June to 5 June 2026: \\=cmd" in with_happened(chart, "posts")
    (chosen,) = (box.key for box in at.selectbox if box.key and box.key.startswith("event_remove"))
    assert at.button(key=f"{chosen}_go").disabled
    at.selectbox(key=chosen).set_value(noted.id).run()
    at.button(key=f"{chosen}_go").click().run()
    (left,) = (box for box in at.selectbox if box.key and box.key.startswith("event_remove"))
    assert left.value is None and at.button(key=f"{left.key}_go").disabled
    assert {one.id for one in events(store, ME)} == own


def test_an_event_of_a_department_stands_beside_its_own_charts_only(
    open_page: OpenPage, url: str, store: Engine
) -> None:
    add_event(store, ME, "other", "Marathon", to_day(date(2026, 5, 2)), department_id=2)
    told = {dept: with_happened(open_page("change", url=url, view="chart", dept=dept), "within_norm") for dept in "23"}
    assert "Marathon" in told["2"] and "Marathon" not in told["3"]
    assert "Marathon" not in with_happened(open_page("change", url=url, view="chart"), "within_norm")


def test_public_holidays_and_changes_of_definition_come_by_themselves(open_page: OpenPage) -> None:
    at = open_page("change", state="demo", view="events", period="2026")
    tables = [table.value for table in at.table]
    assert "King\\'s Day" in set(tables[-2]["Public holiday"])
    assert {"YouTube", "Facebook", "Instagram"} <= set(tables[-1]["Platform"])


def test_without_public_holidays_it_is_said_whether_a_country_is_set(open_page: OpenPage) -> None:
    words_of_demo = words(open_page("change", state="demo", view="events", period="2026-09-14..2026-09-20"))
    assert "Whose public holidays count: Netherlands." in words_of_demo
    assert "It is not set which country" in words(open_page("change", state="one_row", view="events"))


def test_the_limits_of_a_number_do_not_wander_with_the_period(open_page: OpenPage) -> None:
    def basis(period: str) -> str:
        text = words(open_page("change", state="demo", view="chart", number="commitment_c1", period=period))
        return text.split("The limits rest on")[1].split(")")[0]

    assert basis("13w") == basis("26w") == basis("all")


def test_dutch(open_page: OpenPage) -> None:
    at = open_page("change", state="demo", language="nl", view="chart", number="posts")
    assert not at.exception and at.title[0].value == "Verandering"


ALL = Filters(Period(0, 1000))
REACH = Reach(1, 1, "Parks", "x", 0, 1000)


def test_data_that_may_still_come_are_told_from_accounts_that_stopped() -> None:
    def known(*last: int) -> Ground:
        return Ground(tuple(Reach(n, 1, f"Account {n}", "x", 0, day) for n, day in enumerate(last)), {})

    period = Period(0, 1000)
    assert known(1000, 995).not_complete(period) is None, "an export of a few days before is no gap"
    assert known(1000, 960).not_complete(period) == Period(961, 1000)
    assert known(1000, 960, 970).not_complete(period) == Period(961, 1000)
    assert known(1000, 500).not_complete(period) is None
    assert [(one.day, one.begins) for one in known(1000, 500).arrivals(period)] == [(501, False)]
    assert [known(*last).read_until(period) for last in ((1000, 995), (1000, 960), (1000, 500), (500, 400), ())] == [
        *(1000, 960, 1000, 500, 1000)
    ]
    assert [known(*last).covered(period) for last in ((1000,), (1000, 960), (500, 400))] == [
        *(period, Period(0, 960), Period(0, 500))
    ]
    assert known(500).covered(Period(600, 700)) is None and Ground((), {}).covered(period) == period
    assert [known(*last).has_gaps(period) for last in ((1000, 995), (1000, 500))] == [False, True]
    assert Ground((REACH, Reach(2, 1, "Roads", "x", 400, 1000)), {}).has_gaps(period)
    assert Ground((), {}).not_complete(period) is None and Ground((), {}).arrivals(period) == []


def test_an_account_that_begins_later_is_told() -> None:
    later = Reach(2, 1, "Roads", "x", 400, 1000)
    found = Ground((REACH, later), {}).arrivals(Period(0, 1000))
    assert [(one.account, one.day, one.begins) for one in found] == [("Roads", 400, True)]


def test_a_norm_gives_a_target_when_all_accounts_have_the_same() -> None:
    promised, other = Norm("hours", 4, 0.8, source="Service norm", source_date="2025-12-04"), Norm("hours", 24)
    target = target_of("within_norm", ALL, [promised, promised])
    assert target is not None and (target.value, target.direction) == (0.8, "at_least")
    assert target.source.english() == "Service norm, 2025-12-04"
    assert target_of("within_norm", ALL, [promised, other]) is None
    assert target_of("within_norm", ALL, [other]) is None and target_of("within_norm", ALL, []) is None
    assert target_of("posts", ALL, [promised]) is None


def test_norms_of_one_department_are_those_of_its_accounts() -> None:
    early, late = Norm("hours", 24), Norm("hours", 4, 0.8)
    both = Ground((REACH, Reach(2, 9, "Roads", "x", 0, 1)), {1: [(0, early), (700, late)], 2: [(0, early)]})
    assert both.norm_changes(1000) == {700: late} and both.norm_changes(699) == {}
    assert both.of(9).norms_on(1000) == [early] and both.of(1).norms_on(1000) == [late]
