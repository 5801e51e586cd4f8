"""Settings of the organisation: how figures are counted, what was agreed, and questions of its own."""

from dataclasses import replace

from components import notice
from components.i18n import _
from components.page import page
from components.settings_form import SettingsValues, settings_form
from data.settings import Settings, write_settings
from pages._context import access, demo, engine, settings
from pages._settings.agreed import agreed_section
from pages._settings.own_questions import own_questions_section
from pages._settings.tone_model import tone_model_section
from pages._work import work

_PLACE = "settings"
_OF_CONVERSATIONS = ("conversation_hours", "loose_replies", "opening_hours")


def main() -> None:
    """Draw the form, the choice of a tone model, what was agreed and the own questions; store what is saved."""
    page(
        _("Settings"),
        question=_("Who are you, and how should figures be counted? These settings hold for everybody."),
        demo=demo(),
    )
    notice.show(_PLACE)
    current = settings()
    saved = settings_form(_values(current))
    if saved is not None:
        values, problems = saved
        if problems:
            notice.tell("\n".join(f"- {problem}" for problem in problems), "problem")
        else:
            _store(current, values)
    tone_model_section()
    agreed_section()
    own_questions_section()


def _values(current: Settings) -> SettingsValues:
    return SettingsValues(
        organisation=current.organisation,
        time_zone=current.time_zone,
        languages=current.languages,
        population=current.population,
        opening_hours=current.opening_hours,
        youtube_in_totals=current.youtube_in_totals,
        conversation_hours=current.conversation_hours,
        loose_replies=current.loose_replies,
        retention_months=current.retention_months,
    )


def _store(current: Settings, values: SettingsValues) -> None:
    """Write the settings; what changes figures counts them again, with a progress bar."""
    new = replace(
        current,
        organisation=values.organisation,
        time_zone=values.time_zone,
        languages=values.languages,
        population=values.population,
        opening_hours=dict(values.opening_hours),
        youtube_in_totals=values.youtube_in_totals,
        conversation_hours=values.conversation_hours,
        loose_replies=values.loose_replies,
        retention_months=values.retention_months,
    )
    doing = _("Saving")
    if new.time_zone != current.time_zone:
        doing = _("All figures are counted again in the new time zone")
    elif any(getattr(new, name) != getattr(current, name) for name in _OF_CONVERSATIONS):
        doing = _("All conversations are counted again")
    work(_PLACE, doing, lambda tell: write_settings(engine(), access(), new, tell), _("The settings are saved."))


main()
