"""Search in posts and messages."""

from datetime import datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from components.address import choose_one, forget, typed
from components.escape import bare
from components.formats import moment
from components.found_texts import FoundText, counted, found_list, nothing_found, tips
from components.i18n import _, language
from components.source import Source
from data.access import Access
from data.filters import Filters
from data.search import MOST, NO_TOPIC, NOT_SCORED, Where, hits, page
from data.topics import topics
from metrics.text.searching import LONGEST, terms
from metrics.text.tone import TONES, UNSURE
from metrics.words import N_
from pages import _numbers as numbers
from pages._context import access, engine

_ROWS = 10
_ANY = "all"
_WHERE: dict[str, str] = {
    "all": N_("Posts and messages"),
    "posts": N_("Own posts"),
    "messages": N_("Messages of citizens"),
}
_TONES = {_ANY: N_("Any tone"), **TONES, UNSURE: N_("Not sure"), NOT_SCORED: N_("Not scored")}
_LAST = "_searched"


def search_section(asked: Filters, source: Source) -> None:
    """Draw the field, what narrows the search, and the texts that were found, ten at a time."""
    st.header(_("Search in posts and messages"), anchor=False)
    reads = access().may("texts")
    if not reads:
        st.info(_("You may not read single messages. Only the organisation's own posts are searched."))
    words = typed("q", _("Words to search for"), longest=LONGEST, hint=_("For example: parking permit"))
    where, topic, tone = _narrowed(reads)
    if not terms(words):
        st.markdown(_("Type a word and press Enter. The newest texts of the chosen period come first."))
        st.markdown(tips())
        return
    _first_sheet_of((words, where, topic, tone, asked))
    found = _hits(numbers.key(asked), access(), words, where, topic, tone)
    if found.empty:
        st.markdown(_("**No text of this period holds these words.** You can try this:"))
        st.markdown(nothing_found())
        return
    _draw(found, words, source)


def _narrowed(reads: bool) -> tuple[Where, int | None, str | None]:
    """Where to search, and of which topic and tone; None for any."""
    where: Where = "posts"
    tone = _ANY
    named = {str(topic.id): topic.label(language()) for topic in topics(engine(), access())}
    about = {_ANY: _("Any topic"), str(NO_TOPIC): _("No topic"), **named}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if reads:
            where = cast(Where, choose_one("where", _("Search in"), list(_WHERE), "all", _where, 240))
        topic = choose_one("about", _("Topic"), list(about), _ANY, lambda code: bare(about[code], 60), 260)
        if reads:
            tone = choose_one("tone", _("Tone of messages"), list(_TONES), _ANY, _tone, 200)
    return where, None if topic == _ANY else int(topic), None if tone == _ANY else tone


def _first_sheet_of(search: tuple[Any, ...]) -> None:
    """Another search begins at its first sheet; a link opens the sheet that it names."""
    if st.session_state.get(_LAST, search) != search:
        forget(["sheet"])
    st.session_state[_LAST] = search


def _draw(found: pd.DataFrame, words: str, source: Source) -> None:
    sheets = [str(number) for number in range(1, -(-min(len(found), MOST) // _ROWS) + 1)]
    place = st.container()
    number = int(choose_one("sheet", _("Sheet"), sheets, "1", str, 120)) if len(sheets) > 1 else 1
    shown = page(engine(), access(), found, (number - 1) * _ROWS, _ROWS)
    if shown.first_day is not None and shown.last_day is not None:
        place.markdown(counted(shown.total, shown.more, shown.first_day, shown.last_day))
    if access().may("texts"):
        place.caption(_("Names, addresses and numbers of people are masked in messages of citizens."))
    found_list([_item(row, ZoneInfo(source.zone)) for row in shown.rows.itertuples()], terms(words))


def _item(row: Any, zone: ZoneInfo) -> FoundText:
    when = moment(datetime.fromtimestamp(row.published_ts, tz=zone), language())
    link = row.permalink if isinstance(row.permalink, str) else ""
    return FoundText(bool(row.is_post), row.account, row.platform, when, row.text, link)


def _where(code: str) -> str:
    return _(_WHERE[code])


def _tone(code: str) -> str:
    return _(_TONES[code])


# `key` names the store and the filters; what is found is looked up once for it. Texts are read when they are shown.


@st.cache_resource(max_entries=64, show_spinner=False)
def _hits(key: numbers.Key, who: Access, words: str, where: Where, topic: int | None, tone: str | None) -> pd.DataFrame:
    return hits(engine(), who, key[2], words, where, topic=topic, tone=tone)
