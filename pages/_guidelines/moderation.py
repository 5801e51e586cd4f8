"""The log of removals, from the store or a file to the page and back."""

import time
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components import notice
from components.escape import plain
from components.i18n import _
from components.load_view import Note, Refusal
from components.moderation_file import LogFileResult, LogFileWish, moderation_file
from components.moderation_log import RemovalWish, moderation_log
from components.moderation_tables import RemovalEntry, moderation_findings
from data.filters import Filters
from data.logs.moderation import add_removal, follow_up, removals, remove_removal
from data.logs.moderation_files import files, undo_file
from loaders.logs.moderation import ModerationReport, load_moderation
from loaders.logs.template import MODERATION
from metrics.moderation import headline, summary
from metrics.moderation_changes import said, shifts
from metrics.periods import Period, to_date
from metrics.words import Message
from pages._context import access, department_names, engine, figures
from pages._data.templates import template_file
from pages._guidelines import keeping
from pages._work import attempt, turn

_PLACE = "log_moderation"
_RESULT = "_moderation_result"
_QUARTER = 13 * 7
_DAY = 86_400


def moderation_section() -> None:
    """Draw the log and do what the user asks for."""
    st.markdown(_("Which comments were removed, and why? Only counts and reasons are kept, never a comment."))
    notice.show(_PLACE)
    table = removals(engine(), access())
    period = _period(table)
    recent = table[table["day"] >= period.first]
    found = summary(recent, _messages(period, recent) if len(recent) else None)
    moderation_findings(headline(found), _review(table, period.last), found)
    if found.removals:
        text = _(
            "From {first} to {last}. Messages of citizens are those to departments with removals in the log.",
            first=to_date(period.first),
            last=to_date(period.last),
        )
        st.caption(text)
    entries = [_entry(row) for row in table.to_dict("records")]
    source = keeping.source(period.first, period.last)
    wish = moderation_log(entries, keeping.labels(), turn(), source)
    if wish is not None:
        attempt(_PLACE, lambda: _do(wish))
    earlier = files(engine(), access())[["source", "rows"]].itertuples(index=False, name=None)
    file = moderation_file(template_file(MODERATION), list(earlier), st.session_state.pop(_RESULT, None))
    if file is not None:
        attempt(_PLACE, lambda: _with_file(file))


def _period(table: pd.DataFrame) -> Period:
    """A year up to the newest removal, or what there is of it: before its first day the log says nothing."""
    last = int(table["day"].max()) if len(table) else int(time.time()) // _DAY
    first = last - 7 * keeping.WEEKS + 1
    return Period(max(first, int(table["day"].min())) if len(table) else first, last)


def _messages(period: Period, rows: pd.DataFrame) -> int:
    """What citizens wrote in a period, to the departments that these rows are of."""
    sums = figures(Filters(period), measures=(), columns=("comments_in",)).sums
    here = (sums["period"] == "current") & sums["department_id"].isin(rows["department_id"])
    return int(sums.loc[here, "comments_in"].sum())


def _review(table: pd.DataFrame, last: int) -> list[Message]:
    """What a person should look at: reasons and departments with clearly more or fewer removals than before."""
    now = Period(last - _QUARTER + 1, last)
    before = now.before()
    if table.empty or int(table["day"].min()) > before.last:
        return []
    earlier, later = (table[table["day"].between(one.first, one.last)] for one in (before, now))
    sums = figures(Filters(now), measures=(), columns=("comments_in",)).sums
    wrote = sums.pivot_table("comments_in", "department_id", "period", "sum", fill_value=0)
    wrote = wrote.reindex(columns=["previous", "current"], fill_value=0).astype("int64")
    pairs = wrote.to_numpy().tolist()
    messages = {one: (old, new) for one, (old, new) in zip(wrote.index.tolist(), pairs, strict=True)}
    names = department_names()
    return [
        said(one, names.get(int(one.code), "") if one.by == "department" else "")
        for one in shifts(earlier, later, messages)
    ]


def _entry(row: Mapping[Hashable, Any]) -> RemovalEntry:
    return RemovalEntry(
        id=int(row["id"]),
        account=keeping.account_label(row["account"], row["platform"]),
        department=row["department"],
        day=to_date(int(row["day"])),
        action=row["action"],
        reason=row["reason"],
        rule=row["rule"],
        n=int(row["n"]),
        appealed=int(row["appealed"]),
        reversed=int(row["reversed"]),
        source=row["source"],
    )


def _do(wish: RemovalWish) -> str:
    store, who = engine(), access()
    if wish.do == "remove":
        remove_removal(store, who, wish.entry)
        return _("The row is removed from the log.")
    if wish.do == "add" and wish.day is not None:
        counts = {"n": wish.n, "appealed": wish.appealed, "reversed": wish.reversed}
        add_removal(store, who, wish.account, wish.day, wish.action, wish.reason, wish.rule, **counts)
        return _("The removal is in the log.")
    follow_up(store, who, wish.entry, wish.appealed, wish.reversed)
    return _("The changes are saved.")


def _with_file(wish: LogFileWish) -> str:
    if wish.source:
        undo_file(engine(), access(), wish.source)
        return _("The rows of {file} are taken out of the log.", file=plain(wish.source))
    report = load_moderation(engine(), access(), wish.name, wish.content)
    st.session_state[_RESULT] = _result(report)
    return _("The file is read.")


def _result(report: ModerationReport) -> LogFileResult:
    stored = report.stored
    return LogFileResult(
        file=report.file,
        read=sum(table.rows_read for table in report.tables),
        stored=stored.rows if stored else 0,
        same_as=stored.source if stored and not stored.rows else "",
        replaced=stored.replaced if stored else (),
        overlapping=stored.overlapping if stored else (),
        notes=tuple(Note(one.message, one.rows) for table in report.tables for one in table.warnings),
        refusals=tuple(Refusal(one.row, one.column, one.reason) for table in report.tables for one in table.rejected),
        error=report.error,
    )
