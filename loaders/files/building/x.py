"""What the exports of X share: escaped texts, replies in the same file, times inside ids."""

import html
import re
from pathlib import PurePosixPath

import pandas as pd

from loaders.files.building.patterns import group
from loaders.files.building.rows import Rows
from metrics.words import N_, Message

STATUS = r"/status(?:es)?/(?P<id>\d+)"
_HANDLE = r"(?:twitter|x)\.com/(?P<handle>[A-Za-z0-9_]+)/status"
_FILE = re.compile(r"^(?:daily_)?tweet_activity_metrics_(?P<handle>\w+?)_\d{8}_\d{8}_")


def handles(links: "pd.Series[str]") -> "pd.Series[str]":
    """The account in links to posts; "" where there is none (`/i/web/status/...`).

    >>> handles(pd.Series(["https://x.com/Gemeente/status/1"])).tolist()
    ['Gemeente']
    """
    found = group(links, _HANDLE)
    return found.mask(found == "i", "").astype("str")


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
    text = N_("This is a repost of somebody else's post, so its counts are not yours.")
    rows.reject(texts.str.match(r"RT @\w").to_numpy(dtype=bool), column, Message("repost", text))
