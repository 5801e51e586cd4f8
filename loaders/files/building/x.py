"""What the exports of X share: escaped texts, replies in the same file, times inside ids."""

import html
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

import pandas as pd

from loaders.files.building.counts import Counts
from loaders.files.building.id_times import x_status
from loaders.files.building.ids import exact, tell_disagreement, whole_ids
from loaders.files.building.left_out import repost
from loaders.files.building.patterns import group
from loaders.files.building.rows import Rows
from loaders.files.building.times import Times
from metrics.words import N_, Message

STATUS = r"/status(?:es)?/(?P<id>\d+)"
_HANDLE = r"(?:twitter|x)\.com/(?P<handle>[A-Za-z0-9_]+)/status"
_VIEWS_SINCE = 1_671_062_400  # 15 December 2022
_FILE = re.compile(r"^(?:daily_)?tweet_activity_metrics_(?P<handle>\w+?)_\d{8}_\d{8}_")


def handles(links: "pd.Series[str]") -> "pd.Series[str]":
    """The account in links to posts; "" where there is none (`/i/web/status/...`).

    >>> handles(pd.Series(["https://x.com/Gemeente/status/1"])).tolist()
    ['Gemeente']
    """
    found = group(links, _HANDLE)
    return found.mask(found == "i", "").astype("str")


def permalinks(accounts: "pd.Series[str]", ids: "pd.Series[str]") -> "pd.Series[str]":
    """Links to posts whose file has none; X also finds a post by its id alone.

    >>> permalinks(pd.Series(["town", ""]), pd.Series(["1", "2"])).tolist()
    ['https://x.com/town/status/1', 'https://x.com/i/web/status/2']
    """
    made = "https://x.com/" + accounts.mask(accounts == "", "i/web") + "/status/" + ids
    return made.where(ids != "", "").astype("str")


def status_ids(rows: Rows, cells: "pd.Series[str]", links: "pd.Series[str]", column: str | None) -> "pd.Series[str]":
    """Ids of posts, repaired from the link (`ids.whole_ids`); an id that is no number leaves its row out."""
    ids = whole_ids(rows, cells, links, STATUS)
    strange = ~ids.str.fullmatch(r"\d{0,20}").to_numpy(dtype=bool)
    rows.reject(strange, column, Message("strange_id", N_("The id of this row is not one of X: it is no number.")))
    return ids


def exact_times(rows: Rows, times: Times, ids: "pd.Series[str]", tolerance: int = 120) -> Times:
    """Times checked against those inside the ids, which fill what is missing."""
    by_id = x_status(ids)
    tell_disagreement(rows, times.seconds, by_id, tolerance)
    return times.where(~times.known & (by_id > 0), exact(by_id))


def times_by_id(rows: Rows, times: Times, ids: "pd.Series[str]", tolerance: int = 120) -> Times:
    """Times of tools whose clock is not sure: that of the id is used, and a larger difference is told."""
    by_id = x_status(ids)
    tell_disagreement(rows, times.seconds, by_id, tolerance)
    return times.where(by_id > 0, exact(by_id))


def without_early_zeros(rows: Rows, found: Mapping[str, Counts], times: Times) -> dict[str, Counts]:
    """The counts without views that are 0 because X did not count them yet, which its API does not tell apart."""
    views = found.get("impressions")
    if views is None:
        return dict(found)
    early = views.present & (views.values == 0) & times.known & (times.seconds < _VIEWS_SINCE)
    if (early & rows.alive).any():
        text = N_(
            "X gives views since 15 December 2022. Those of older posts are 0 in this file, so they count as missing."
        )
        rows.warn(Message("early_views", text), early & rows.alive)
    return {**found, "impressions": views.missing_where(early, "z")}


def handle_of_file(file_name: str) -> str:
    """The account in the name of an X Analytics file.

    >>> handle_of_file("daily_tweet_activity_metrics_my_town_20211201_20220101_en.csv")
    'my_town'
    """
    match = _FILE.match(PurePosixPath(file_name).name)
    return match["handle"] if match else ""


def unescaped(texts: "pd.Series[str]") -> "pd.Series[str]":
    """Texts with `&amp;` and the like turned back into characters."""
    escaped = texts.str.contains("&", regex=False).to_numpy(dtype=bool)
    return texts.mask(escaped, texts[escaped].map(html.unescape).reindex(texts.index)).astype("str")


def types(texts: "pd.Series[str]") -> "pd.Series[str]":
    """Own replies start with a handle; the rest are posts.

    >>> types(pd.Series(["@ann Thanks!", "New opening hours"])).tolist()
    ['reply', 'post']
    """
    return pd.Series("post", index=texts.index, dtype="str").mask(texts.str.match(r"@\w"), "reply")


def reject_reposts(rows: Rows, texts: "pd.Series[str]", column: str | None) -> None:
    """Leave out reposts of other people's posts: their counts are not ours."""
    rows.reject(texts.str.match(r"RT @\w").to_numpy(dtype=bool), column, repost())
