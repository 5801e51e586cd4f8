"""What changed since an earlier assessment, question by question."""

import pandas as pd
import streamlit as st

from components.chart import below
from components.i18n import _, ngettext
from components.maturity.naming import level_words, listed, question_words
from components.number_table import Table
from components.page import notes
from components.source import Source
from components.table import html_table
from metrics.maturity.change import Changed, ItemChange
from metrics.maturity.questionnaire import Questionnaire


def change_card(questionnaire: Questionnaire, earlier: str, found: Changed, source: Source) -> None:
    """Draw the levels then and now. `earlier` names the assessment before, escaped."""
    title = _("Since {earlier}", earlier=earlier)
    with st.container(border=True, gap="xsmall", key="card_change"):
        st.header(title, anchor=False)
        st.markdown(change_line(found))
        st.caption(_("Claimed levels. Other people may have answered: then a change can also be another view."))
        if found.items:
            table = pd.DataFrame([_row(questionnaire, item) for item in found.items], dtype="object")
            html_table(table, title)
            below("maturity_change", title, Table(lambda: table, lambda: _raw(found)), source)
    notes(_remarks(found))


def change_line(found: Changed) -> str:
    """How many questions went up and down, of those that can be compared."""
    return ngettext(
        "Compared: {n} question that was answered both times. Higher: {up}, lower: {down}, the same: {same}.",
        "Compared: {n} questions that were answered both times. Higher: {up}, lower: {down}, the same: {same}.",
        len(found.compared),
        up=found.up,
        down=found.down,
        same=len(found.compared) - found.up - found.down,
    )


def _remarks(found: Changed) -> list[str]:
    lines = []
    if found.only_now or found.only_before:
        lines.append(_("The questionnaires differ, so only the questions that both have are compared."))
    if found.only_now:
        lines.append(_("Only in the newer one: {questions}.", questions=listed(found.only_now)))
    if found.only_before:
        lines.append(_("Only in the older one: {questions}.", questions=listed(found.only_before)))
    reworded = [item.question for item in found.items if item.reworded]
    if reworded:
        text = _(
            "The words of these questions changed in between, so a difference may come from that: {questions}.",
            questions=listed(reworded),
        )
        lines.append(text)
    return lines


def _row(questionnaire: Questionnaire, item: ItemChange) -> dict[str, str]:
    return {
        _("Question"): question_words(questionnaire, item.question),
        _("Then → now"): _(
            "{then} → {now}", then=_with_n(item.before, item.n_before), now=_with_n(item.now, item.n_now)
        ),
        _("Change"): _difference(item.difference),
    }


def _with_n(level: float | None, n: int) -> str:
    if level is None:
        return _("not answered")
    return _("{level} (n = {n})", level=level_words(level), n=n)


def _difference(levels: float | None) -> str:
    """With an arrow and a word: nothing hangs on a sign alone."""
    if levels is None:
        return _("cannot be compared")
    if levels > 0:
        return _("▲ {levels} higher", levels=level_words(levels))
    if levels < 0:
        return _("▼ {levels} lower", levels=level_words(-levels))
    return _("● the same")


def _raw(found: Changed) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Question code"): item.question,
                _("Dimension code"): item.dimension,
                _("Then"): item.before,
                _("n then"): item.n_before,
                _("Now"): item.now,
                _("n now"): item.n_now,
                _("Change"): item.difference,
                _("Words changed"): _("yes") if item.reworded else _("no"),
            }
            for item in found.items
        ],
        dtype="object",
    )
