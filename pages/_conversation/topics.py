"""What people talk about: topics with their size, trend and tone, and one topic in detail."""

import streamlit as st

from components.address import choose_one
from components.escape import bare
from components.findings import findings_list
from components.i18n import _, say
from components.source import Source
from components.tile import tile_grid
from components.topics_view.arrival import arrival_card
from components.topics_view.changes import changes_card
from components.topics_view.models import stability_tile
from components.topics_view.topic_list import topic_list_card
from components.topics_view.waiting import waiting_card
from data.filters import Filters
from metrics.topics.estimates import no_messages
from pages._conversation.detail import topic_detail
from pages._conversation.numbers import View
from pages._conversation.watching import first_signal
from pages._numbers import key

_ALL = "all"


def topic_choice(seen: View) -> int | None:
    """Draw the box with the topics that are shown, the largest first; None is all of them."""
    codes = [_ALL, *(str(size.topic) for size in seen.found.topics)]

    def name(code: str) -> str:
        return _("All topics") if code == _ALL else bare(seen.named[int(code)].name, 60)

    chosen = choose_one("topic", _("Topic"), codes, _ALL, name, 400)
    return None if chosen == _ALL else int(chosen)


def topics_section(asked: Filters, source: Source, seen: View, topic: int | None) -> None:
    """Draw all topics, or the one that the reader chose."""
    found, names = seen.found, seen.named
    if not found.messages:
        if not seen.unscored:
            st.info(say(no_messages()))
        return
    size = None if topic is None else found.get(topic)
    if size is not None:
        topic_detail(asked, seen, size, source)
        return
    place = key(asked)
    findings_list([*first_signal(asked), *seen.findings][:3])
    tile_grid(seen.tiles, source, 4, lambda: _stability(seen))
    topic_list_card(found, names, seen.lines, seen.step, source, place)
    changes_card(seen.shifts, names, source, place)
    waiting_card(found, seen.waits_most, names, source, place)
    if seen.arrived:
        arrival_card(seen.arrived, names, source, place)


def _stability(seen: View) -> None:
    origins = [one.origin for one in seen.topics.values()]
    found = origins.count("found")
    stability_tile(seen.groupings, len(origins) - found, found)
