"""LinkedIn analytics of a person (a mayor, an alderman): the sheet TOP POSTS, with two tables side by side."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pyarrow as pa

from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.id_times import linkedin_urn
from loaders.files.building.ids import moments
from loaders.files.building.linkedin import person_of_file, post_ids
from loaders.files.building.posts import Posts, posts_batch
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import DAY, ISO, MONTH_FIRST
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

ALIASES: Aliases = {
    "permalink": ("Post URL", "URL de la publicación"),
    "date": ("Post publish date", "Post published date", "Fecha de publicación"),
    "engagements": ("Engagements", "Interacciones"),
    "impressions": ("Impressions", "Impresiones"),
}


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return {"permalink", "date"} <= found and bool({"engagements", "impressions"} & found)


def parse(table: Table) -> Batch:
    """The posts that did best, by engagements and by impressions; a post in both tables is one post.

    Engagements are reactions, comments and reposts together, so they fill no count of their own.
    """
    rows = Rows(_under_each_other(table))
    columns = Columns(rows, ALIASES)
    links, dates = columns.text("permalink"), columns.text("date")
    text = N_(
        "LinkedIn lists at most 50 posts with the most impressions and 50 with the most engagements. Other posts of "
        "this period are not in this file, and it has no texts, reactions or comments."
    )
    rows.warn(Message("top_posts_only", text))
    batch = posts_batch(
        rows,
        FORMAT.id,
        FORMAT.platform,
        Posts(
            account=rows.everywhere(person_of_file(table.file_name)),
            post_id=post_ids(links),
            times=moments(rows, parse_resaved(dates, (*MONTH_FIRST, *ISO)), linkedin_urn(links), slack=DAY),
            text=rows.everywhere(""),
            permalink=links,
            type=rows.everywhere("post"),
            counts=columns.counts(("impressions",)),
            views_definition="impressions",
            id_column=columns.header("permalink"),
            date_column=columns.header("date"),
            dates=dates,
        ),
    )
    return _with_whole_rows(batch)


def _under_each_other(table: Table) -> Table:
    """The halves as one table: each filled half of a row is a row."""
    parts = list(_halves(table))
    names = [ALIASES[name][0] for name in ALIASES]
    return replace(
        table,
        header=tuple(names),
        columns=tuple(pa.chunked_array([cells[i] for cells, _ in parts], type=pa.string()) for i in range(len(names))),
        lines=np.concatenate([lines for _, lines in parts]),
        lacking=np.zeros(sum(len(lines) for _, lines in parts), dtype=np.int64),
    )


def _halves(table: Table) -> "Iterator[tuple[list[pa.Array], np.ndarray]]":
    """The columns of each half, in the order of `ALIASES`, and the lines of its filled rows."""
    starts = table.places(ALIASES)["permalink"]
    if starts[0] > 0 and len(starts) == 1:
        starts = [0]  # one table, whose link is not its first column
    for start, end in zip(starts, [*starts[1:], len(table.header)], strict=True):
        places = resolve(table.keys[start:end], ALIASES)
        cells = [table.text(start + places[name][0] if name in places else None) for name in ALIASES]
        filled = np.logical_or.reduce([(column != "").to_numpy(dtype=bool) for column in cells])
        yield [pa.array(column[filled], type=pa.string()) for column in cells], table.lines[filled]


def _with_whole_rows(batch: Batch) -> Batch:
    """A row of which both halves are left out is one row that is left out."""
    lines = [rejection.row for rejection in batch.rejected]
    batch.rows_read -= len(lines) - len(set(lines))
    return batch


FORMAT = Format(
    id="linkedin_personal_posts",
    platform="linkedin",
    kind="posts",
    description=N_("LinkedIn analytics of a person: top posts (Excel)"),
    sniff=_sniff,
    parse=parse,
)
