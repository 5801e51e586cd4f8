"""What the log of removals says: the finding, the reasons, the rows, and all of them as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from components.download import csv_button
from components.escape import plain
from components.i18n import _, day, number, say
from components.log_fields import share_words
from components.source import Source
from components.table import html_table
from components.table_facts import fact_row
from metrics.moderation import ACTIONS, REASONS, ModerationSummary
from metrics.words import Message

_SHOWN = 20


@dataclass(frozen=True)
class RemovalEntry:
    """A row of the log. `source` is the file it came from, "" when it was written by hand."""

    id: int
    account: str
    department: str
    day: date
    action: str
    reason: str
    rule: str
    n: int
    appealed: int
    reversed: int
    source: str


def moderation_findings(sentence: Message, review: Sequence[Message], found: ModerationSummary) -> None:
    """Draw what the log says, the sentence first, then what a person should look at, then the figures."""
    st.markdown(plain(say(sentence), 600))
    for one in review:
        st.warning(plain(say(one), 600), icon=":material/visibility:")
    if not found.removals:
        return
    per_100 = _("not known") if found.per_100 is None else number(float(found.per_100))
    fact_row(
        [
            (_("Removals"), number(found.removals)),
            (_("Per 100 messages of citizens"), per_100),
            (_("A house rule cited"), share_words(found.cited)),
            (_("Appeals"), share_words(found.appealed)),
            (_("Put back"), share_words(found.reversed)),
        ]
    )
    html_table(_counts(found).map(plain), _("Removals by reason and by action"))


def removal_table(entries: Sequence[RemovalEntry], source: Source) -> None:
    """Draw the rows, the first of them if there are many; all of them are in the file."""
    if not entries:
        return
    html_table(_words(entries[:_SHOWN]).map(lambda cell: plain(cell, 200)), _("Removals of comments"))
    if len(entries) > _SHOWN:
        st.caption(_("The newest {n} are shown. The file below has them all.", n=_SHOWN))
    csv_button("removals", _("Removals of comments"), source, lambda: _raw(entries))


def _counts(found: ModerationSummary) -> pd.DataFrame:
    by_reason = [(_("Reason"), _(REASONS[code]), number(n)) for code, n in found.by_reason.items()]
    by_action = [(_("Action"), _(ACTIONS[code]), number(n)) for code, n in found.by_action.items()]
    return pd.DataFrame([*by_reason, *by_action], columns=[_("By"), _("What"), _("Removals")])


def _words(entries: Sequence[RemovalEntry]) -> pd.DataFrame:
    rows = [
        {
            _("Day"): day(one.day),
            _("Account"): one.account,
            _("Action"): _(ACTIONS[one.action]),
            _("Reason"): _(REASONS[one.reason]),
            _("House rule"): one.rule,
            _("Comments"): number(one.n),
            _("Appeals"): number(one.appealed),
            _("Put back"): number(one.reversed),
            _("Came from"): one.source or _("by hand"),
        }
        for one in entries
    ]
    return pd.DataFrame(rows)


def _raw(entries: Sequence[RemovalEntry]) -> pd.DataFrame:
    rows = [
        {
            _("Day"): one.day.isoformat(),
            _("Account"): one.account,
            _("Department"): one.department,
            _("Action"): _(ACTIONS[one.action]),
            _("Reason"): _(REASONS[one.reason]),
            _("House rule"): one.rule,
            _("Comments"): one.n,
            _("Appeals"): one.appealed,
            _("Put back"): one.reversed,
            _("Came from"): one.source,
        }
        for one in entries
    ]
    return pd.DataFrame(rows, dtype=object)
