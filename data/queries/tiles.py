"""The statements behind the pages, by name, so that their speed can be measured apart from drawing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd
from sqlalchemy import Engine

from data.access import Access
from data.content import DIMENSIONS
from data.filters import Filters
from data.queries import answers, claims, figures, quality
from data.queries.answer_hours import hours
from data.queries.campaigns import campaign_posts, campaign_visits, log_sums
from data.queries.content import content
from data.queries.coverage import freshness
from data.queries.moderation import removals
from data.queries.naming import named
from data.queries.overlaps import overlaps
from data.queries.posting_hours import posting_hours
from data.queries.practice import cards, exceeding, judged, shared
from data.queries.rhythm import rhythm
from data.queries.strata import Dimension, answer_strata, ratio_sums, strata
from data.queries.topics import SUMS as TOPIC_SUMS
from data.queries.topics import Per, topic_models, topic_posts, topic_sums
from data.queries.windows import By
from data.queries.work_list import sample, topic_messages, waiting_list
from metrics.claims.frames import half_year, year
from metrics.guidelines.from_frames import weeks_of
from metrics.periods import Period, months_before
from metrics.registry import metrics
from metrics.signals.checks import WATCHED
from metrics.slices import ANSWERS, RESPONSE
from metrics.topics.frames import READ

Run = Callable[[Engine, Access, Filters], pd.DataFrame]


@dataclass(frozen=True)
class Tile:
    """One statement of a page. `span` says which period it is asked for: the default one, or everything.

    `exact` marks what no rollup can give (distinct authors, exact percentiles).
    """

    page: str
    name: str
    run: Run
    span: Literal["default", "all"] = "default"
    exact: bool = False


def _sums(by: By, columns: tuple[str, ...] | None = None) -> Run:
    return lambda engine, access, filters: figures.sums(engine, access, filters, by, columns)


def _histogram(measure: str, by: By) -> Run:
    return lambda engine, access, filters: figures.histograms(engine, access, filters, (measure,), by)


def _sites(by: By, *metrics: str) -> Run:
    return lambda engine, access, filters: figures.sites(engine, access, filters, by, metrics or None)


def _content(by: By, *dimensions: str) -> Run:
    return lambda engine, access, filters: content(engine, access, filters, by, dimensions)


def _answers(by: By, columns: tuple[str, ...] = ANSWERS) -> Run:
    return lambda engine, access, filters: answers.answers(engine, access, filters, by, columns)


def _strata(dimension: Dimension) -> Run:
    return lambda engine, access, filters: strata(engine, access, filters, dimension, ratio_sums())


def _answer_strata(dimension: Dimension) -> Run:
    return lambda engine, access, filters: answer_strata(engine, access, filters, dimension)


def _waiting(by: By) -> Run:
    return lambda engine, access, filters: answers.waiting(engine, access, filters, by)


def _work_list(newest_first: bool) -> Run:
    return lambda engine, access, filters: waiting_list(
        engine, access, filters, newest_first=newest_first, first=0, rows=10
    )


def _search(words: str) -> Run:
    def run(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
        from data.search import search  # it reads with the queries of this package

        return search(engine, access, filters, words).rows

    return run


def _to_check(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    return sample(engine, access, filters, 5)


def _topics(by: By, per: Per, *columns: str) -> Run:
    return lambda engine, access, filters: topic_sums(engine, access, filters, by, columns=columns, per=per)


def _topic_weeks_of_both(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    both = Period(filters.period.before().first, filters.period.last)
    return topic_sums(engine, access, replace(filters, period=both), "week", columns=("messages",), per="topic")


def _topic_posts(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    return topic_posts(engine, access, filters, _TOPIC)


def _topic_messages(topic: int, waits: bool = False) -> Run:
    return lambda engine, access, filters: topic_messages(engine, access, filters, topic, first=0, rows=10, waits=waits)


def _weeks_of_both(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    both = Period(filters.period.before().first, filters.period.last)
    return figures.sums(engine, access, replace(filters, period=both), "week")


def _weeks_of_posts(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    return figures.sums(engine, access, replace(filters, period=weeks_of(filters.period)), "week", ("posts",))


def _looking_back(span: Callable[[Period], Period], run: Run) -> Run:
    return lambda engine, access, filters: run(engine, access, replace(filters, period=span(filters.period)))


def _of_two(run: Run) -> Run:
    return lambda engine, access, filters: run(engine, access, replace(filters, departments=(1, 2)))


def _past_limit(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    last = filters.period.last
    return claims.messages_before(engine, access, months_before(last, _LIMIT), last)


def _newest(engine: Engine, access: Access, _: Filters) -> pd.DataFrame:
    return claims.newest_messages(engine, access)


def _candidates(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    return cards(engine, access, exceeding(engine, access, filters)["post_id"].tolist()[:_CARDS])


def _visits_of_campaigns(engine: Engine, access: Access, _: Filters) -> pd.DataFrame:
    return campaign_visits(engine, access, ("zwemmen-2026",))


def _posts_of_campaigns(engine: Engine, access: Access, _: Filters) -> pd.DataFrame:
    return campaign_posts(engine, access, range(1, 21))


def _usual(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    return log_sums(engine, access, range(1, 26), filters.period.before().first, filters.period.last)


def _tiles(page: str) -> list[Tile]:
    """What both pages ask: every number of the period and the one before, and one number over time."""
    measures = sorted({metric.histogram for metric in metrics().values() if metric.histogram})
    return [
        Tile(page, "sums of the period and the one before", _sums("window")),
        Tile(page, "sums per week of both", _weeks_of_both),
        *(Tile(page, f"{measure} per post, both periods", _histogram(measure, "window")) for measure in measures),
        Tile(page, "answers, both periods", _answers("window")),
        Tile(page, "questions that wait, both periods", _waiting("window")),
        Tile(page, "followers at the start and end of both", figures.audience),
        Tile(page, "websites, both periods", _sites("window")),
        Tile(page, "coverage per account", freshness),
        Tile(page, "days between posts per account", rhythm),
        Tile(page, "one sum per week", _sums("week", _TREND.columns)),
        Tile(page, "one median per week", _histogram(_TREND.histogram or "", "week")),
        Tile(page, "one sum per month, all years", _sums("month", _TREND.columns), "all"),
        Tile(page, "one median per month, all years", _histogram(_TREND.histogram or "", "month"), "all"),
    ]


_LIMIT = 24  # months, as many organisations choose
_TREND = metrics()["conversation"]
"""The number that the pages show over time when nobody has chosen another."""
_ANSWERED, _VISITORS = metrics()["within_norm"], metrics()["visitors"]
"""Numbers of the other frames that are followed by week: each reads no more than it needs."""

_WATCHED = tuple(sorted({column for name in WATCHED for column in metrics()[name].columns}))
"""What the list of signals reads, of all departments at once; the Overview asks the same."""

_STRATA = (
    Tile("departments", "posts by platform", _strata("platform")),
    Tile("departments", "posts by topic", _strata("topic")),
    Tile("departments", "posts by weekday", _strata("weekday")),
    Tile("departments", "posts that are paid for", _strata("paid")),
    Tile("departments", "answers by platform", _answer_strata("platform")),
    Tile("departments", "answers by topic", _answer_strata("topic")),
    Tile("departments", "answers by weekday", _answer_strata("weekday")),
)
"""What shares and rates are tested over."""

_QUALITY = (
    Tile("quality", "coverage per account", freshness),
    Tile("quality", "days between posts per account", rhythm),
    Tile("quality", "imports behind each account", quality.files),
    Tile("quality", "how impressions were counted", quality.definitions),
    Tile("quality", "days of each account", quality.account_days),
    Tile("quality", "days of each website", quality.site_days),
    Tile("quality", "posts in two kinds of files", overlaps),
)

_GUIDELINES = (
    Tile("guidelines", "coverage per account", freshness),
    Tile("guidelines", "posts per week", _weeks_of_posts),
    Tile("guidelines", "posts by weekday and hour", posting_hours),
    Tile("guidelines", "posts and comments of the period", _sums("window", ("posts", "comments_posts", "comments_n"))),
    Tile("guidelines", "removals in the log", removals),
    Tile("guidelines", "kinds of posts, both periods", _content("window", *DIMENSIONS)),
    Tile("guidelines", "times of posting", _content("window", "slot")),
    Tile("guidelines", "types of posts per week", _content("week", "type")),
)

_RESPONSIVENESS = (
    Tile("responsiveness", "answers, both periods", _answers("window")),
    Tile("responsiveness", "answers per week", _answers("week")),
    Tile("responsiveness", "answers per month, all years", _answers("month"), "all"),
    Tile("responsiveness", "response times, both periods", _histogram(RESPONSE, "window")),
    Tile("responsiveness", "response times per week", _histogram(RESPONSE, "week")),
    Tile("responsiveness", "response times per month, all years", _histogram(RESPONSE, "month"), "all"),
    Tile("responsiveness", "questions that wait, both periods", _waiting("window")),
    Tile("responsiveness", "questions that wait, per week", _waiting("week")),
    Tile("responsiveness", "questions by weekday and hour", hours),
    Tile("responsiveness", "work list, newest first", _work_list(newest_first=True)),
    Tile("responsiveness", "work list, oldest first", _work_list(newest_first=False)),
    Tile("responsiveness", "messages to check the rules with", _to_check),
    Tile("responsiveness", "what posts do, both periods", _content("window", "tactic")),
)

_TOPIC = 1  # some topic
_CARDS = 10  # that the first page shows
_CONVERSATION = (
    Tile("conversation", "messages and questions by topic and account", _topics("window", "account", *READ)),
    Tile("conversation", "tones by topic, both periods", _topics("window", "topic", *TOPIC_SUMS)),
    Tile("conversation", "messages by topic, weeks of both periods", _topic_weeks_of_both),
    Tile("conversation", "messages by topic, months of all years", _topics("month", "topic", "messages"), "all"),
    Tile("conversation", "own posts on a topic with most reactions", _topic_posts),
    Tile("conversation", "newest messages on a topic", _topic_messages(_TOPIC)),
    Tile("conversation", "newest messages of no topic", _topic_messages(0)),
    Tile("conversation", "questions on a topic that wait", _topic_messages(_TOPIC, waits=True)),
    Tile("conversation", "groupings of messages", lambda engine, access, _: topic_models(engine, access)),
)

_MATURITY = (
    Tile("maturity", "coverage per account", freshness),
    Tile("maturity", "days between posts per account", rhythm),
    Tile("maturity", "answers, both periods", _answers("window")),
    Tile("maturity", "questions by weekday and hour", hours),
    Tile("maturity", "posts of half a year", _looking_back(half_year, _sums("window", ("posts",)))),
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

_PLAN = (
    Tile("plan", "answers per week of two departments, all years", _of_two(_answers("week", _ANSWERED.answers)), "all"),
    Tile("plan", "sums per week of two departments, all years", _of_two(_sums("week", _TREND.columns)), "all"),
    Tile("plan", "response times per week of two departments", _of_two(_histogram(RESPONSE, "week")), "all"),
)
"""What an action is judged by: the weeks of its department, and of the one that it is compared with."""

_CHANGE = (
    Tile("change", "sums per week of what is watched, all years", _sums("week", _WATCHED), "all"),
    Tile("change", "sums per week, all years", _sums("week", _TREND.columns), "all"),
    Tile("change", "one median per week, all years", _histogram(_TREND.histogram or "", "week"), "all"),
    Tile("change", "answers in time per week, all years", _answers("week", _ANSWERED.answers), "all"),
    Tile("change", "weeks of a number without answers, all years", _answers("week", ()), "all"),
    Tile("change", "response times per week, all years", _histogram(RESPONSE, "week"), "all"),
    Tile("change", "questions that wait, per week, all years", _waiting("week"), "all"),
    Tile("change", "visitors of websites per week, all years", _sites("week", *_VISITORS.needs), "all"),
)
"""What a chart of change rests on: limits come from the first weeks with data, so all weeks are read, for each number
that is looked at. The Overview asks the same for the number that it shows over time."""
_PRACTICE = (
    Tile("practice", "posts that were judged", judged),
    Tile("practice", "posts that exceed their range", exceeding),
    Tile("practice", "posts that exceed their range, all years", exceeding, "all"),
    Tile("practice", "posts that departments share", shared),
    Tile("practice", "the first candidates in full", _candidates),
)
_CAMPAIGNS = (
    Tile("campaigns", "visits of campaigns by day, all years", _visits_of_campaigns, "all"),
    Tile("campaigns", "posts of all campaigns", _posts_of_campaigns, "all"),
    Tile("campaigns", "what is usual for all accounts", _usual),
)
"""What campaigns are judged by; a list of them asks it for each."""

_SEARCH = (
    Tile("conversation", "search the beginning of a rare word, all years", _search("123*"), "all"),
    Tile("conversation", "search a common word", _search("lamp")),
    Tile("conversation", "search a common word, all years", _search("lindelaan"), "all"),
)

TILES: tuple[Tile, ...] = (
    *_tiles("overview"),
    *_tiles("departments"),
    *_STRATA,
    *_RESPONSIVENESS,
    *_CONVERSATION,
    *_QUALITY,
    *_GUIDELINES,
    *_MATURITY,
    *_PLAN,
    *_CHANGE,
    *_PRACTICE,
    *_CAMPAIGNS,
    *_SEARCH,
)
