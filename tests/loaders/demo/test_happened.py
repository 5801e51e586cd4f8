"""What the calendar of the demo city brings: events, a campaign and goals, as the guide for facilitators tells them."""

from collections import Counter
from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from data import tags
from data.access import LOCAL_ADMINISTRATOR as ME
from data.baselines import baselines
from data.events import events
from data.goals import goals
from data.registers import add_account, add_department
from loaders.demo.calendar import Calendar
from loaders.demo.campaign import EXPECTED, add_campaign
from loaders.demo.city import DEPARTMENTS
from loaders.demo.festival import campaign_visits, night, season
from loaders.demo.generate import END
from loaders.demo.goals import add_goals
from loaders.demo.happened import add_decision, add_events, school_holidays
from loaders.demo.stories import YEARLY
from metrics.goals.levels import reaches
from metrics.periods import to_day

GUIDE = " ".join((Path(__file__).parents[3] / "docs" / "demo-city.md").read_text(encoding="utf-8").split())


def registered(store: Engine) -> dict[str, int]:
    return {one.key: add_department(store, ME, one.name, is_demo=True, search=False) for one in DEPARTMENTS}


def test_events_are_those_of_the_calendar(sqlite_store: Engine) -> None:
    add_events(sqlite_store, ME, END)
    found = events(sqlite_store, ME)
    assert Counter(one.kind for one in found) == {"holiday": 15, "election": 4, "other": 3, "storm": 1}
    assert f"{len(found)} events" in GUIDE
    [storm] = [one for one in found if one.kind == "storm"]
    assert (storm.first_day, storm.last_day) == (to_day(date(2026, 1, 8)), to_day(date(2026, 1, 9)))
    assert ("Zomervakantie", date(2026, 7, 18), date(2026, 8, 30)) in school_holidays(Calendar(END))
    add_events(sqlite_store, ME, END)
    assert events(sqlite_store, ME) == found, "nothing is noted twice"


def test_the_campaign_brought_less_than_was_written_down_before_it_began(sqlite_store: Engine) -> None:
    departments = registered(sqlite_store)
    account = add_account(sqlite_store, ME, departments["cultuur"], "instagram", "@lichtjes", is_demo=True)
    for _ in range(2):
        add_campaign(sqlite_store, ME, departments, {YEARLY: account}, END)
    campaign, paid = sorted(tags.tags(sqlite_store, ME), key=lambda one: one.kind)
    assert (campaign.name, campaign.measure, campaign.expected) == ("Lichtjesnacht 2025", "visits", EXPECTED)
    assert campaign.written_before("Europe/Amsterdam") and campaign.is_demo and paid.is_demo
    assert (paid.kind, paid.rules.accounts) == ("paid", (account,))
    visits = campaign_visits(Calendar(END))
    assert visits["value"].sum() < EXPECTED and f"**{visits['value'].sum():,.0f}** visits" in GUIDE
    assert set(visits["metric"]) == {f"campaign_visits/{campaign.utm_campaign}"}
    assert (visits["date"].min(), visits["date"].max()) == tuple(day.isoformat() for day in season(Calendar(END)))


def test_the_festival_of_a_season_that_is_not_over_does_not_count() -> None:
    assert night(Calendar(END)) == date(2025, 12, 20)
    assert night(Calendar(date(2025, 12, 22))) == date(2024, 12, 21)


def test_goals_and_a_decision_tell_their_story(sqlite_store: Engine) -> None:
    departments = registered(sqlite_store)
    for _ in range(2):
        add_goals(sqlite_store, ME, departments, END)
    found = goals(sqlite_store, ME)
    assert Counter(map(reaches, found)) == {"result": 3, "output": 1, "outtake": 1}
    assert len({goal.department_id for goal in found if goal.department_id is not None}) == 3
    assert sum(len(goal.kpis) for goal in found) == 11 and all(goal.is_demo for goal in found)
    add_decision(sqlite_store, ME, departments, END)
    [decision] = baselines(sqlite_store, ME)
    assert (decision.is_demo, decision.first_day) == (True, to_day(date(2026, 4, 23)))
