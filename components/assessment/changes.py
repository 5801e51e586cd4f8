"""What happened to an answer: values of two people at once, and the history."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from components import formats
from components.assessment.wording import FIELDS, value_words
from components.escape import plain
from components.i18n import _, language
from components.table import html_table
from metrics.maturity.answers import Change
from metrics.maturity.questionnaire import Question

_LONG = 300


def set_aside_notice(
    key: str,
    question: Question,
    changes: Sequence[tuple[Change, bool]],
    current: Mapping[str, object],
    use_mine: Callable[[Change], None],
    keep_theirs: Callable[[Change], None],
    *,
    disabled: bool,
) -> None:
    """Say for each value that somebody else came before, what stands now and what was set aside; both can be chosen.

    Each change comes with whether this reader made it; `current` has the stored values by field.
    """
    for place, (change, mine) in enumerate(changes):
        with st.container(key=f"{key}_aside_{place}"):
            st.warning(
                _(
                    "Two people changed “{field}” at the same time. Saved is: {theirs}. Set aside is: {mine}. "
                    "Nothing is lost; choose which one holds.",
                    field=_(FIELDS.get(change.field, change.field)),
                    theirs=f"**{plain(value_words(change.field, current.get(change.field), question), _LONG)}**",
                    mine=f"**{plain(value_words(change.field, change.new, question), _LONG)}**",
                ),
                icon=":material/call_split:",
            )
            with st.container(horizontal=True):
                st.button(
                    _("Use mine") if mine else _("Use what was set aside"),
                    key=f"{key}_mine_{place}",
                    on_click=use_mine,
                    args=(change,),
                    disabled=disabled,
                )
                st.button(
                    _("Keep what is saved"),
                    key=f"{key}_theirs_{place}",
                    type="tertiary",
                    on_click=keep_theirs,
                    args=(change,),
                )


def history_table(question: Question, changes: Sequence[Change], roles: Mapping[int, str], zone: str) -> None:
    """Draw who changed what from what into what, the newest first. `roles` are texts of the store, by respondent."""
    if not changes:
        st.caption(_("Nothing was saved yet."))
        return
    rows = []
    for change in changes:
        what = _(FIELDS.get(change.field, change.field))
        new = plain(value_words(change.field, change.new, question), _LONG)
        if change.set_aside:
            new = _("{value} (set aside: somebody else had just saved)", value=new)
        rows.append(
            (
                f"{moment_words(change.made_ts, zone)}  \n{plain(roles.get(change.respondent_id, ''), 80)}",
                f"{what}: {plain(value_words(change.field, change.old, question), _LONG)} → **{new}**",
            )
        )
    title = _("History of {question}", question=question.id)
    html_table(pd.DataFrame(rows, columns=[_("When and who"), _("Old and new value")]), title)


def saved_words(saved_ts: int, zone: str) -> str:
    """When an answer was saved: the time today, with the day before that."""
    when = datetime.fromtimestamp(saved_ts, ZoneInfo(zone))
    if when.date() == datetime.now(ZoneInfo(zone)).date():
        return _("Saved {time}", time=f"{when:%H:%M}")
    return _("Saved {time}", time=formats.moment(when, language()))


def moment_words(made_ts: int, zone: str) -> str:
    """A moment of the store in the organisation's time."""
    return formats.moment(datetime.fromtimestamp(made_ts, ZoneInfo(zone)), language())
