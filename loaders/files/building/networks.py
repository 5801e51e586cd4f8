"""Tables of tools that hold posts of several networks: one table for each, since a batch is of one platform."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from loaders.files.building.links import platform_of
from loaders.files.reading.headers import normalise, resolve
from loaders.files.reading.table import Table
from loaders.records import Platform

_NAMES: tuple[tuple[Platform, tuple[str, ...]], ...] = (
    ("facebook", ("facebook",)),
    ("instagram", ("instagram",)),
    ("x", ("twitter",)),
    ("linkedin", ("linkedin",)),
    ("youtube", ("youtube",)),
    ("tiktok", ("tiktok", "tik tok")),
    ("mastodon", ("mastodon",)),
    ("bluesky", ("bluesky",)),
)


def network(name: str) -> Platform:
    """The platform that a tool calls so; "other" for one we do not know.

    >>> network("Facebook Page"), network("X"), network("X (Twitter)"), network("Pinterest")
    ('facebook', 'x', 'x', 'other')
    """
    words = normalise(name)
    if words in ("x", "x profile"):
        return "x"
    return next((platform for platform, hints in _NAMES if any(hint in words for hint in hints)), "other")


def by_column(tables: Iterable[Table], names: Sequence[str]) -> Iterator[Table]:
    """Each table parted by the network in one of its columns (called one of `names`); the part knows its `platform`."""
    for table in tables:
        places = resolve(table.keys, {"network": names}).get("network", [None])
        cells = table.text(places[0])
        platforms = cells.map({name: network(name) for name in cells.unique()})
        found = list(dict.fromkeys(platforms))
        for number, platform in enumerate(found):
            part = table.without(np.asarray(platforms != platform))
            if number:
                part = replace(part, rejected=(), warnings=())  # told once
            if len(found) > 1:
                part = replace(part, name=f"{table.name}!{platform}", part=str(platform))
            yield replace(part, clues={**table.clues, "platform": str(platform)})


def platform_clue(table: Table) -> Platform:
    """The platform of a part made by `by_column`."""
    return network(table.clues.get("platform", ""))


def by_links(table: Table, names: Sequence[str]) -> Platform | None:
    """The platform to which the links in one of these columns lead; None when they do not tell.

    A column of a table without any such link tells nothing.
    """
    for place in resolve(table.keys, {"link": names}).get("link", []):
        cells = table.text(place)
        platform = platform_of(cells[cells != ""])
        if platform is not None:
            return platform
    return None
