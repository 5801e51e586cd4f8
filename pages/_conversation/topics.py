"""What people talk about: topics with their size, trend and tone, and one topic in detail."""

from components.address import choose_one
from components.escape import bare
from components.findings import findings_list
from components.i18n import _
from components.source import Source
from components.tile import tile_grid
from components.topics_view.arrival import arrival_card
from components.topics_view.changes import changes_card
from components.topics_view.models import stability_tile
from components.topics_view.topic_list import topic_list_card
from components.topics_view.waiting import waiting_card
from data.filters import Filters
from pages._conversation import numbers
from pages._conversation.detail import topic_detail
from pages._conversation.tiles import tiles
from pages._numbers import key

_ALL = "all"


def topics_section(asked: Filters, source: Source) -> None:
    """Draw all topics, or the one that the reader chose."""
    found = numbers.found(asked)
    if not found.messages:
        return  # the page says why
    names = numbers.named()
    codes = [_ALL, *(str(size.topic) for size in found.topics)]

    def name(code: str) -> str:
        return _("All topics") if code == _ALL else bare(names[int(code)].name, 60)

    chosen = choose_one("topic", _("Topic"), codes, _ALL, name, 400)
    size = None if chosen == _ALL else found.get(int(chosen))
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
