"""What suddenly rose, beyond what is normal."""

import streamlit as st

from components import notice
from components.escape import plain
from components.i18n import _, number, period, say
from components.signals.card import signal_card
from components.source import Source
from components.topics_view.detail import own_posts
from data import feedback
from data.filters import Filters
from data.queries.topics import account_posts, topic_posts
from metrics.periods import Period, to_date
from metrics.signals.said import MEASURES, headline
from metrics.signals.spikes import Spike
from metrics.signals.steps import steps
from pages import _numbers as numbers
from pages._context import access, engine
from pages._conversation import watching
from pages._conversation.detail import as_own_posts

_PLACE = "signals"
_POSTS = 3
_MOST_PAST = 20


def signals_section(asked: Filters, source: Source) -> None:
    """Draw what stands out now, what people said of it, and what would have stood out before."""
    seen, names = watching.watched(asked), watching.names(asked)
    notice.show(_PLACE)
    st.header(say(headline(seen.found, seen.reach.newest if seen.reach else asked.period.last)), anchor=False)
    st.caption(
        _(
            "Watched is the newest day of your data, whatever the period above. A signal says that something is "
            "unlikely by chance, not what brought it about."
        )
    )
    for spike in seen.found.spikes:
        with st.container(key=f"signal_{spike.series.key.replace(':', '_')}"):
            signal_card(spike, names[spike.series.key], steps(spike), source, (numbers.key(asked), spike.series.key))
            _posts(asked, spike)
            _useful(spike)
    _budget(seen.budget.value, len(seen.found.series))
    _past(asked, names)


def _posts(asked: Filters, spike: Spike) -> None:
    """Three of the organisation's own posts about it in those days; that there is none is worth knowing."""
    kind, number_ = spike.series.key.split(":")
    days = Filters(Period(spike.since, spike.last), asked.departments, asked.platforms)
    find = topic_posts if kind == "topic" else account_posts
    found = as_own_posts(find(engine(), access(), days, int(number_), _POSTS))
    if found:
        own_posts(found, f"{kind}{number_}_")
    else:
        st.info(_("You posted nothing about it in those days ({days}).", days=period(days.period)))


def _useful(spike: Spike) -> None:
    if not access().may("write"):
        return
    said = watching.answers().get(spike.series.key, {}).get(spike.last)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(_("Was this signal useful?"))
        for useful, label, icon in ((True, _("Yes"), ":material/thumb_up:"), (False, _("No"), ":material/thumb_down:")):
            key = f"useful_{spike.series.key}_{useful}"
            if st.button(label, key=key, icon=icon, type="primary" if said is useful else "secondary"):
                feedback.say_useful(engine(), access(), spike.series.key, spike.since, spike.last, useful)
                notice.leave(_PLACE, _("Noted. It decides how easily a signal is shown from now on."))
                st.rerun()


def _budget(budget: float, series: int) -> None:
    with st.expander(_("How many false alarms are accepted?")):
        st.markdown(
            _(
                "About **{budget}** a month over all {n} series that are watched. Each “no” lowers that by a fifth, "
                "each “yes” raises it again.",
                budget=number(round(budget, 2)),
                n=series,
            )
        )
        if access().may("write") and st.button(_("Begin again with one a month"), key="reset_budget"):
            feedback.reset_budget(engine(), access())
            notice.leave(_PLACE, _("From now on one false alarm a month is accepted."))
            st.rerun()


def _past(asked: Filters, names: dict[str, str]) -> None:
    found = watching.past(asked)
    looked = period(watching.looked_through(asked))
    with st.expander(_("Signals of the period ({days}): {n}", days=looked, n=len(found))):
        if not found:
            st.markdown(_("No day of the period would have been a signal."))
        for one in found[:_MOST_PAST]:
            days = period(Period(one.first, one.last)) if one.first < one.last else plain(to_date(one.last).isoformat())
            st.markdown(
                _(
                    "{days}: **{name}**, {n} {what} in {window} days, about {expected} expected",
                    days=days,
                    name=names.get(one.series.key, "?"),
                    n=one.observed,
                    what=_(MEASURES[one.series.measure]),
                    window=one.days,
                    expected=number(round(one.expected, 1)),
                )
            )
