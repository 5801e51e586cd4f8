"""What the reports of CrowdTangle share: their columns and their clock, with the zone's name in each row."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import Times
from loaders.files.building.zones import placed, shifts, zoned
from loaders.files.reading.headers import Aliases

TIMES = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M")

POST_ALIASES: Aliases = {
    "created": ("Post Created", "Created"),
    "type": ("Type",),
    "interactions": ("Total Interactions",),
    "comments": ("Comments",),
    "permalink": ("URL",),
    "link_text": ("Link Text",),
    "followers_then": ("Followers at Posting",),
    "likes_then": ("Likes at Posting",),
}


def created(rows: Rows, cells: "pd.Series[str]", by_id: NDArray[np.int64]) -> Times:
    """When posts were made. Cells that lost the name of their zone are placed by ids, else taken as UTC and told."""
    times = zoned(cells, TIMES)
    plain = parse_resaved(cells.where(~times.known, "").astype("str"), TIMES)
    if not plain.known.any():
        return times
    return times.where(~times.known, placed(rows, plain, shifts(plain, by_id)))
