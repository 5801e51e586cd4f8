"""The verdict on each account and website: a table to read, and a CSV to take along."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from components.chart import below
from components.escape import plain
from components.i18n import _, say
from components.number_table import Table
from components.quality_words import badge_words, reason_lines
from components.source import Source
from components.table import html_table
from components.words import platform_name
from metrics.quality.verdict import BADGES, SIDES, Verdict

_ORDER = list(BADGES)


def in_order(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Those that need attention first; within a badge in alphabetical order."""
    return sorted(verdicts, key=lambda one: (_ORDER.index(one.badge), one.name.casefold(), one.platform))


def quality_table(verdicts: Sequence[Verdict], departments: Mapping[int, str], source: Source) -> None:
    """Draw the card. `departments` are names by id."""
    title = _("Every account: may it be compared?")
    rows = in_order(verdicts)
    with st.container(border=True, key="card_quality"):
        st.header(title, anchor=False)
        st.caption(_("Those that need attention come first. What to do is in italics."))
        words = verdicts_in_words(rows, departments)
        html_table(words, title)
        below("data-quality", title, Table(lambda: words, lambda: verdicts_as_rows(rows, departments)), source)


def account_words(verdict: Verdict) -> str:
    """An account as it is named in a table: its name and platform."""
    return _("{account} ({platform})", account=plain(verdict.name, 60), platform=platform_name(verdict.platform))


def verdicts_in_words(verdicts: Sequence[Verdict], departments: Mapping[int, str]) -> pd.DataFrame:
    """The table as people read it: two columns, so that it fits a telephone."""
    return pd.DataFrame(
        {
            _("Account"): [
                f"**{account_words(one)}** {plain(departments.get(one.department_id, ''), 60)}" for one in verdicts
            ],
            _("Quality, why, and what to do"): [
                f"**{badge_words(one.badge)}** {reason_lines(one.reasons)}".rstrip() for one in verdicts
            ],
        },
        dtype="object",
    )


def verdicts_as_rows(verdicts: Sequence[Verdict], departments: Mapping[int, str]) -> pd.DataFrame:
    """The table for programs: one row for each reason, and one for an account without any."""
    columns = [_("Account"), _("Platform"), _("Department"), _("Quality"), _("Side"), _("Why"), _("What to do")]
    rows = []
    for one in verdicts:
        owner = (one.name, platform_name(one.platform), departments.get(one.department_id, ""), _(BADGES[one.badge]))
        rows += [(*owner, _(SIDES[why.side]), say(why.message), say(why.what_to_do)) for why in one.reasons]
        if not one.reasons:
            rows.append((*owner, "", "", ""))
    return pd.DataFrame(rows, columns=columns, dtype="object")
