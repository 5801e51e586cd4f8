"""A file of answers that is merged into an assessment: the uploader, and what came of it."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.assessment.wording import FIELDS, value_words
from components.escape import plain
from components.i18n import _, ngettext, say
from components.table import html_table
from metrics.maturity.answers import Change
from metrics.maturity.questionnaire import Questionnaire
from metrics.words import Message

_LONG = 300


@dataclass(frozen=True)
class MergeResult:
    """What a file did: how many answers were taken, and the values that were set aside, each with who answered."""

    taken: int = 0
    conflicts: tuple[tuple[str, Change], ...] = ()
    questionnaire: Questionnaire | None = None
    error: Message | None = None


def merge_form(key: str) -> bytes | None:
    """Draw the uploader; the content of the file once the button is pressed."""
    with st.form(f"{key}_merge_form", clear_on_submit=True, border=False):
        file = st.file_uploader(_("File with answers (JSON)"), key=f"{key}_merge_file")
        pressed = st.form_submit_button(_("Merge this file"), key=f"{key}_merge", icon=":material/merge:")
    if pressed and file is None:
        st.error(_("Choose a file first."), icon=":material/error:")
    return file.getvalue() if pressed and file is not None else None


def merged_view(result: MergeResult) -> None:
    """Say what was taken, and where two answers differ."""
    if result.error is not None:
        st.error(plain(say(result.error), 500), icon=":material/error:")
        return
    st.success(
        ngettext("{n} answer of the file was taken.", "{n} answers of the file were taken.", result.taken),
        icon=":material/check_circle:",
    )
    if not result.conflicts or result.questionnaire is None:
        return
    st.warning(
        ngettext(
            "{n} value of the file differs from what is saved, and was set aside. Choose at the question which holds.",
            "{n} values of the file differ from what is saved, and were set aside. Choose at the question which holds.",
            len(result.conflicts),
        ),
        icon=":material/call_split:",
    )
    rows = [_row(who, change, result.questionnaire) for who, change in result.conflicts]
    columns = [_("Question and who"), _("Saved and set aside")]
    html_table(pd.DataFrame(rows, columns=columns), _("Values that were set aside"))


def _row(who: str, change: Change, questionnaire: Questionnaire) -> tuple[str, str]:
    question = questionnaire.question(change.question)
    saved, aside = (plain(value_words(change.field, one, question), _LONG) for one in (change.old, change.new))
    what = f"**{plain(question.id)}** {_(FIELDS.get(change.field, change.field))}  \n{plain(who)}"
    return what, _("saved: {saved}; set aside: {aside}", saved=saved, aside=f"**{aside}**")
