"""How far departments, or roles, are apart on each question."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from components.chart import below
from components.escape import plain
from components.i18n import _, ngettext, number
from components.maturity.naming import level_words, question_words
from components.number_table import Table
from components.source import Source
from components.table import html_table
from metrics.maturity.questionnaire import Questionnaire
from metrics.maturity.spread import Spread

Names = Mapping[int | str | None, str]
FAR = 2
"""Levels apart that call for a talk: one says "written and used", the other "informal"."""
_FEW = 5
"""So many questions are shown when none is that far apart."""


def spread_card(
    key: str, title: str, questionnaire: Questionnaire, found: Sequence[Spread], names: Names, source: Source
) -> None:
    """Draw the questions that several groups answered, the widest apart first. `names` are the groups by key."""
    with st.container(border=True, gap="xsmall", key=f"card_spread_{key}"):
        st.header(title, anchor=False)
        if not found:
            st.info(
                _("No question has answers of two of them yet. Ask a second one to answer the same questions."),
                icon=":material/info:",
            )
            return
        st.markdown(spread_line(found, questionnaire))
        st.caption(
            _(
                "Range: the highest mean level less the lowest. Consensus: from 0 (half says 0, half says 4) to 1 (all "
                "say the same), over all answers. Differences are a reason to talk, not a mistake of anybody."
            )
        )
        shown = sum(one.range >= FAR for one in found) or min(len(found), _FEW)
        html_table(_words(questionnaire, found[:shown], names), title)
        if others := found[shown:]:
            label = ngettext("{n} more question", "{n} more questions", len(others))
            with st.expander(label, key=f"spread_{key}_others", on_change="rerun", icon=":material/table:") as box:
                if box.open:
                    html_table(_words(questionnaire, others, names), label)
        table = Table(lambda: _words(questionnaire, found, names), lambda: _raw(found, names))
        below(f"spread_{key}", title, table, source)


def spread_line(found: Sequence[Spread], questionnaire: Questionnaire) -> str:
    """On how many questions the answers are far apart, and on which most."""
    far = sum(one.range >= FAR for one in found)
    line = ngettext(
        "On {k} of {n} question the answers are two or more levels apart.",
        "On {k} of {n} questions the answers are two or more levels apart.",
        len(found),
        k=far,
    )
    widest = found[0]
    if not widest.range:
        return line
    question = question_words(questionnaire, widest.question)
    return f"{line} " + _(
        "Widest apart: {question} ({range} levels).", question=question, range=level_words(widest.range)
    )


def _words(questionnaire: Questionnaire, found: Sequence[Spread], names: Names) -> pd.DataFrame:
    rows = []
    for one in found:
        groups = [
            _(
                "{who}: {level} (n = {n})",
                who=plain(names.get(group.key, "?")),
                level=level_words(group.level),
                n=group.n,
            )
            for group in one.groups
        ]
        rows.append(
            {
                _("Question"): question_words(questionnaire, one.question),
                _("Levels"): "  \n".join(groups),
                _("Range and consensus"): f"{level_words(one.range)} · {number(one.consensus, 2)}",
            }
        )
    return pd.DataFrame(rows, dtype="object")


def _raw(found: Sequence[Spread], names: Names) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Question code"): one.question,
                _("Of whom"): names.get(group.key, ""),
                _("Mean level"): group.level,
                _("n"): group.n,
                _("Range"): one.range,
                _("Consensus"): one.consensus,
            }
            for one in found
            for group in one.groups
        ],
        dtype="object",
    )
