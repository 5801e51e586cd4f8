"""Sending or conversing: shares with their intervals, the mix of tactics, and what the objective asks for."""

from collections.abc import Hashable, Sequence

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.chart import figure_card
from components.figures import rows
from components.i18n import _, ngettext, percent, period, say, share
from components.kept import kept
from components.number_table import Table
from components.source import Source
from metrics.content.mix import Part as TacticPart
from metrics.content.tactics import TACTICS
from metrics.content.two_way import Part, TwoWay, headline
from metrics.words import Message


def two_way_card(
    found: TwoWay, mix: Sequence[TacticPart], judged: Message | None, source: Source, key: Hashable
) -> None:
    """Draw the card; `judged` is what the mix says about the objective that was chosen. `key` is what it rests on."""
    shares = _shares(found, mix)
    with st.container(key="two_way"):
        figure_card(
            "two-way",
            measure=_("Sending and conversing"),
            title=say(headline(found)),
            subtitle=" · ".join(
                [period(source.period), ngettext("{n} account", "{n} accounts", found.accounts), _("share")]
            ),
            figure=kept((key, "two ways"), lambda: _figure(shares)) if _drawn(shares) else None,
            table=Table(lambda: in_words(shares), lambda: as_numbers(shares)),
            alt=_("Chart of sending and conversing. {rows}", rows="; ".join(f"{n}: {_words(p)}" for n, p in shares)),
            source=source,
            how=lambda: _remarks(found, judged),
            empty=_("There are no posts in this period."),
        )


def in_words(shares: Sequence[tuple[str, Part]]) -> pd.DataFrame:
    """A row for each share, for readers."""
    return pd.DataFrame(
        [
            {
                _("What"): name,
                _("Share"): share(part.share) if part.share is not None else _few(part),
                _("95% interval"): _interval(part),
                _("Rests on"): _("{k} of {n}", k=part.n, n=part.of),
            }
            for name, part in shares
        ]
    )


def as_numbers(shares: Sequence[tuple[str, Part]]) -> pd.DataFrame:
    """The same for programs; shares are fractions of 1."""
    return pd.DataFrame(
        [
            {
                _("What"): name,
                _("Share"): part.share,
                _("Lowest of the 95% interval"): part.interval[0] if part.interval else None,
                _("Highest of the 95% interval"): part.interval[1] if part.interval else None,
                _("Part"): part.n,
                _("n"): part.of,
            }
            for name, part in shares
        ],
        dtype=object,
    )


def _shares(found: TwoWay, mix: Sequence[TacticPart]) -> list[tuple[str, Part]]:
    total = sum(one.n for one in mix)
    return [
        (_("Posts, of all that was written"), found.sending),
        (_("Replies, of all that was written"), found.replying),
        (_("Posts that became a conversation (a citizen and a reply)"), found.two_way),
        (_("The same, of the posts that citizens wrote under"), found.answered),
        (_("Conversations of two or more turns"), found.deep),
        *((_("Posts: {tactic}", tactic=_(TACTICS[one.tactic])), Part(one.n, total)) for one in mix),
    ]


def _figure(shares: Sequence[tuple[str, Part]]) -> go.Figure:
    return rows.dots([_row(name, part) for name, part in shares], percent)


def _drawn(shares: Sequence[tuple[str, Part]]) -> bool:
    return any(part.share is not None for _name, part in shares)


def _row(name: str, part: Part) -> rows.Row:
    low, high = part.interval or (None, None)
    return rows.Row(name, _words(part), part.share, low, high)


def _words(part: Part) -> str:
    if part.share is None:
        return _few(part)
    return _("{share} ({interval}), {k} of {n}", share=share(part.share), interval=_interval(part), k=part.n, n=part.of)


def _few(part: Part) -> str:
    return _("{k} of {n}: too few for a percentage", k=part.n, n=part.of) if part.of else _("not in these data")


def _interval(part: Part) -> str:
    return (
        "" if part.interval is None else _("{low} to {high}", low=share(part.interval[0]), high=share(part.interval[1]))
    )


def _remarks(found: TwoWay, judged: Message | None) -> None:
    lines = [say(judged)] if judged else []
    if found.left_out:
        lines.append(
            ngettext(
                "{n} account is left out of the first five: its files do not show replies.",
                "{n} accounts are left out of the first five: their files do not show replies.",
                found.left_out,
            )
        )
    lines += [
        _("An own reply that two kinds of files show is counted once."),
        _("Tactics are told apart by signs in the text: a question or a call for input is pull, @name is networking."),
    ]
    st.caption("  \n".join(lines))
