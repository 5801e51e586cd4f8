"""What the mystery shopper's log says: the finding, the departments, the messages, and all of them as a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
import streamlit as st

from components.download import csv_button
from components.escape import plain
from components.i18n import _, day, duration, number, say
from components.log_fields import share_words, written
from components.source import Source
from components.table import html_table
from metrics.shopper import OUTCOMES, ShopperSummary
from metrics.words import Message

_SHOWN = 20


@dataclass(frozen=True)
class ShopperEntry:
    """A test message; times are on the organisation's clock. `wait` is seconds to the answer."""

    id: int
    account_id: int
    account: str
    department: str
    asked: datetime
    question: str
    outcome: str
    answered: datetime | None
    wait: int | None
    note: str


def shopper_findings(sentences: Sequence[Message], departments: Mapping[str, ShopperSummary]) -> None:
    """Draw what the log says, the sentence first, then each department with how many messages it rests on."""
    for sentence in sentences:
        st.markdown(plain(say(sentence), 600))
    if departments:
        html_table(_by_department(departments).map(plain), _("What came of the test messages, by department"))


def shopper_table(entries: Sequence[ShopperEntry], source: Source) -> None:
    """Draw the messages, the first of them if there are many; all of them are in the file."""
    if not entries:
        return
    html_table(_words(entries[:_SHOWN]).map(lambda cell: plain(cell, 300)), _("Test messages and what came of them"))
    if len(entries) > _SHOWN:
        st.caption(_("The newest {n} are shown. The file below has them all.", n=_SHOWN))
    csv_button("test_messages", _("Test messages"), source, lambda: _raw(entries))


def _by_department(departments: Mapping[str, ShopperSummary]) -> pd.DataFrame:
    rows = []
    for name, found in departments.items():
        row = {_("Department"): name, _("Test messages"): number(found.n)}
        row |= {_(label): number(found.outcomes[code]) for code, label in OUTCOMES.items()}
        rows.append(row | {_("Share answered (95% interval)"): share_words(found.answered) if found.n else ""})
    return pd.DataFrame(rows)


def _words(entries: Sequence[ShopperEntry]) -> pd.DataFrame:
    rows = [
        {
            _("Sent at"): f"{day(one.asked.date())}, {one.asked:%H:%M}",
            _("Account"): one.account,
            _("Department"): one.department,
            _("What was asked"): one.question,
            _("What came of it"): _(OUTCOMES[one.outcome]),
            _("Answered after"): duration(one.wait) if one.wait is not None else _("no answer"),
            _("Note"): one.note,
        }
        for one in entries
    ]
    return pd.DataFrame(rows)


def _raw(entries: Sequence[ShopperEntry]) -> pd.DataFrame:
    rows = [
        {
            _("Sent at"): written(one.asked),
            _("Account"): one.account,
            _("Department"): one.department,
            _("What was asked"): one.question,
            _("What came of it"): _(OUTCOMES[one.outcome]),
            _("Counts as answered"): one.outcome == "answered",
            _("Answered at"): written(one.answered) if one.answered else "",
            _("Note"): one.note,
        }
        for one in entries
    ]
    return pd.DataFrame(rows, dtype=object)
