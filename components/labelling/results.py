"""What the labels of a round show: how many of each kind, how much two people agree, and the corrected shares."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from components.chart import below
from components.i18n import _, ngettext, number, percent, say, share
from components.number_table import Table
from components.source import Source
from components.table import html_table
from metrics.text.agreement import Agreement, sentence
from metrics.text.calibration import Calibration
from metrics.text.labels import TASKS, TaskCode
from metrics.words import Message

Shares = Mapping[str, Sequence[float]]
"""Share, lowest and highest by class; empty while shares cannot be told."""


def labels_card(task: TaskCode, classes: Mapping[str, int], found: Calibration | Message, source: Source) -> None:
    """The labels by class; with enough of them also the share of each, and how good the machine is."""
    with st.container(border=True, key="card_labels"):
        st.header(_("What the labels show"), anchor=False)
        if isinstance(found, Message):
            st.info(say(found), icon=":material/info:")
        else:
            st.markdown(quality_words(found))
        table = _table(task, classes, found)
        html_table(table.words(), _("Labels by kind"))
        below(f"labels-{task}", _("Labels by kind"), table, source)


def agreement_card(found: Agreement, done: int, total: int) -> None:
    """How much two people agree on the messages that both labelled."""
    with st.container(border=True, key="card_agreement"):
        st.header(_("Do two people agree?"), anchor=False)
        text = ngettext(
            "{n} message is meant for a second person; {done} of it is labelled.",
            "{n} messages are meant for a second person; {done} of them are labelled.",
            total,
            done=done,
        )
        st.markdown(f"{text} {say(sentence(found))}")


def quality_words(found: Calibration) -> str:
    """How good the machine is here, and on how many labels that rests."""
    quality = found.quality()
    ends = {"f1": quality.macro_f1, "low": quality.low, "high": quality.high, "baseline": quality.baseline}
    return _(
        "{n} labels tell how often the machine is wrong here: its macro-F1 is {f1} ({low} to {high}). Giving every "
        "message the most common answer would come to {baseline}.",
        n=quality.n,
        **{name: percent(value, 2) for name, value in ends.items()},
    )


def layer_words(better: Sequence[float], n: int) -> str:
    """By how much a layer of one's own labels is better than the model alone."""
    gap, low, high = (percent(value, 2) for value in better)
    return _(
        "Learning from your {n} labels makes the machine better here: its macro-F1 rises by {gap} ({low} to {high}) on "
        "messages that it has not seen.",
        n=n,
        gap=gap,
        low=low,
        high=high,
    )


def class_name(task: TaskCode, code: str) -> str:
    """A class in words."""
    known = {**TASKS[task].values, **TASKS[task].classes}
    return _(known[code])


def _table(task: TaskCode, classes: Mapping[str, int], found: Calibration | Message) -> Table:
    shares: Shares = {}
    if isinstance(found, Calibration):
        sampled = found.sampled()
        shares = dict(zip(sampled.index, sampled[["share", "low", "high"]].to_numpy().tolist(), strict=True))
    return Table(lambda: _words(task, classes, shares), lambda: _raw(task, classes, shares))


def _words(task: TaskCode, classes: Mapping[str, int], shares: Shares) -> pd.DataFrame:
    rows = []
    for code, n in classes.items():
        row = {_("Kind"): class_name(task, code), _("Labels"): number(n)}
        if shares:
            _value, low, high = (share(round(end, 2)) for end in shares[code])
            row[_("Share of the messages of the round's period")] = _("{low} to {high}", low=low, high=high)
        rows.append(row)
    return pd.DataFrame(rows)


def _raw(task: TaskCode, classes: Mapping[str, int], shares: Shares) -> pd.DataFrame:
    names = (_("Share"), _("Lowest of the 95% interval"), _("Highest of the 95% interval"))
    rows = [
        {_("Kind"): class_name(task, code), _("Labels"): n, **dict(zip(names, shares.get(code, ()), strict=False))}
        for code, n in classes.items()
    ]
    return pd.DataFrame(rows, dtype=object)
