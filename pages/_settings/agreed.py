"""What the organisation agreed, on the settings page: platforms, partner departments, stakeholder organisations."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from components import notice
from components.agreed_platforms import agreed_platforms_form
from components.i18n import _
from components.partners_editor import PartnerRow, new_partner, partners_editor
from components.progress import Tell
from components.stakeholders_editor import StakeholderRow, new_stakeholder, stakeholders_editor
from data.declared import (
    Partner,
    Stakeholder,
    agreed_platforms,
    partners,
    save_agreed_platforms,
    save_partners,
    save_stakeholders,
    stakeholders,
)
from pages._context import access, department_names, engine
from pages._guidelines.judged import key_of_store
from pages._work import work

_PLATFORMS, _PARTNERS, _STAKEHOLDERS = "agreed_platforms", "partners", "stakeholders"


@dataclass(frozen=True)
class _Lists:
    """The lists as they are stored, read once for each version of the store."""

    platforms: Mapping[str, str]
    partners: tuple[PartnerRow, ...]
    stakeholders: tuple[StakeholderRow, ...]


def agreed_section() -> None:
    """Draw the three lists; store what is saved."""
    st.header(_("What you agreed"), anchor=False)
    st.markdown(_("The self-assessment holds these agreements beside what your posts and accounts show."))
    with st.container(key="text_agreed"):
        _platforms()
        _partners()
        _stakeholders()


def _platforms() -> None:
    st.subheader(_("Agreed platforms"), anchor=False)
    notice.show(_PLATFORMS)
    chosen = agreed_platforms_form(_lists(key_of_store()).platforms)
    if chosen is not None:
        done = _("The agreed platforms are saved.")
        work(_PLATFORMS, _("Saving"), lambda _tell: save_agreed_platforms(engine(), access(), chosen), done)


def _partners() -> None:
    st.subheader(_("Partner departments"), anchor=False)
    notice.show(_PARTNERS)
    st.markdown(_("Which department works with which other one, and how often should posts show that?"))
    names = department_names()
    if len(names) < 2:
        st.info(_("This needs two departments. Add them on the page Exports and accounts."), icon=":material/info:")
        return
    rows = _lists(key_of_store()).partners
    saved = partners_editor(rows, names, _turn(_PARTNERS))
    if saved is not None and saved[1]:
        notice.tell("\n".join(f"- {problem}" for problem in saved[1]), "problem")
        return
    added = new_partner(names)
    wanted = saved[0] if saved is not None else [*rows, added] if added is not None else None
    if wanted is not None:
        agreed = [Partner(*row) for row in wanted]
        done = _("The partners are saved.")
        _save(_PARTNERS, _("Saving"), lambda _tell: save_partners(engine(), access(), agreed), done)


def _stakeholders() -> None:
    st.subheader(_("Stakeholder organisations"), anchor=False)
    notice.show(_STAKEHOLDERS)
    st.markdown(
        _(
            "Organisations that you work with: a neighbourhood centre, a museum, the police. Never private persons. "
            "All posts are searched for their names."
        )
    )
    rows = _lists(key_of_store()).stakeholders
    saved = stakeholders_editor(rows, _turn(_STAKEHOLDERS))
    added = new_stakeholder()
    wanted = saved if saved is not None else [*rows, added] if added is not None else None
    if wanted is not None:
        listed = [Stakeholder(row.name, row.names, row.field, row.id) for row in wanted]
        done = _("The organisations are saved, and posts were searched for their names.")
        doing = _("Posts are searched for the names")
        _save(_STAKEHOLDERS, doing, lambda tell: save_stakeholders(engine(), access(), listed, progress=tell), done)


@st.cache_resource(max_entries=8, show_spinner=False)
def _lists(key: tuple[str, int]) -> _Lists:
    reasons = agreed_platforms(engine(), access())
    pairs = partners(engine(), access()).itertuples(index=False, name=None)
    named = stakeholders(engine(), access()).to_dict("records")
    return _Lists(
        dict(zip(reasons["platform"], reasons["reason"], strict=True)),
        tuple(PartnerRow(*row) for row in pairs),
        tuple(StakeholderRow(row["name"], row["names"], row["field"], row["id"]) for row in named),
    )


def _save(place: str, doing: str, task: Callable[[Tell], None], done: str) -> None:
    """Save a list. What was typed in its table is forgotten once it is in the store, and kept when it is refused."""

    def saved(tell: Tell) -> None:
        task(tell)
        st.session_state[f"_{place}_turn"] = _turn(place) + 1

    work(place, doing, saved, done)


def _turn(place: str) -> int:
    return int(st.session_state.get(f"_{place}_turn", 0))
