"""A file of answers that is merged into an assessment: the uploader, and what came of it."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.assessment.changes import both_words
from components.assessment.wording import FIELDS
from components.escape import plain
from components.i18n import _, ngettext, say
from components.table import html_table
from metrics.maturity.answers import Change
from metrics.maturity.questionnaire import Questionnaire
from metrics.words import Message

_MOST_NAMES = 20


@dataclass(frozen=True)
class MergeResult:
    """What a file did: how many values were taken, and which were set aside, each with who answered.

    `version` is that of the file's questionnaire when it is another one; answers to `unknown_questions` and for
    `unknown_departments` were left out.
    """

    taken: int = 0
    conflicts: tuple[tuple[str, Change], ...] = ()
    questionnaire: Questionnaire | None = None
    error: Message | None = None
    version: str = ""
    unknown_questions: tuple[str, ...] = ()
    unknown_departments: tuple[str, ...] = ()


def merge_form(key: str) -> bytes | None:
    """Draw the uploader; the content of the file once the button is pressed."""
    with st.form(f"{key}_merge_form", clear_on_submit=True, border=False):
        file = st.file_uploader(_("File with answers (JSON)"), key=f"{key}_merge_file")
        pressed = st.form_submit_button(_("Merge this file"), key=f"{key}_merge", icon=":material/merge:")
    if pressed and file is None:
        st.error(_("Choose a file first."), icon=":material/error:")
    return file.getvalue() if pressed and file is not None else None


def merged_view(result: MergeResult) -> None:
    """Say what was taken, what was left out, and where two answers differ."""
    if result.error is not None:
        st.error(plain(say(result.error), 500), icon=":material/error:")
        return
    st.success(
        ngettext("{n} value of the file was taken.", "{n} values of the file were taken.", result.taken),
        icon=":material/check_circle:",
    )
    left_out = _left_out(result)
    if left_out:
        st.warning("  \n".join(left_out), icon=":material/warning:")
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


def _left_out(result: MergeResult) -> list[str]:
    """What the file has and this assessment or this store has not, in words."""
    found = []
    if result.version:
        words = _(
            "The file is about version {version} of the questions, this assessment about another one. Answers to "
            "questions that both have were taken; check whether they mean the same.",
            version=plain(result.version, 60),
        )
        found.append(words)
    if result.unknown_questions:
        words = ngettext(
            "{n} question of the file is not in this assessment. Its answers were left out: {names}.",
            "{n} questions of the file are not in this assessment. Their answers were left out: {names}.",
            len(result.unknown_questions),
            names=_names(result.unknown_questions),
        )
        found.append(words)
    if result.unknown_departments:
        words = ngettext(
            "{n} department of the file is not known here. Its answers were left out: {names}. Add it, or correct its "
            "name in the file, and merge the file again.",
            "{n} departments of the file are not known here. Their answers were left out: {names}. Add them, or "
            "correct their names in the file, and merge the file again.",
            len(result.unknown_departments),
            names=_names(result.unknown_departments),
        )
        found.append(words)
    return found


def _names(names: tuple[str, ...]) -> list[str]:
    more = ["…"] if len(names) > _MOST_NAMES else []
    return [plain(name, 60) for name in names[:_MOST_NAMES]] + more


def _row(who: str, change: Change, questionnaire: Questionnaire) -> tuple[str, str]:
    question = questionnaire.question(change.question)
    what = f"**{plain(question.id)}** {_(FIELDS.get(change.field, change.field))}  \n{plain(who)}"
    return what, both_words(question, change.field, change.old, change.new)
