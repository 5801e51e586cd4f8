"""Meta Business Suite: who follows a page or account ("Audience.csv"), in blocks. Kept as audience, never as posts."""

import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from loaders.files.building.audience import GroupFigures, audience_batch
from loaders.files.building.decimals import Numbers, decimals, percentages
from loaders.files.building.format import Format
from loaders.files.building.meta_audience_titles import GENDERS, dimension_of, plain
from loaders.files.building.meta_network import network, with_networks
from loaders.files.building.noise import data_rows
from loaders.files.building.not_loaded import not_loaded
from loaders.files.building.rows import Rows
from loaders.files.reading.headers import Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

_FIGURE = re.compile(r"view|visit|bezoek|session|url|label|click")
_MOST_ROWS = 50
_KEYS = re.compile(r"(fb_page|ig_account)\b.*\bunique_users", re.IGNORECASE)
"""Untranslated names of columns, in exports of 2023: `FB_PAGE,FOLLOW,UNIQUE_USERS`."""


def _sniff(header: Header) -> bool:
    if _KEYS.search(",".join(header)):
        return True
    dimension = dimension_of(header.title)
    if dimension == "age_gender":
        return any(GENDERS.match(plain(name)) for name in header[1:])
    if dimension == "page" and any(_FIGURE.search(name) for name in header):
        return False  # of a website
    return dimension != ""


def parse(table: Table) -> Batch:
    """Shares of followers by age and gender, place or country. Places stand beside each other, in one row of names.

    Meta gives percentages, with or without the sign. Numbers above 100 without it are people.
    """
    rows = Rows(data_rows(table))
    platform = network(rows)
    dimension = dimension_of(table.keys.title)
    if dimension == "page" or (len(rows.table) > _MOST_ROWS and not _names_in_first_column(rows.table)):
        reason = Message("score", N_("This row holds a score that Meta gives, not a share or a number of people."))
        text = N_('The table "{title}" is not kept: its figures are scores of Meta, not shares or numbers of people.')
        return not_loaded(table, FORMAT, reason, Message("meta_score", text, {"title": table.keys.title}), platform)
    text = N_(
        'This is Meta\'s table "{title}" of the audience, without posts or days in it; its figures are kept as '
        "audience context. For posts, choose Content in Meta Business Suite, and export that."
    )
    warning = Message("meta_audience", text, {"title": table.keys.title or table.header[0]})
    batch = audience_batch(rows, FORMAT.id, platform, list(_figures(rows.table)), warning)
    return replace(batch, questions=rows.questions)


def _figures(table: Table) -> Iterator[GroupFigures]:
    dimension = dimension_of(table.keys.title) or "other"
    named = _names_in_first_column(table)
    for place in range(1 if named else 0, len(table.header)):
        cells, name = table.text(place), table.header[place]
        if not named:
            label = name if dimension != "other" else next(filter(None, reversed(table.above)), name)
            labels = pd.Series([label] * len(table), dtype="str")
        elif dimension == "age_gender":
            labels = table.text(0) + ", " + name
        else:
            labels = table.text(0)
        yield GroupFigures(dimension, labels, *_values(cells, dimension))


def _names_in_first_column(table: Table) -> bool:
    """Whether the groups stand below each other, not beside each other as names of columns."""
    cells = table.text(0)
    filled = cells[cells != ""]
    return table.header[0] == "" or bool(np.isnan(percentages(filled)).any())


def _values(cells: "pd.Series[str]", dimension: str) -> tuple[str, Numbers]:
    """The metric and its numbers; without a division they are the number of followers as a whole."""
    if dimension == "other" or (not cells.str.contains("%").any() and (decimals(cells) > 100).any()):
        return "followers", decimals(cells)
    return "share", percentages(cells)


FORMAT = Format(
    id="meta_audience",
    platform="facebook",
    kind="audience",
    description=N_("Meta Business Suite, audience of a Facebook page or Instagram account (kept as audience)"),
    sniff=_sniff,
    parse=parse,
    arrange=with_networks,
)
