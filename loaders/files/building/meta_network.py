"""Which network a block of Meta's page figures is of, where its own title does not say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.files.building.meta_titles import NETWORKS, figure_of, network_of
from loaders.files.building.rows import Rows
from loaders.files.reading.encoding import encoding_of
from loaders.files.reading.headers import Header
from loaders.files.reading.table import Table
from loaders.records import Platform
from metrics.platforms import NAMES
from metrics.words import N_, Message

_BLOCK = "meta_network"
_BY_ORDER = "meta_by_order"
_FOLDER = {network: f"meta_{network}" for network in NETWORKS}
_KEYS: Mapping[str, Platform] = {"fb_page": "facebook", "ig_account": "instagram"}
"""Untranslated keys in exports of 2023."""

_MOST = 512 * 1024
_HEADER = re.compile(r'[^",;\t\d]+"*[,;\t]"*[^",;\t\d]+')  # of two columns, without its outer quotes


def stated(header: Header) -> Platform | None:
    """The network that a block names: in its title, in the lines above it, or in untranslated keys."""
    by_title = network_of(header.title)
    if by_title is not None:
        return by_title
    text = ",".join((*header.above, *header)).casefold()
    keys = {network for key, network in _KEYS.items() if key in text}
    if len(keys) == 1:
        return keys.pop()
    return network_of(",".join(header.above if header.title else header))  # names of groups may name a network


def with_networks(tables: Sequence[Table]) -> list[Table]:
    """The blocks of one file, each that does not name its network with what the others tell of it.

    Meta puts Facebook first and Instagram second, and a file has each figure of a network once.
    """
    subjects = [figure_of(table.keys.title) or table.keys.title for table in tables]
    twins: dict[str, list[int]] = {}
    for place, subject in enumerate(subjects):
        twins.setdefault(subject, []).append(place)
    named = [stated(table.keys) for table in tables]
    known = {network for network in named if network is not None}
    result = []
    for place, table in enumerate(tables):
        network = named[place] or _by_twin(place, twins[subjects[place]], named)
        by_order = "1" if network and not known else ""
        if network is None and len(known) == 1:
            (network,) = known
        clues = {_BLOCK: network, _BY_ORDER: by_order} if network else {}
        result.append(replace(table, clues={**table.clues, **clues}))
    return result


def _by_twin(place: int, twins: Sequence[int], named: Sequence[Platform | None]) -> Platform | None:
    """The network of one of two blocks with the same subject; `twins` are their places."""
    if len(twins) != len(NETWORKS):  # one block, or more than there are networks
        return None
    (other,) = (twin for twin in twins if twin != place)
    if named[other] is None:
        return NETWORKS[twins.index(place)]
    return next(network for network in NETWORKS if network != named[other])


def network(rows: Rows) -> Platform:
    """The network of a block: as it says, as its neighbours tell (in the file, then in the folder), else asked."""
    table = rows.table
    told = stated(table.keys)
    if told is not None:
        return told
    for network in NETWORKS:
        if table.clues.get(_BLOCK) == network:
            if table.clues.get(_BY_ORDER):
                text = N_(
                    "This file has the same figure twice and does not say of which networks. Meta writes Facebook "
                    "first, so this part was taken for {network}."
                )
                rows.warn(Message("network_by_order", text, {"network": NAMES[network]}))
            return network
    found = [network for network, clue in _FOLDER.items() if clue in table.clues]
    if len(found) == 1:
        return found[0]
    text = N_("This file does not say of which network its figures are. Is it Facebook or Instagram?")
    answer = rows.ask("platform", Message("ask_platform", text), NETWORKS)
    return next(network for network in NETWORKS if network == answer)


def networks_in(data: bytes) -> dict[str, str]:
    """The networks that titles in a file of daily figures name, as clues for the files beside it."""
    start = data[:_MOST]
    lines = [line.strip('",;\t ') for line in encoding_of(start).text(start).splitlines()]
    titles = (title for title, header in pairwise(lines) if _HEADER.fullmatch(header) and figure_of(title))
    named = {network_of(title) for title in titles}
    return {_FOLDER[network]: "1" for network in NETWORKS if network in named}
