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
from pages._conversation import numbers
from pages._conversation.detail import topic_detail
from pages._conversation.tiles import tiles
from pages._numbers import key

_ALL = "all"


def topic_choice(asked: Filters) -> int | None:
    """Draw the box with the topics that are shown, the largest first; None is all of them."""
    names = numbers.named()
    codes = [_ALL, *(str(size.topic) for size in numbers.found(asked).topics)]

    def name(code: str) -> str:
        return _("All topics") if code == _ALL else bare(names[int(code)].name, 60)

    chosen = choose_one("topic", _("Topic"), codes, _ALL, name, 400)
    return None if chosen == _ALL else int(chosen)


def topics_section(asked: Filters, source: Source, topic: int | None) -> None:
    """Draw all topics, or the one that the reader chose."""
    found, names = numbers.found(asked), numbers.named()
    if not found.messages:
        if not numbers.unscored():
            st.info(say(no_messages()))
        return
    size = None if topic is None else found.get(topic)
    if size is not None:
        topic_detail(asked, size, source)
        return
    findings_list(numbers.findings(asked)[:3])
    tile_grid(tiles(asked), source, 4, _stability)
    topic_list_card(found, names, numbers.lines(asked), numbers.step(asked), source, key(asked))
    changes_card(numbers.shifts(asked), names, source)
    waiting_card(found, numbers.waits_most(asked), names, source, key(asked))
    if arrived := numbers.arrived(asked):
        arrival_card(arrived, names, source)


def _stability() -> None:
    origins = [one.origin for one in numbers.known().values()]
    found = origins.count("found")
    stability_tile(numbers.groupings(), len(origins) - found, found)
