"""The dimensions as bars, claimed and after the evidence."""

import pandas as pd
import streamlit as st

from components.chart import figure_card
from components.escape import plain
from components.figures import rows as figures
from components.i18n import _, ngettext, number, percent
from components.kept import kept
from components.maturity.naming import dimension_words, points
from components.number_table import Table
from components.source import Source
from metrics.maturity.questionnaire import Questionnaire
from metrics.maturity.scores import ENOUGH, DimensionScore, Scores

_TOP = 100


def dimensions_card(questionnaire: Questionnaire, found: Scores, source: Source) -> None:
    """Draw the bars of all dimensions in the order of the questionnaire, with table, CSV and explanation."""
    rows = [_row(questionnaire, one) for one in found.dimensions]
    scored = [row for row, _second in rows if row.value is not None]
    said = "; ".join(f"{row.name}: {row.words}" for row, _second in rows)
    figure_card(
        "maturity",
        measure=_("Maturity by dimension"),
        title=_title(questionnaire, found),
        subtitle=_(
            "Score from 0 to 100 · striped bar: claimed · filled bar: after the evidence · {coverage}",
            coverage=coverage_words(found),
        ),
        figure=kept(("maturity", tuple(rows)), lambda: figures.pairs(rows, number, _TOP)) if scored else None,
        table=Table(lambda: _words(questionnaire, found), lambda: _raw(questionnaire, found)),
        alt=_("Bars for each dimension, from 0 to 100. {rows}", rows=said),
        source=source,
        how=_how,
        empty=_("No dimension has a score yet: at least {share} of its questions need an answer.", share=_enough()),
    )


def coverage_words(found: Scores | DimensionScore) -> str:
    """How much was answered, and how often people did not know."""
    answered = _("{k} of {n} questions answered", k=found.answered, n=found.applicable)
    if not found.dont_know:
        return answered
    unknown = ngettext(
        "“don't know”: {k} of {n} answer ({share})",
        "“don't know”: {k} of {n} answers ({share})",
        found.replies,
        k=found.dont_know,
        share=percent(found.dont_know / found.replies, 2),
    )
    return f"{answered} · {unknown}"


def _row(questionnaire: Questionnaire, one: DimensionScore) -> tuple[figures.Row, float | None]:
    name = dimension_words(questionnaire, one.dimension)
    if one.claimed is None:
        text = _("{k} of {n} questions answered: too few for a score", k=one.answered, n=one.applicable)
    else:
        text = _(
            "claimed {claimed}, after the evidence {adjusted}",
            claimed=points(one.claimed),
            adjusted=points(one.adjusted),
        )
    return figures.Row(name, text, one.claimed), one.adjusted


def _title(questionnaire: Questionnaire, found: Scores) -> str:
    if found.lowest is None:
        return _("Too few answers for a score")
    name = plain(dimension_words(questionnaire, found.lowest.dimension))
    return _("{dimension} is lowest, with {score}", dimension=name, score=points(found.lowest.adjusted))


def _words(questionnaire: Questionnaire, found: Scores) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Dimension"): plain(dimension_words(questionnaire, one.dimension)),
                _("Claimed"): points(one.claimed),
                _("After the evidence"): points(one.adjusted),
                _("Coverage"): coverage_words(one),
            }
            for one in found.dimensions
        ],
        dtype="object",
    )


def _raw(questionnaire: Questionnaire, found: Scores) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Dimension"): dimension_words(questionnaire, one.dimension),
                _("Dimension code"): one.dimension,
                _("Weight"): one.weight,
                _("Claimed"): one.claimed,
                _("After the evidence"): one.adjusted,
                _("Questions answered"): one.answered,
                _("Questions that apply"): one.applicable,
                _("Answers “don't know”"): one.dont_know,
                _("Answers"): one.replies,
            }
            for one in found.dimensions
        ],
        dtype="object",
    )


def _how() -> None:
    with st.expander(_("How is this calculated?"), key="how_maturity", on_change="rerun", type="compact") as box:
        if box.open:
            st.markdown(
                _(
                    "A question has a level from 0 to 4; of several people the mean counts. **Claimed** is 25 times "
                    "the mean level of the answered questions. **After the evidence** is the same, but an answer that"
                    " the data contradict counts as level 2, “written but not followed”; where they contradict only "
                    "what level 4 adds, as level 3. The data never raise a score, and the claim itself stays as it "
                    "is. “Don't know” and “not applicable” are left out. A dimension has a score when at least "
                    "{share} of the questions that apply are answered; the total is the mean of the dimensions, "
                    "each with the weight that is shown at “Total”.",
                    share=_enough(),
                )
            )


def _enough() -> str:
    return percent(ENOUGH / 100)
