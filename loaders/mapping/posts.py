"""Posts under a mapping."""

from hashlib import sha256

import pandas as pd

from loaders.files.building import links, x
from loaders.files.building.ids import UPLOADED, exact, tell_disagreement, whole_ids
from loaders.files.building.markup import unescaped
from loaders.files.building.post_types import post_types
from loaders.files.building.posts import Posts, posts_batch
from loaders.files.building.rows import Rows
from loaders.mapping.mapped import FORMAT_ID, Mapped
from loaders.records import Batch
from metrics.measures import COUNTS


def mapped_posts(mapped: Mapped) -> Batch:
    """The posts of a table. On X, escaped characters are turned back, replies told apart and reposts left out."""
    rows = Rows(mapped.table)
    platform = mapped.spec.platform
    permalink, texts = mapped.cells("permalink"), mapped.cells("text")
    dates = mapped.dates("published_at")
    kinds = post_types(mapped.cells("type"))
    if platform == "x":
        texts = unescaped(texts)
        kinds = kinds.mask(kinds == "post", x.types(texts))
        x.reject_reposts(rows, texts, mapped.column("text"))
    post_id = _ids(mapped, rows, dates, texts)
    by_id = mapped.id_times()
    times = mapped.times("published_at")
    tell_disagreement(rows, times, by_id, UPLOADED)
    return posts_batch(
        rows,
        FORMAT_ID,
        platform,
        Posts(
            account=mapped.cells("account"),
            post_id=post_id,
            times=times.where(~times.known, exact(by_id)),
            text=texts,
            permalink=permalink,
            type=kinds,
            counts=mapped.counts(COUNTS, signed=("followers_gained",)),
            views_definition="impressions" if "impressions" in mapped.places else "",
            id_column=mapped.column("post_id"),
            date_column=mapped.column("published_at"),
            dates=dates,
        ),
    )


def _ids(mapped: Mapped, rows: Rows, dates: "pd.Series[str]", texts: "pd.Series[str]") -> "pd.Series[str]":
    """The id column, else the id in the link, else a name made from account, date and text."""
    permalink = mapped.cells("permalink")
    from_link = links.ids(mapped.spec.platform, permalink)
    if "post_id" in mapped.places:
        return whole_ids(rows, mapped.cells("post_id"), from_link, r"(?P<id>.+)")
    if "permalink" in mapped.places:
        return from_link
    keys = mapped.cells("account") + "\x1f" + dates + "\x1f" + texts
    return keys.map(lambda key: "row-" + sha256(key.encode()).hexdigest()[:20]).astype("str")
