"""Times of posting: a dot with its interval for each, beside the other posts of the same accounts."""

from collections.abc import Hashable, Sequence

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.chart import figure_card
from components.escape import bare, plain
from components.figures import rows
from components.i18n import _, ngettext, number, period, say
from components.kept import kept
from components.number_table import Table
from components.source import Source
from metrics.cadence.posting_times import FEWEST_IN_SLOT, PostingTimes, SlotRatio
from metrics.cadence.verdicts import verdict
from metrics.content.slots import SLOTS


def posting_times_card(name: str, who: str, times: PostingTimes, source: Source, key: Hashable) -> None:
    """Draw the card of one account or department, `who`, with its finding as the title. `key` is what it rests on."""
    figure_card(
        name,
        measure=_("Times of posting: {who}", who=bare(who)),
        title=say(verdict(times)),
        subtitle=" · ".join(
            [
                plain(who),
                period(source.period),
                _("interactions beside the other posts of the same accounts (1 is the same)"),
                ngettext("{n} post", "{n} posts", times.n),
            ]
        ),
        figure=kept((key, name), lambda: _figure(times.slots)) if times.judged else None,
        table=Table(lambda: in_words(times), lambda: as_numbers(times)),
        alt=_("Chart of times of posting. {rows}", rows="; ".join(_line(one) for one in times.slots)),
        source=source,
        how=lambda: _how(name),
        empty=say(verdict(times)),
    )


def in_words(times: PostingTimes) -> pd.DataFrame:
    """A row for each time, for readers."""
    return pd.DataFrame(
        [
            {
                _("Time"): _(SLOTS[one.slot]),
                _("Times the other posts"): number(one.ratio) if one.ratio is not None else _few(one),
                _("95% interval"): _interval(one),
                _("Beyond chance"): _verdict(one),
                _("Rests on"): ngettext("{n} post", "{n} posts", one.n),
            }
            for one in times.slots
        ]
    )


def as_numbers(times: PostingTimes) -> pd.DataFrame:
    """The same for programs."""
    return pd.DataFrame(
        [
            {
                _("Time"): _(SLOTS[one.slot]),
                _("Code"): one.slot,
                _("Times the other posts"): one.ratio,
                _("Lowest of the 95% interval"): one.low,
                _("Highest of the 95% interval"): one.high,
                _("n"): one.n,
                _("Beyond chance"): _verdict(one),
                _("Why there is no value"): _few(one) if one.ratio is None else "",
            }
            for one in times.slots
        ],
        dtype=object,
    )


def _figure(slots: Sequence[SlotRatio]) -> go.Figure:
    drawn = [rows.Row(_(SLOTS[one.slot]), _words(one), one.ratio, one.low, one.high) for one in slots]
    return rows.dots(drawn, number, (_("the same"), 1.0))


def _words(one: SlotRatio) -> str:
    if one.ratio is None:
        return _few(one)
    return _(
        "{ratio} times ({interval}), {posts}",
        ratio=one.ratio,
        interval=_interval(one),
        posts=ngettext("{n} post", "{n} posts", one.n),
    )


def _line(one: SlotRatio) -> str:
    return f"{_(SLOTS[one.slot])}: {_words(one)}"


def _interval(one: SlotRatio) -> str:
    return "" if one.low is None or one.high is None else _("{low} to {high}", low=one.low, high=one.high)


def _few(one: SlotRatio) -> str:
    if one.n < FEWEST_IN_SLOT:
        return ngettext("{n} post: too few", "{n} posts: too few", one.n)
    return _("nothing to compare with")


def _verdict(one: SlotRatio) -> str:
    if one.better:
        return _("better")
    return _("less well") if one.worse else _("no clear difference")


def _how(name: str) -> None:
    with st.expander(_("How is this calculated?"), key=f"how_{name}", on_change="rerun", type="compact") as drawer:
        if drawer.open:
            st.markdown(
                _(
                    "Each post is compared with the other posts of the same account, on the logarithm of 1 + "
                    "interactions, so that one post that goes round does not decide. What is seen at a time is pulled "
                    "towards no difference, the more so the fewer posts it rests on: the best time of a few posts is "
                    "mostly luck. Morning is 6 to 12, afternoon 12 to 18, evening 18 to 24 o'clock; posts of the night "
                    "are left out. Looking back shows what went together, not what works: subjects differ by time too."
                )
            )
