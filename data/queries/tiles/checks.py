"""What Data quality, Guidelines and Maturity ask: what rules and claims are checked against."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
from sqlalchemy import Engine

from data.access import Access
from data.content import DIMENSIONS
from data.filters import Filters
from data.queries import claims, figures, quality
from data.queries.answer_hours import hours
from data.queries.coverage import freshness
from data.queries.moderation import removals
from data.queries.naming import named
from data.queries.overlaps import overlaps
from data.queries.posting_hours import posting_hours
from data.queries.rhythm import rhythm
from data.queries.tiles.tile import Run, Tile, answers, content, sums
from metrics.claims.frames import half_year, year
from metrics.guidelines.from_frames import weeks_of
from metrics.periods import Period, months_before

_LIMIT = 24  # months, as many organisations choose


def _weeks_of_posts(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    return figures.sums(engine, access, replace(filters, period=weeks_of(filters.period)), "week", ("posts",))


def _looking_back(span: Callable[[Period], Period], run: Run) -> Run:
    return lambda engine, access, filters: run(engine, access, replace(filters, period=span(filters.period)))


def _past_limit(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    last = filters.period.last
    return claims.messages_before(engine, access, months_before(last, _LIMIT), last)


def _newest(engine: Engine, access: Access, _: Filters) -> pd.DataFrame:
    return claims.newest_messages(engine, access)


QUALITY = (
    Tile("quality", "coverage per account", freshness),
    Tile("quality", "days between posts per account", rhythm),
    Tile("quality", "imports behind each account", quality.files),
    Tile("quality", "how impressions were counted", quality.definitions),
    Tile("quality", "days of each account", quality.account_days),
    Tile("quality", "days of each website", quality.site_days),
    Tile("quality", "posts in two kinds of files", overlaps),
)

GUIDELINES = (
    Tile("guidelines", "coverage per account", freshness),
    Tile("guidelines", "posts per week", _weeks_of_posts),
    Tile("guidelines", "posts by weekday and hour", posting_hours),
    Tile("guidelines", "posts and comments of the period", sums("window", ("posts", "comments_posts", "comments_n"))),
    Tile("guidelines", "removals in the log", removals),
    Tile("guidelines", "kinds of posts, both periods", content("window", *DIMENSIONS)),
    Tile("guidelines", "times of posting", content("window", "slot")),
    Tile("guidelines", "types of posts per week", content("week", "type")),
)

MATURITY = (
    Tile("maturity", "coverage per account", freshness),
    Tile("maturity", "days between posts per account", rhythm),
    Tile("maturity", "answers, both periods", answers("window")),
    Tile("maturity", "questions by weekday and hour", hours),
    Tile("maturity", "posts of half a year", _looking_back(half_year, sums("window", ("posts",)))),
    Tile("maturity", "posts and messages by hour, half a year", _looking_back(half_year, claims.hours)),
    Tile("maturity", "who is named in posts, half a year", _looking_back(half_year, named)),
    Tile("maturity", "removals of a year", _looking_back(year, claims.removals)),
    Tile("maturity", "messages past a time limit, all years", _past_limit, "all"),
    Tile("maturity", "newest messages as they are stored", _newest),
    Tile("maturity", "what the load reports say", lambda engine, access, _: claims.imports(engine, access)),
    Tile("maturity", "actions of the plan", lambda engine, access, _: claims.actions(engine, access)),
)
"""What claims are checked against; `assessment` and `plan` ask the same. What it shares with the pages above has its
own line there, and lists that are written by hand are not in it."""
