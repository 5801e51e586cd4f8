"""The four-week test of posting times: what is planned, as a table and a file, and what to compare afterwards."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.chart import below
from components.escape import plain
from components.i18n import _, day, ngettext, say
from components.number_table import Table
from components.source import Source
from components.table import show_as_table
from metrics.cadence.plan import WEEKS, PlannedPost, comparison
from metrics.content.slots import SLOTS
from metrics.periods import to_date


def plan_card(name: str, account: str, plan: Sequence[PlannedPost], per_week: int, source: Source) -> None:
    """Draw the plan of one account; `per_week` is how many posts a week it was made for."""
    title = _("A fair test of posting times in four weeks")
    with st.container(border=True, gap="xsmall", key=f"card_{name}"):
        st.header(title, anchor=False)
        st.markdown(
            ngettext(
                "Chance decides when each post of {account} goes out: {n} post a week, as now, from {first}.",
                "Chance decides when each post of {account} goes out: {n} posts a week, as now, from {first}.",
                per_week,
                account=plain(account, 60),
                first=day(plan[0].day),
            )
        )
        st.markdown("\n".join(f"- {say(step)}" for step in comparison(per_week)))
        show_as_table(name, lambda: in_words(plan), title)
        below(name, title, Table(lambda: in_words(plan), lambda: as_rows(plan, account)), source)


def in_words(plan: Sequence[PlannedPost]) -> pd.DataFrame:
    """A row for each post, for readers."""
    rows = [
        {
            _("Week"): _("{n} of {weeks}", n=post.week, weeks=WEEKS),
            _("Day"): day(post.day),
            _("Time"): _(SLOTS[post.slot]),
        }
        for post in plan
    ]
    return pd.DataFrame(rows)


def as_rows(plan: Sequence[PlannedPost], account: str) -> pd.DataFrame:
    """The same for programs, with an empty column for the post that is written."""
    rows = [
        {
            _("Account"): account,
            _("Week"): post.week,
            _("Date"): to_date(post.day).isoformat(),
            _("Time"): _(SLOTS[post.slot]),
            _("Code"): post.slot,
            _("Post"): "",
        }
        for post in plan
    ]
    return pd.DataFrame(rows, dtype=object)
