"""Setting a norm: for whom, from which day, how much time on which clock, and where that is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.escape import bare
from components.holiday_choice import holiday_choice
from components.i18n import _, number
from components.opening_hours import Hours, hours_problems, open_days, opening_hours
from components.select import select
from components.time_zones import time_zone_select
from metrics.norms import LONGEST, UNITS, Norm, Unit
from metrics.norms.presets import PRESETS, Preset
from metrics.norms.versions import Scope
from metrics.periods import from_iso, to_day

_OWN = ""


@dataclass(frozen=True)
class NormWish:
    """A norm that somebody wants to set."""

    scope: Scope
    valid_from: int
    norm: Norm


def norm_form(scopes: Mapping[Scope, str], start: Norm, today: date) -> tuple[NormWish | None, list[str]] | None:
    """Draw the form; on "Set this norm" the norm, or a sentence for each value that cannot be.

    `scopes` are the choices for whom it can be, by name. `start` has the opening hours, time zone and holidays that
    the form begins with. Choosing a preset fills in what it says.
    """
    preset = _preset()
    key = f"norm_{preset or 'own'}"  # widgets of its own for each preset, so that it fills them
    filled = _filled(start, PRESETS.get(preset))
    holidays = holiday_choice(start.holidays, key="norm_holidays")
    with st.form("norm", border=False):
        with st.container(horizontal=True):
            names = {scope: bare(name) for scope, name in scopes.items()}
            scope = select(_("For whom"), names, next(iter(names)), key="norm_scope", width=300)
            first = _date(_("From which day on"), today.isoformat(), "norm_from")
        unit, amount, share = _promise(filled, key)
        hours = opening_hours(filled.opening_hours, f"{key}_hours")
        zone = time_zone_select(_("Time zone of the opening hours"), filled.time_zone, key="norm_zone")
        with st.container(horizontal=True):
            label = _("Where it is written")
            source = st.text_input(label, filled.source, key=f"{key}_source", max_chars=500, width=500)
            written = _date(_("Date of that source"), filled.source_date or "", f"{key}_dated")
        if not st.form_submit_button(_("Set this norm"), key="norm_save", type="primary", icon=":material/save:"):
            return None
    valid_from = from_iso(first)
    problems = _amount_problems(unit, amount, share) + _hours_problems(hours)
    if valid_from is None:
        problems.append(_("From which day on: write year-month-day, for example 2027-01-31."))
    if written and from_iso(written) is None:
        problems.append(_("Date of that source: write year-month-day, for example 2027-01-31, or leave it empty."))
    if problems or valid_from is None:
        return None, problems
    target = None if share is None else share / 100
    new = Norm(unit, amount, target, open_days(hours), zone, holidays, " ".join(source.split()), written or None)
    return NormWish(scope, to_day(valid_from), new), []


def _preset() -> str:
    """The list of presets, and what there is to know about the chosen one."""
    words = {_OWN: _("A norm of our own"), **{code: _(preset.label) for code, preset in PRESETS.items()}}
    chosen = select(
        _("Start from"), words, _OWN, key="norm_preset", help=_("It fills in the form; change what you want.")
    )
    if chosen:
        preset = PRESETS[chosen]
        st.markdown(_(preset.description))
        st.warning(_(preset.caution), icon=":material/warning:")
    return chosen


def _filled(start: Norm, preset: Preset | None) -> Norm:
    """What the form begins with: the values of a preset on the reader's own opening hours, unless it names some."""
    if preset is None:
        return Norm(start.unit, start.amount, start.target, start.opening_hours, start.time_zone, start.holidays)
    hours = preset.opening_hours or start.opening_hours
    shared = (hours, start.time_zone, start.holidays, preset.source, preset.source_date)
    return Norm(preset.unit, preset.amount, preset.target, *shared)


def _promise(filled: Norm, key: str) -> tuple[Unit, float, float | None]:
    """How much time, on which clock, and the share in percent for which it is promised, if any."""
    with st.container(horizontal=True):
        label = _("An answer within")
        amount = st.number_input(
            label, value=float(filled.amount), step=1.0, format="%g", key=f"{key}_amount", width=200
        )
        units = {unit: _(words) for unit, words in UNITS.items()}
        unit = select(_("Counted in"), units, filled.unit, key=f"{key}_unit", width=300)
        share = st.number_input(
            _("Promised share (%)"),
            value=None if filled.target is None else filled.target * 100,
            step=1.0,
            format="%g",
            key=f"{key}_target",
            width=200,
            help=_("For which share of the questions you promise it. Leave empty when none was promised."),
        )
    return unit, amount, share


def _date(label: str, current: str, key: str) -> str:
    return st.text_input(label, current, key=key, width=200, help=_("Year-month-day, for example 2027-01-31.")).strip()


def _amount_problems(unit: Unit, amount: float, share: float | None) -> list[str]:
    problems = []
    if not 0 < amount <= LONGEST[unit]:
        problems.append(_("An answer within: more than 0 and at most {most}.", most=number(int(LONGEST[unit]))))
    elif unit == "working_days" and amount != int(amount):
        problems.append(_("An answer within: working days are counted whole, so write 1, 2 or 3."))
    if share is not None and not 0 < share <= 100:
        problems.append(_("Promised share: more than 0 and at most 100, or empty."))
    return problems


def _hours_problems(hours: Mapping[int, Hours]) -> list[str]:
    problems = hours_problems(hours)
    if not problems and not open_days(hours):
        problems.append(_("Opening hours: fill them in for at least one weekday."))
    return problems
