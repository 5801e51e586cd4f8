"""Every change is saved at once, beside what others save at the same time."""

from typing import Any

import streamlit as st

from components import notice
from components.assessment.question_card import Keys, shown_revision
from components.assessment.wording import level_of
from components.box import reader_changed
from components.escape import plain
from components.i18n import say
from data.assessments import save_answer
from data.errors import StoreError
from metrics.maturity.answers import Change, Evidence, Respondent
from pages._context import access, engine

_OWN = "assessment_set_aside_here"
_DECIDED = "assessment_decided"


class Saver:
    """Saves the fields of one card; its methods are callbacks of widgets."""

    def __init__(self, who: Respondent, question: str) -> None:
        self.who, self.question = who, question
        self.keys = Keys(f"answer_{who.id}_{question}")

    def field(self, field: str, key: str) -> None:
        """Save what a widget holds now."""
        if reader_changed(key):
            value = st.session_state[key]
            self._save(field, level_of(value) if field == "level" else value, shown_revision(self.keys))

    def evidence(self, evidence: tuple[Evidence, ...]) -> None:
        """Save the list of evidence."""
        self._save("evidence", evidence, shown_revision(self.keys))

    def add(self, evidence: tuple[Evidence, ...], one: Evidence) -> None:
        """Save one more piece of evidence."""
        self.evidence((*evidence, one))

    def clear(self) -> None:
        """Open the question again; note and evidence stay."""
        self._save("level", None, shown_revision(self.keys))

    def use(self, change: Change, revision: int) -> None:
        """Save a value that was set aside, in the place of the one that was saved (`revision`)."""
        self._save(change.field, change.new, revision)

    def keep(self, change: Change) -> None:
        """Leave a value where it was set aside, and ask no more."""
        st.session_state.setdefault(_DECIDED, set()).add(_name(change))

    def _save(self, field: str, value: Any, seen: int) -> None:
        try:
            saved = save_answer(engine(), access(), self.who.id, self.question, {field: value}, seen)
        except StoreError as error:
            notice.leave(self.keys.prefix, plain(say(error.message), 500), "problem")
        else:
            st.session_state.setdefault(_OWN, set()).update(map(_name, saved.set_aside))


def made_here(change: Change) -> bool:
    """Whether this reader's own value was set aside, not a colleague's."""
    return _name(change) in st.session_state.get(_OWN, ())


def decided(change: Change) -> bool:
    """Whether this reader left the value where it is."""
    return _name(change) in st.session_state.get(_DECIDED, ())


def _name(change: Change) -> tuple[int, str, str, str, int]:
    return (change.respondent_id, change.question, change.field, repr(change.new), change.made_ts)
