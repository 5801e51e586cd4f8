"""Sums of the period per account and stratum, so that a comparison can be made again inside each of them.

A stratum is a platform, a weekday (0 is Monday), a topic (0: none), or posts that were paid for and the others.
"""

from collections.abc import Collection

import pandas as pd
from sqlalchemy import Engine, literal, select

from data.access import Access
from data.filters import Filters
from data.queries import parts
from data.queries.answers import MONTHS as ANSWER_MONTHS
from data.queries.frames import empty, read, repeated
from data.queries.sums import SUMS
from data.queries.topics import MONTHS as TOPIC_MONTHS
from data.queries.topics import SUMS as OF_TOPICS
from data.queries.windows import CURRENT, Window
from data.schema import account, rollup_answer, rollup_day, rollup_group
from metrics.comparison.strata import Dimension
from metrics.periods import Period
from metrics.registry import metrics
from metrics.slices import ANSWERS

PAID, ORGANIC = "paid", "organic"
_ALL, _PAID = 0, 1
_OWNER = {"account_id": "int64", "department_id": "int64", "platform": "str"}


def ratio_sums() -> tuple[str, ...]:
    """The sums that the shares and rates of the registry are made of."""
    ratios = [metric.ratio for metric in metrics().values() if metric.ratio is not None]
    above = {name for ratio in ratios if ratio.frame == "sums" for name in ratio.columns}
    return tuple(sorted(above | {ratio.under for ratio in ratios if ratio.under_frame == "sums"}))


def strata(
    engine: Engine, access: Access, filters: Filters, dimension: Dimension, columns: Collection[str] | None = None
) -> pd.DataFrame:
    """`Slice.sums` of the period with the column `stratum`: a platform, a weekday, a topic, or paid and organic.

    Only the sums named in `columns` where they are given. Topics and paid posts come from the rollup of groups of
    posts; a store in which no post of the choice is marked as paid answers "paid" without rows. One statement; raises
    `AccessDeniedError`.
    """
    wanted = {name: dtype for name, dtype in SUMS.items() if columns is None or name in columns}
    frame = _read(engine, access, filters, _of_posts(dimension, filters.period), wanted)
    if dimension == "paid":
        return _paid_and_organic(frame, list(wanted))
    return _stratified(frame, dimension)


def answer_strata(engine: Engine, access: Access, filters: Filters, dimension: Dimension) -> pd.DataFrame:
    """`Slice.answers` of the period with the column `stratum`: a platform, a weekday or a topic.

    By topic the frame has only those sums that are kept by topic. Questions are not asked under paid posts alone, so
    "paid" has no rows. One statement; raises `AccessDeniedError`.
    """
    wanted = dict.fromkeys((name for name in ANSWERS if dimension != "topic" or name in OF_TOPICS), "int64")
    if dimension == "paid":
        access.require("read")
        return empty({"period": "str", **_OWNER, "stratum": "str", **wanted})
    return _stratified(_read(engine, access, filters, _of_answers(dimension, filters.period), wanted), dimension)


def _of_posts(dimension: Dimension, period: Period) -> list[parts.Part]:
    whole = parts.of_windows([Window(CURRENT, period)])
    day, grouped = rollup_day.c.day, rollup_group.c
    match dimension:
        case "platform":
            return whole
        case "weekday":
            return [parts.Part(rollup_day, day, period.first, period.last, (day + 3) % 7)]
        case "topic":
            about = grouped.dimension == "topic"
            return [parts.Part(rollup_group, grouped.day, period.first, period.last, grouped.value, about)]
        case "paid":
            paid = grouped.dimension == PAID
            every = [part._replace(label=literal(_ALL)) for part in whole]
            return [*every, parts.Part(rollup_group, grouped.day, period.first, period.last, literal(_PAID), paid)]


def _of_answers(dimension: Dimension, period: Period) -> list[parts.Part]:
    if dimension == "topic":
        months = parts.of_windows([Window(CURRENT, period)], (TOPIC_MONTHS,))
        return [part._replace(label=part.rollup.c.topic_id) for part in months]
    if dimension == "weekday":
        day = rollup_answer.c.day
        return [parts.Part(rollup_answer, day, period.first, period.last, (day + 3) % 7)]
    return parts.of_windows([Window(CURRENT, period)], (ANSWER_MONTHS,))


def _read(
    engine: Engine, access: Access, filters: Filters, of_period: list[parts.Part], wanted: dict[str, str]
) -> pd.DataFrame:
    """The sums by account and by the label of their part."""
    added = parts.add_up(of_period, access, filters, list(wanted))
    statement = select(*added.c, account.c.department_id, account.c.platform).join(
        account, account.c.id == added.c.account_id
    )
    return read(engine, statement, {"period": "int64", **_OWNER, **wanted})


def _stratified(frame: pd.DataFrame, dimension: Dimension) -> pd.DataFrame:
    """The label of the part is the stratum; platforms are told by the account."""
    stratum = frame["platform"] if dimension == "platform" else frame["period"]
    return frame.assign(period=repeated("current", len(frame)), stratum=stratum)


def _paid_and_organic(frame: pd.DataFrame, wanted: list[str]) -> pd.DataFrame:
    """What is not paid for is the rest of an account's posts."""
    keys = list(_OWNER)
    every = frame[frame["period"] == _ALL].set_index(keys)[wanted]
    paid = frame[frame["period"] == _PAID].set_index(keys)[wanted]
    if paid.empty:
        return _labelled(paid, PAID)
    paid = paid.reindex(every.index, fill_value=0)
    return pd.concat([_labelled(paid, PAID), _labelled(every - paid, ORGANIC)], ignore_index=True)


def _labelled(sums: pd.DataFrame, stratum: str) -> pd.DataFrame:
    frame = sums.reset_index()
    labels = {"period": repeated("current", len(frame)), "stratum": repeated(stratum, len(frame))}
    return frame.assign(**labels)[["period", *frame.columns, "stratum"]]
