"""What Plan, Goals, Change, Practice and Campaigns ask: whether something changed, and what did better than usual."""

from dataclasses import replace

import pandas as pd
from sqlalchemy import Engine

from data.access import Access
from data.filters import Filters
from data.goals import goals
from data.queries.campaigns import campaign_posts, campaign_visits, log_sums
from data.queries.practice import cards, exceeding, judged, shared
from data.queries.tiles.tile import ANSWERED, TREND, Run, Tile, answers, histogram, sites, sums, waiting
from metrics.registry import metrics
from metrics.signals.checks import WATCHED
from metrics.slices import RESPONSE

_CARDS = 10  # that the first page shows
_VISITORS = metrics()["visitors"]
"""The number of the websites that is followed by week: it reads no more than it needs."""

_WATCHED = tuple(sorted({column for name in WATCHED for column in metrics()[name].columns}))
"""What the list of signals reads, of all departments at once; the Overview asks the same."""


def _of_two(run: Run) -> Run:
    return lambda engine, access, filters: run(engine, access, replace(filters, departments=(1, 2)))


def _of_one(run: Run) -> Run:
    return lambda engine, access, filters: run(engine, access, replace(filters, departments=(1,)))


def _goals(engine: Engine, access: Access, _: Filters) -> pd.DataFrame:
    return pd.DataFrame([{"goal_id": one.id, "numbers": len(one.kpis)} for one in goals(engine, access)])


def _candidates(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    return cards(engine, access, exceeding(engine, access, filters)["post_id"].tolist()[:_CARDS])


def _visits_of_campaigns(engine: Engine, access: Access, _: Filters) -> pd.DataFrame:
    return campaign_visits(engine, access, ("zwemmen-2026",))


def _posts_of_campaigns(engine: Engine, access: Access, _: Filters) -> pd.DataFrame:
    return campaign_posts(engine, access, range(1, 21))


def _usual(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    return log_sums(engine, access, range(1, 26), filters.period.before().first, filters.period.last)


PLAN = (
    Tile("plan", "answers per week of two departments, all years", _of_two(answers("week", ANSWERED.answers)), "all"),
    Tile("plan", "sums per week of two departments, all years", _of_two(sums("week", TREND.columns)), "all"),
    Tile("plan", "response times per week of two departments", _of_two(histogram(RESPONSE, "week")), "all"),
)
"""What an action is judged by: the weeks of its department, and of the one that it is compared with."""

GOALS = (
    Tile("goals", "goals with their numbers", _goals),
    Tile("goals", "sums per week of one department, all years", _of_one(sums("week", TREND.columns)), "all"),
    Tile("goals", "answers per week of one department, all years", _of_one(answers("week", ANSWERED.answers)), "all"),
)
"""What a goal is judged by: the weeks of its department; the value of the period stands with the pages above."""

CHANGE = (
    Tile("change", "sums per week of what is watched, all years", sums("week", _WATCHED), "all"),
    Tile("change", "sums per week, all years", sums("week", TREND.columns), "all"),
    Tile("change", "one median per week, all years", histogram(TREND.histogram or "", "week"), "all"),
    Tile("change", "answers in time per week, all years", answers("week", ANSWERED.answers), "all"),
    Tile("change", "weeks of a number without answers, all years", answers("week", ()), "all"),
    Tile("change", "response times per week, all years", histogram(RESPONSE, "week"), "all"),
    Tile("change", "questions that wait, per week, all years", waiting("week"), "all"),
    Tile("change", "visitors of websites per week, all years", sites("week", *_VISITORS.needs), "all"),
)
"""What a chart of change rests on: limits come from the first weeks with data, so all weeks are read, for each number
that is looked at. The Overview asks the same for the number that it shows over time."""

PRACTICE = (
    Tile("practice", "posts that were judged", judged),
    Tile("practice", "posts that exceed their range", exceeding),
    Tile("practice", "posts that exceed their range, all years", exceeding, "all"),
    Tile("practice", "posts that departments share", shared),
    Tile("practice", "the first candidates in full", _candidates),
)

CAMPAIGNS = (
    Tile("campaigns", "visits of campaigns by day, all years", _visits_of_campaigns, "all"),
    Tile("campaigns", "posts of all campaigns", _posts_of_campaigns, "all"),
    Tile("campaigns", "what is usual for all accounts", _usual),
)
"""What campaigns are judged by; a list of them asks it for each."""
