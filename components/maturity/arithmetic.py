"""How each score is made: every term of the sums, in the open."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from components.escape import plain
from components.i18n import _, number, percent
from components.maturity.naming import dimension_words, level_words, points, question_words
from components.table import html_table
from metrics.maturity.questionnaire import Questionnaire
from metrics.maturity.scores import ENOUGH, POINTS, DimensionScore, Scores


def arithmetic(questionnaire: Questionnaire, found: Scores, people: Mapping[int, str]) -> None:
    """Draw how each score is made, and how the total is; each opens by itself. `people` names who answers."""
    st.header(_("How each score is made"), anchor=False)
    for one in found.dimensions:
        name = dimension_words(questionnaire, one.dimension)
        title = _title(plain(name), one.claimed, one.adjusted)
        with st.expander(title, key=f"sum_{one.dimension}", on_change="rerun", icon=":material/calculate:") as box:
            if box.open:
                html_table(_terms(questionnaire, one, people), name)
                st.markdown(sums(one))
    title = _title(_("Total"), found.claimed, found.adjusted)
    with st.expander(title, key="sum_total", on_change="rerun", icon=":material/calculate:") as box:
        if box.open:
            html_table(_parts(questionnaire, found), _("Total"))
            st.markdown(total(questionnaire, found))


def sums(one: DimensionScore) -> str:
    """The two sums of a dimension, written out."""
    if one.claimed is None or one.adjusted is None:
        return _(
            "No score: {k} of {n} questions that apply are answered, and {share} is needed.",
            k=one.answered,
            n=one.applicable,
            share=percent(ENOUGH / 100),
        )
    claimed = [(term.weight, term.claimed) for term in one.terms if term.claimed is not None]
    adjusted = [(term.weight, term.adjusted) for term in one.terms if term.adjusted is not None]
    return "  \n".join(
        [
            _("**Claimed:** {sum}", sum=_sum(claimed, one.claimed, POINTS)),
            _("**After the evidence:** {sum}", sum=_sum(adjusted, one.adjusted, POINTS)),
        ]
    )


def total(questionnaire: Questionnaire, found: Scores) -> str:
    """The sum over the dimensions, written out; without a total, which dimensions still lack answers."""
    if found.claimed is None or found.adjusted is None:
        names = [plain(dimension_words(questionnaire, one.dimension)) for one in found.missing]
        return _("There is no total until these dimensions have a score: {names}.", names=names)
    claimed = [(one.weight, one.claimed) for one in found.counting if one.claimed is not None]
    adjusted = [(one.weight, one.adjusted) for one in found.counting if one.adjusted is not None]
    lines = [
        _("**Claimed:** {sum}", sum=_sum(claimed, found.claimed)),
        _("**After the evidence:** {sum}", sum=_sum(adjusted, found.adjusted)),
        _("Each term is the weight of a dimension times its score, in the order above."),
    ]
    return "  \n".join(lines)


def _parts(questionnaire: Questionnaire, found: Scores) -> pd.DataFrame:
    """Every dimension with its weight in the total; one that is not part of it says so."""
    rows = [
        {
            _("Dimension"): plain(dimension_words(questionnaire, one.dimension)),
            _("Weight"): number(one.weight) if one in found.counting else _("does not count"),
            _("Claimed"): points(one.claimed),
            _("After the evidence"): points(one.adjusted),
        }
        for one in found.dimensions
    ]
    return pd.DataFrame(rows, dtype="object")


def _sum(parts: Sequence[tuple[float, float]], outcome: float, factor: int = 1) -> str:
    """ "25 × (1 × 3 + 1 × 2) ÷ 2 = 62.5", with the weights that are used."""
    terms = " + ".join(f"{number(weight)} × {number(value, 4)}" for weight, value in parts)
    whole = number(sum(weight for weight, _value in parts))
    before = f"{number(factor)} × " if factor != 1 else ""
    return f"{before}({terms}) ÷ {whole} = **{number(outcome, 4)}**"


def _terms(questionnaire: Questionnaire, one: DimensionScore, people: Mapping[int, str]) -> pd.DataFrame:
    """Every question of a dimension with its weight, who gave which level, and what the data leave of it."""
    rows = []
    for term in one.terms:
        given = [_given(people.get(who, "?"), level, term.supported[who]) for who, level in term.levels.items()]
        aside = []
        if term.dont_know:
            aside.append(_("don't know: {n}", n=term.dont_know))
        if term.not_applicable:
            aside.append(_("not applicable: {n}", n=term.not_applicable))
        rows.append(
            {
                _("Question"): question_words(questionnaire, term.question),
                _("Weight"): number(term.weight),
                _("Levels"): "; ".join([*given, *aside]) or _("open"),
                _("Claimed"): level_words(term.claimed),
                _("After the evidence"): level_words(term.adjusted),
            }
        )
    return pd.DataFrame(rows, dtype="object")


def _title(name: str, claimed: float | None, adjusted: float | None) -> str:
    if claimed is None:
        return _("{dimension}: no score", dimension=name)
    return _(
        "{dimension}: {claimed} claimed, {adjusted} after the evidence",
        dimension=name,
        claimed=points(claimed),
        adjusted=points(adjusted),
    )


def _given(who: str, level: int, left: int) -> str:
    if left == level:
        return _("{who}: {level}", who=plain(who), level=level)
    return _("{who}: {level}, counts as {left}", who=plain(who), level=level, left=left)
