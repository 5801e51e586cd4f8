"""The mystery shopper's log, from the store to the page and back."""

import time
from collections.abc import Hashable, Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from components import notice
from components.i18n import _
from components.test_message_log import ShopperWish, shopper_log
from components.test_message_tables import ShopperEntry, shopper_findings
from data.filters import Filters
from data.logs.test_messages import add_test_message, change_test_message, remove_test_message, test_messages
from data.norms import segments_of_accounts
from metrics.estimate import Estimate
from metrics.norms import deadlines
from metrics.norms.clock import NeverOpenError
from metrics.norms.versions import segment_of
from metrics.periods import Period, to_day
from metrics.registry import metrics
from metrics.shopper import Due, beside_statistics, by_group, headline, summary
from pages._context import access, all_dates, engine, figures, settings
from pages._guidelines import keeping
from pages._work import attempt, turn

_PLACE = "log_shopper"
_DAY = 86_400
_WITHIN_NORM = "within_norm"


def shopper_section() -> None:
    """Draw the log and do what the user asks for."""
    st.markdown(_("What comes of a question that a colleague asks as if they were a resident? A test is an example."))
    notice.show(_PLACE)
    table = test_messages(engine(), access())
    zone = ZoneInfo(settings().time_zone)
    newest = _newest(table)
    first = newest - 7 * keeping.WEEKS + 1
    recent = table[table["asked_ts"] >= first * _DAY]
    now = max(int(time.time()), (newest + 1) * _DAY)
    due = _due(recent, zone)
    found = summary(recent, now, due)
    sentences = [headline(found)]
    measured = _within_norm(Period(first, newest))
    if found.n and measured is not None:
        sentences.append(beside_statistics(found, measured))
    names = dict(zip(table["department_id"].tolist(), table["department"], strict=True))
    departments = {names[one]: of_one for one, of_one in by_group(recent, "department_id", now, due).items()}
    shopper_findings(sentences, dict(sorted(departments.items(), key=lambda item: item[0].casefold())))
    if not table.empty:
        st.caption(_("Of the last {n} weeks. “Picked up” is not answered.", n=keeping.WEEKS))
    entries = [_entry(row, zone) for row in table.to_dict("records")]
    wish = shopper_log(entries, keeping.labels(), zone.key, turn(), keeping.source(first, newest))
    if wish is not None:
        attempt(_PLACE, lambda: _do(wish))


def _newest(table: pd.DataFrame) -> int:
    """The newest day of the log or of the data, today when there is neither."""
    dates = all_dates()
    days = [dates.last] if dates else []
    days += [int(table["asked_ts"].max()) // _DAY] if len(table) else []
    return max(days, default=int(time.time()) // _DAY)


def _due(table: pd.DataFrame, zone: ZoneInfo) -> Due:
    """When an answer is due, by the norm that the account had on the day of the question."""
    norms = segments_of_accounts(engine(), access(), sorted(set(table["account_id"].tolist())))

    def due(account: int, asked: int) -> int | None:
        versions = norms[account]
        norm = versions[int(segment_of(versions, to_day(_local(asked, zone).date())))][1]
        try:
            return int(deadlines.due(norm, deadlines.clock_of(norm, asked, asked), asked))
        except NeverOpenError:
            return None

    return due


def _within_norm(period: Period) -> Estimate | None:
    """The share of questions that were answered in time, as the statistics have it; None while nothing measures it."""
    metric = metrics().get(_WITHIN_NORM)
    return None if metric is None else metric.compute(figures(Filters(period)).where(period="current"))


def _entry(row: Mapping[Hashable, Any], zone: ZoneInfo) -> ShopperEntry:
    answered = None if pd.isna(row["answered_ts"]) else int(row["answered_ts"])
    return ShopperEntry(
        id=int(row["id"]),
        account_id=int(row["account_id"]),
        account=keeping.account_label(row["account"], row["platform"]),
        department=row["department"],
        asked=_local(int(row["asked_ts"]), zone),
        question=row["question"],
        outcome=row["outcome"],
        answered=None if answered is None else _local(answered, zone),
        wait=None if answered is None else answered - int(row["asked_ts"]),
        note="" if pd.isna(row["note"]) else row["note"],
    )


def _local(seconds: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(seconds, UTC).astimezone(zone)


def _do(wish: ShopperWish) -> str:
    store, who = engine(), access()
    if wish.do == "remove":
        remove_test_message(store, who, wish.entry)
        return _("The test message is removed.")
    question, outcome, answered, note = wish.question, wish.outcome, wish.answered, wish.note
    if wish.do == "add" and wish.asked is not None:
        add_test_message(store, who, wish.account, wish.asked, question, outcome, answered, note)
        return _("The test message is in the log.")
    given = {"question": question, "outcome": outcome, "answered": answered, "note": note}
    change_test_message(store, who, wish.entry, asked=wish.asked, **given)
    return _("The changes are saved.")
