"""The settings of the organisation as one form."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.i18n import _
from components.opening_hours import Hours, hours_problems, open_days, opening_hours
from components.time_zones import time_zone_select

_LANGUAGES = {"nl": "Nederlands", "en": "English"}
_MOST_PEOPLE = 2_000_000_000
_MOST_MONTHS = 600


@dataclass(frozen=True)
class SettingsValues:
    """What the form holds. A day without hours is closed; None is not known."""

    organisation: str
    time_zone: str
    languages: tuple[str, ...]
    population: int | None
    opening_hours: Mapping[int, Hours]
    youtube_in_totals: bool
    conversation_hours: float
    loose_replies: bool
    retention_months: int | None


def settings_form(values: SettingsValues) -> tuple[SettingsValues, list[str]] | None:
    """Draw the form; on "Save", the new values and a sentence for each value that cannot be stored."""
    with st.container(key="text_settings"), st.form("settings", border=False):
        st.header(_("Organisation"), anchor=False)
        organisation = st.text_input(
            _("Name of the organisation"), values.organisation, key="organisation", max_chars=120
        )
        population = st.text_input(
            _("Number of inhabitants"),
            "" if values.population is None else str(values.population),
            key="population",
            help=_("Used for figures per 1,000 inhabitants. Leave empty when it does not apply."),
        )
        st.markdown(_("Languages you publish in"))
        with st.container(horizontal=True):
            languages = tuple(
                code
                for code, name in _LANGUAGES.items()
                if st.checkbox(name, code in values.languages, key=f"language_{code}")
            )
        st.header(_("Time"), anchor=False)
        zone = time_zone_select(
            _("Time zone"),
            values.time_zone,
            key="time_zone",
            help=_("Days and hours follow this time zone. After a change, all figures are counted again."),
        )
        hours = opening_hours(values.opening_hours)
        st.header(_("How figures are counted"), anchor=False)
        youtube = _youtube(values.youtube_in_totals)
        window = st.number_input(
            _("Hours until another message is a new conversation"),
            1.0,
            744.0,
            float(values.conversation_hours),
            step=1.0,
            format="%g",
            key="conversation_hours",
            help=_("Messages of one person in one thread, with no more hours between them, are one conversation."),
            width=320,
        )
        loose = st.checkbox(
            _("A reply that is linked to no message answers who asked last in the thread"),
            values.loose_replies,
            key="loose_replies",
            help=_("Some exports do not say what a reply answers. Without this, such a reply answers nobody."),
        )
        st.header(_("Privacy"), anchor=False)
        retention = st.number_input(
            _("Months that messages of citizens may be kept"),
            1,
            _MOST_MONTHS,
            values.retention_months,
            step=1,
            key="retention_months",
            help=_("As your privacy rules say. Leave empty when that is not decided. This alone removes nothing."),
            width=320,
        )
        if not st.form_submit_button(_("Save settings"), key="settings_save", type="primary", icon=":material/save:"):
            return None
    people, problems = _people(population)
    if not organisation.strip():
        problems.append(_("Name of the organisation: this cannot be empty."))
    if not languages:
        problems.append(_("Languages you publish in: choose at least one."))
    problems += hours_problems(hours)
    new = SettingsValues(
        " ".join(organisation.split()), zone, languages, people, open_days(hours), youtube, window, loose, retention
    )
    return new, problems


def _youtube(current: bool) -> bool:
    st.markdown(
        _(
            "YouTube's rules do not allow its figures to be added to those of other platforms, unless your "
            "organisation has accepted YouTube's amendment. Without it, totals leave YouTube out and say so; "
            "YouTube has its own figures on every page."
        )
    )
    return st.checkbox(_("YouTube may be added up with others: we accepted the amendment"), current, key="youtube")


def _people(text: str) -> tuple[int | None, list[str]]:
    """A number of inhabitants from what people type: `54000`, `54.000` and `54 000` are the same.

    >>> _people("54.000")
    (54000, [])
    >>> _people("")
    (None, [])
    """
    digits = "".join(character for character in text if character not in " .,\u00a0\u202f'")
    if not digits:
        return None, []
    if digits.isascii() and digits.isdigit() and 0 < int(digits) < _MOST_PEOPLE:
        return int(digits), []
    return None, [_("Number of inhabitants: write a whole number, for example 54000, or leave it empty.")]
