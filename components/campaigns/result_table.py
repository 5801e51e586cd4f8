"""The list of campaigns: days, posts, visits, what was expected and what came of it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.campaigns.words import count_words, days_words, expected_words, name_of, verdict_words
from components.chart import below
from components.escape import bare, plain
from components.i18n import _, number, say
from components.number_table import Table
from components.source import Source
from components.table import html_table
from metrics.campaigns.results import VERDICTS, Result
from metrics.periods import to_date


def result_table(results: Sequence[Result], source: Source, zone: str) -> None:
    """Draw the list, the newest campaign first."""
    table = Table(lambda: _words(results), lambda: _raw(results, zone))
    with st.container(border=True, gap="xsmall", key="card_campaigns"):
        st.header(_("Campaigns"), anchor=False)
        st.caption(_("Visits are those that came with the campaign's links. A dash: not known, which is not zero."))
        html_table(table.words(), _("Campaigns with their days, posts, visits, expectation and result"))
        below("campaigns", _("Campaigns"), table, source)


def _words(results: Sequence[Result]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Campaign"): plain(name_of(one.tag)),
                _("Result"): verdict_words(one),
                _("Expected"): expected_words(one.tag),
                _("Posts"): number(one.posts),
                _("Visits"): count_words(one.visits),
                _("Days"): days_words(one.tag),
            }
            for one in results
        ]
    )


def _raw(results: Sequence[Result], zone: str) -> pd.DataFrame:
    return pd.DataFrame([_row(one, zone) for one in results], dtype=object)


def _row(one: Result, zone: str) -> dict[str, object]:
    tag, found = one.tag, one.found
    return {
        _("Campaign"): bare(tag.name),
        _("First day"): "" if tag.first_day is None else to_date(tag.first_day).isoformat(),
        _("Last day"): "" if tag.last_day is None else to_date(tag.last_day).isoformat(),
        _("Posts"): one.posts,
        _("Visits"): one.visits.value,
        _("Interactions of a typical post"): one.typical.value,
        _("Times the other posts"): one.beside.ratio if one.beside else None,
        _("Measure"): tag.measure,
        _("Expected at least"): tag.expected,
        _("Found"): found.value if found else None,
        _("Lowest of the 95% interval"): found.low if found else None,
        _("Highest of the 95% interval"): found.high if found else None,
        _("n"): found.n if found else None,
        _("Added by hand since it was written"): one.added,
        _("Taken out by hand since it was written"): one.taken_out,
        _("Result"): _(VERDICTS[one.verdict]),
        _("Why"): say(one.why),
        _("Written before the first day"): tag.written_before(zone) if tag.is_registered else "",
    }
