"""What suddenly rose, beyond what is normal."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st
from components.signals.lists import past_card, watched_card
from components.signals.useful import budget_card, budget_words, useful_buttons

from components import notice
from components.address import sent_along
from components.escape import plain
from components.filters import platform_name
from components.i18n import _, ngettext, say
from components.signals.card import Place, code_of, places_words, signal_card
from components.source import Source
from components.topics_view.detail import OwnPost, own_post
from data import feedback
from data.filters import Filters
from data.queries.signal_series import topic_accounts
from data.queries.topics import account_posts, topic_posts
from metrics.disclosure import hide_small
from metrics.periods import Period
from metrics.signals.alarm_level import BUDGET
from metrics.signals.said import checks, headline
from metrics.signals.spikes import Spike
from pages._context import access, department_names, engine
from pages._conversation import watching
from pages._conversation.posts import own_posts_of
from pages._numbers import Key, key
from pages._work import attempt

_PLACE = "signals"


def signals_section(asked: Filters, source: Source) -> None:
    """Draw what stands out now, what is watched, and the signals of the period."""
    now, names = watching.watched(asked), watching.names(asked)
    newest = now.reach.newest if now.reach else asked.period.last
    st.header(say(headline(now.found, newest)), anchor=False)
    notice.show(_PLACE)
    st.caption(_("Signals are about the newest days of your data, whatever the period above."))
    if now.found.series:
        n = checks(now.found)
        made = ngettext("{n} comparison was made.", "{n} comparisons were made.", n)
        st.caption(f"{made} {budget_words(now.budget)}")
    for spike in now.found.spikes:
        _signal(spike, names[spike.series.key], asked, source)
    if now.found.series:
        watched_card(now.found, names, _remarks(now), source)
        past_card(watching.past(asked), names, watching.looked_through(asked), source)
    if budget_card(now.budget, access().may("write")):
        attempt(_PLACE, _begin_again)


def _signal(spike: Spike, name: str, asked: Filters, source: Source) -> None:
    """One signal, what belongs to it, and the question whether it was useful."""
    signal_card(spike, plain(name), source, key(asked))
    kind, _colon, number = spike.series.key.partition(":")
    code, id_, here = code_of(spike), int(number), replace(asked, period=Period(spike.since, spike.last))
    with st.container(border=True, key=f"card_about_{code}", gap="xsmall"):
        st.subheader(_("About {name}", name=plain(name)), anchor=False)
        if kind == "topic":
            came_in = topic_came_in(key(here), id_)
            st.markdown(places_words(*_places(came_in)))
            _links(id_, int(came_in["waiting"].sum()), code)
        _posts(key(here), kind, id_, code)
        if access().may("write"):
            said = useful_buttons(code, _said(watching.answers(), spike))
            if said is not None:
                attempt(_PLACE, lambda: _say_useful(spike, said))


def _links(topic: int, waiting: int, code: str) -> None:
    with st.container(horizontal=True, key=f"links_{code}"):
        st.page_link(
            "conversation.py",
            label=_("See the topic"),
            icon=":material/chat:",
            query_params=sent_along({"view": "topics", "topic": str(topic)}),
        )
        if waiting:
            text = ngettext(
                "{n} question on it waits: see who waits", "{n} questions on it wait: see who waits", waiting
            )
            target = sent_along({"view": "waiting"})
            st.page_link("responsiveness.py", label=text, icon=":material/hourglass_top:", query_params=target)


def _posts(here: Key, kind: str, id_: int, code: str) -> None:
    """What the organisation posted itself since the rise began; nothing is a finding too."""
    posts = signal_posts(here, kind, id_)
    if not posts:
        nothing = _("You posted nothing about it yourself in these days. That is a finding in itself.")
        if kind != "topic":
            nothing = _("This account posted nothing in these days.")
        st.info(nothing, icon=":material/info:")
        return
    st.caption(_("Your own posts about it in these days, with most reactions."))
    for place, one in enumerate(posts):
        with st.container(border=True, gap="xxsmall", key=f"card_post_{code}_{place}"):
            own_post(one)


def _places(rows: pd.DataFrame) -> tuple[list[Place], list[Place]]:
    """Messages by department and by platform, by name; groups of one to four citizens' messages are hidden."""
    names: Mapping[int, str] = department_names()
    found = []
    for column, name in (("department_id", lambda id_: plain(names[id_])), ("platform", platform_name)):
        sums = rows.groupby(column)["messages"].sum()
        told = hide_small(sums.tolist()).cells
        places = [Place(name(code), cell) for code, cell in zip(sums.index, told, strict=True)]
        found.append(sorted(places, key=lambda place: place.name.casefold()))
    return found[0], found[1]


def _remarks(now: watching.Watched) -> list[str]:
    """What is not watched, and why."""
    found = []
    if now.found.too_short:
        n = now.found.too_short
        found.append(
            ngettext(
                "{n} series is not watched: its data do not reach back fourteen weeks.",
                "{n} series are not watched: their data do not reach back fourteen weeks.",
                n,
            )
        )
    if now.reach and now.reach.left_out:
        n = now.reach.left_out
        found.append(
            ngettext(
                "{n} account is not counted by topic: its data do not reach as far as those of the others.",
                "{n} accounts are not counted by topic: their data do not reach as far as those of the others.",
                n,
            )
        )
    if now.reach and now.reach.stale:
        n = now.reach.stale
        found.append(
            ngettext(
                "{n} account is not watched: its newest data are more than four weeks older than the others.",
                "{n} accounts are not watched: their newest data are more than four weeks older than the others.",
                n,
            )
        )
    return found


def _said(answers: feedback.Answers, spike: Spike) -> bool | None:
    """The newest answer about this rise."""
    mine = {day: said for day, said in answers.get(spike.series.key, {}).items() if spike.since <= day <= spike.last}
    return mine[max(mine)] if mine else None


def _say_useful(spike: Spike, useful: bool) -> str:
    feedback.say_useful(engine(), access(), spike.series.key, spike.since, spike.last, useful)
    return _("Thank you. {budget}", budget=budget_words(feedback.budget(engine(), access())))


def _begin_again() -> str:
    feedback.reset_budget(engine(), access())
    return _("There may be {n} false alarm a month again.", n=int(BUDGET))


@st.cache_resource(max_entries=64, show_spinner=False)
def topic_came_in(here: Key, topic: int) -> pd.DataFrame:
    """Where the messages on a topic came in."""
    return topic_accounts(engine(), access(), here[2], topic, here[2].period)


@st.cache_resource(max_entries=64, show_spinner=False)
def signal_posts(here: Key, kind: str, id_: int) -> list[OwnPost]:
    """The own posts on a topic, or of an account."""
    asked = topic_posts if kind == "topic" else account_posts
    return own_posts_of(asked(engine(), access(), here[2], id_))
