"""What happened: events that people note, public holidays, and platforms that count in another way."""

import pandas as pd
import streamlit as st

from components.change.event_form import EventWish, event_form, event_lists, event_remover
from components.change.margin import break_words
from components.escape import plain
from components.holiday_choice import holidays_words
from components.i18n import _, day, ngettext
from components.table import html_table
from components.words import COUNTS, platform_name
from data.events import add_event, remove_event
from data.filters import Filters
from metrics.breaks.shipped import BREAKS
from pages._change.beside import all_events, holidays
from pages._change.chart import PLACE
from pages._change.ground import ground
from pages._context import access, department_names, engine
from pages._work import attempt, turn


def events_headline() -> str:
    """The finding of the page, when events are shown."""
    n = len(all_events())
    if not n:
        return _("No event is noted yet.")
    return ngettext("{n} event stands beside the charts.", "{n} events stand beside the charts.", n)


def events_view(asked: Filters) -> None:
    """Draw the list, the form, and what comes by itself."""
    names = _departments()
    st.header(_("Events"), anchor=False)
    st.markdown(
        _(
            "A storm or an election moves numbers for weeks. Noted here, it stands beside every chart over time. It "
            "explains nothing by itself: other things happen in the same weeks."
        )
    )
    known = all_events()
    event_lists(known, asked.period, names)
    gone = event_remover(f"event_remove_{turn()}", known, names)
    if gone is not None:
        attempt(PLACE, lambda: _removed(gone))
    st.subheader(_("Note an event"), anchor=False)
    wish = event_form(f"event_{turn()}", names)
    if wish is not None:
        attempt(PLACE, lambda: _added(wish))
    _public_holidays(asked)
    _definitions()


def _departments() -> dict[int, str]:
    names = department_names()
    return {one: names[one] for one in sorted(names, key=lambda one: names[one].casefold())}


def _public_holidays(asked: Filters) -> None:
    st.header(_("Public holidays in this period"), anchor=False)
    found = holidays(ground(asked), asked.period)
    if not found:
        st.markdown(_no_public_holiday(asked))
        return
    rows = [{_("Day"): day(one), _("Public holiday"): plain(name)} for one, name in found.items()]
    html_table(pd.DataFrame(rows), _("Public holidays in this period"))


def _no_public_holiday(asked: Filters) -> str:
    """Whether none falls in the period, or no country is set that would tell."""
    codes = {norm.holidays for norm in ground(asked).norms_on(asked.period.last) if norm.holidays}
    if not codes:
        return _(
            "It is not set which country's public holidays count, so none are shown. Choose the country with the "
            "norms, on the page Responsiveness."
        )
    countries = [holidays_words(code) for code in sorted(codes)]
    return _("No public holiday falls in this period. Whose public holidays count: {countries}.", countries=countries)


def _definitions() -> None:
    st.header(_("Platforms that count in another way"), anchor=False)
    st.markdown(_("From such a day on, the limits of the numbers that it touches begin anew by themselves."))
    rows = [
        {
            _("From"): day(one.day) if one.exact else _("about {day}", day=day(one.day)),
            _("Platform"): platform_name(one.platform),
            _("What changed"): break_words(one),
            _("Numbers that it touches"): ", ".join(_(COUNTS[code]) for code in one.needs if code in COUNTS),
            _("Source"): plain(one.source, 300),
        }
        for one in sorted(BREAKS, key=lambda one: one.day, reverse=True)
    ]
    html_table(pd.DataFrame(rows), _("Platforms that count in another way"))


def _added(wish: EventWish) -> str:
    add_event(engine(), access(), wish.kind, wish.name, wish.first_day, wish.last_day, department_id=wish.department_id)
    return _("The event is noted. It stands beside the charts from now on.")


def _removed(event: int) -> str:
    remove_event(engine(), access(), event)
    return _("The event is taken away.")
