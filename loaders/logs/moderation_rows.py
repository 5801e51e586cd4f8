"""The rows of a log of removals: bytes in, rows for the store out, and an account of each row.

What citizens wrote and who they are is never read, even if the file has it. Reasons that are not known count as another
reason, without their words: people write whole comments into such cells.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.errors import StoreError
from data.logs.moderation import checked
from loaders.files.building.columns import Columns
from loaders.files.building.counts import counts
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.templates import leave_out_examples
from loaders.files.building.times import DAY, ISO
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.headers import Header, clean, normalise, resolve
from loaders.files.reading.knowledge import Knowledge
from loaders.files.reading.opening import open_tables
from loaders.files.reading.table import Table
from loaders.logs.own_accounts import OwnAccounts
from loaders.logs.vocabulary import ACTIONS, ALIASES, NO, PRIVATE, REASONS, YES
from loaders.masks import mask_text
from loaders.records import FileWarning, Rejection
from metrics.words import N_, Message

_NEEDED = ("date", "account", "action")
_SHOWN = 10  # headers that are named in a warning
_COLUMN_OF = {"future_day": "date", "no_number": "n", "too_many_appeals": "appealed", "text_too_long": "rule"}


@dataclass(frozen=True)
class LogTable:
    """One table of a file: `rows_read == len(kept) + the rows in rejected`, always."""

    name: str
    rows_read: int
    kept: list[dict[str, Any]]
    rejected: list[Rejection]
    warnings: list[FileWarning]


def read_moderation(name: str, data: bytes, own: OwnAccounts, newest: int) -> tuple[list[LogTable], Message | None]:
    """The tables of a file that are logs of removals; when there are none, why. Stores nothing."""
    tables, problems = [], []
    for table_name, table in open_tables(name, data, Knowledge(_is_log)):
        if isinstance(table, UnreadableError):
            problems.append(table.message)
        elif _is_log(table.keys):
            tables.append(_read(table_name, table, own, newest))
    if tables:
        return tables, None
    text = N_(
        "This is no log of removals: it needs columns with the date, the account and the action. Fill in the template, "
        "or give your columns the names that it has."
    )
    return [], problems[0] if problems else Message("no_log", text)


def _is_log(header: Header) -> bool:
    return all(name in resolve(header, ALIASES) for name in _NEEDED)


def _read(name: str, table: Table, own: OwnAccounts, newest: int) -> LogTable:
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    leave_out_examples(rows, columns)
    _warn_of_columns(rows, table)
    days = _days(rows, columns)
    action = _codes(columns.text("action"), ACTIONS)
    text = N_("Write what was done: hidden or deleted.")
    rows.reject(action.isna(), columns.header("action"), Message("unknown_action", text))
    reason = _codes(columns.text("reason"), REASONS)
    if (reason.isna().to_numpy() & rows.alive).any():
        text = N_("A reason that is not in the list of the template counts as another reason; its words are not kept.")
        rows.warn(Message("reason_as_other", text), reason.isna().to_numpy() & rows.alive)
    found = _accounts(rows, columns, own)
    frame = pd.DataFrame(
        {
            "account_id": found,
            "day": days,
            "action": action,
            "reason": reason.fillna("other"),
            "rule": [mask_text(cell, set()) for cell in columns.text("rule")],
            "n": _numbers(rows, columns, "n", empty=1),
            "appealed": _numbers(rows, columns, "appealed", empty=0),
            "reversed": _numbers(rows, columns, "reversed", empty=0),
        }
    )
    kept = _kept(rows, columns, frame, newest)
    return LogTable(name, rows.read, kept, rows.rejected, rows.warnings)


def _kept(rows: Rows, columns: Columns, frame: pd.DataFrame, newest: int) -> list[dict[str, Any]]:
    """The rows that the store takes; it says of each other one what is wrong."""
    wrong: dict[int, Message] = {}
    records: list[dict[str, Any]] = frame.astype(object).to_dict("records")  # type: ignore[assignment]
    for place in np.flatnonzero(rows.alive).tolist():
        try:
            checked(records[place], newest)
        except StoreError as error:
            wrong[place] = error.message
    for code in {message.code for message in wrong.values()}:
        mask = np.array([place in wrong and wrong[place].code == code for place in range(len(frame))], dtype=np.bool_)
        rows.reject_each(mask, columns.header(_COLUMN_OF.get(code, "")), wrong.__getitem__)
    return [records[place] for place in np.flatnonzero(rows.alive).tolist()]


def _days(rows: Rows, columns: Columns) -> NDArray[np.int64]:
    cells = columns.text("date")
    times = parse_resaved(cells, ISO)
    no_date = Message("no_date", N_("This row has no date."))
    rows.reject(cells == "", columns.header("date"), no_date)
    text = N_("The date “{value}” cannot be read. Write year-month-day, for example 2026-03-31.")
    shown = cells.tolist()
    rows.reject_each(
        ~times.known, columns.header("date"), lambda i: Message("unreadable_date", text, {"value": shown[i][:40]})
    )
    return times.seconds // DAY


def _codes(cells: "pd.Series[str]", words: dict[str, str]) -> "pd.Series[str]":
    return cells.map(normalise).map(words)


def _accounts(rows: Rows, columns: Columns, own: OwnAccounts) -> list[int]:
    """The account of each row (0 where there is none, which is then left out)."""
    pairs = list(zip(columns.text("platform"), columns.text("account"), strict=True))
    known = {pair: own.find(*pair) for pair in set(pairs)}
    found = [known[pair] for pair in pairs]
    why = {place: one for place, one in enumerate(found) if isinstance(one, Message)}
    for column, at_platform in (("platform", True), ("account", False)):
        mask = [place in why and (why[place].code == "unknown_platform") is at_platform for place in range(len(found))]
        rows.reject_each(np.array(mask, dtype=np.bool_), columns.header(column), why.__getitem__)
    return [one if isinstance(one, int) else 0 for one in found]


def _numbers(rows: Rows, columns: Columns, name: str, empty: int) -> NDArray[np.int64]:
    """A number of comments: in figures, or yes for one and no for none."""
    cells = columns.text(name)
    small = cells.str.casefold()
    read = counts(cells.mask(small.isin(YES), "1").mask(small.isin(NO), "0").astype("str"))
    text = N_("This is not a number. Write how many, in whole figures.")
    rows.reject(read.reasons == "x", columns.header(name), Message("not_a_number", text))
    return np.where(read.present, read.values, empty)


def _warn_of_columns(rows: Rows, table: Table) -> None:
    """Say which columns were not read, and that this is meant where they hold what citizens wrote."""
    used = {place for places in table.places(ALIASES).values() for place in places}
    others = [
        (clean(name)[:40], key)
        for place, (name, key) in enumerate(zip(table.header, table.keys, strict=True))
        if place not in used and key
    ]
    private = [name for name, key in others if key in PRIVATE]
    unknown = [name for name, key in others if key not in PRIVATE]
    if private:
        text = N_(
            "These columns were left out: {columns}. What citizens wrote, and who they are, is never stored here."
        )
        rows.warn(Message("private_columns", text, {"columns": ", ".join(private[:_SHOWN])}))
    if unknown:
        text = N_("These columns are not used: {columns}.")
        rows.warn(Message("unused_columns", text, {"columns": ", ".join(unknown[:_SHOWN])}))
