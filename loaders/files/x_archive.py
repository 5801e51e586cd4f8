"""The archive of an X (Twitter) account: the file `tweets.js` (before 2022 `tweet.js`), with its parts."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from loaders.files.building import x
from loaders.files.building.columns import Columns
from loaders.files.building.documents import Object, at, given, mostly, objects, text_at
from loaders.files.building.format import Clue, Format
from loaders.files.building.post_types import post_types
from loaders.files.building.posts import Posts, posts_batch
from loaders.files.building.rows import Rows
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.documents import read_json
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "post_id": ("tweet.id_str",),
    "date": ("tweet.created_at",),
    "text": ("tweet.full_text",),
    "parent_id": ("tweet.in_reply_to_status_id_str",),
    "answered": ("tweet.in_reply_to_user_id_str",),
    "media": ("tweet.extended_entities.media.type",),
    "likes": ("tweet.favorite_count",),
    "shares": ("tweet.retweet_count",),
}
COUNTS = ("likes", "shares")
DATES = ("%a %b %d %H:%M:%S %z %Y", "%Y-%m-%d %H:%M:%S %z")
_SCRIPT = re.compile(r"YTD\.tweets?\.part\d+")
_ALWAYS = ("id_str", "created_at", "full_text", "in_reply_to_status_id_str", "in_reply_to_user_id_str")


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each tweet of `window.YTD.tweets.part0`, whether it stands in {"tweet": ...} or not.

    >>> unfold({"YTD.tweet.part0": [{"id_str": "20", "full_text": "hi"}]})[0]["tweet"]["full_text"]
    'hi'
    """
    items = _items(document)
    return None if items is None else [{"tweet": _picked(at(item, "tweet") or item)} for item in items]


def _items(document: Any) -> list[Object] | None:
    if isinstance(document, Mapping):
        scripts = [name for name in document if _SCRIPT.fullmatch(str(name))]
        return [item for name in scripts for item in objects(document[name])] if scripts else None
    items = objects(document)  # the script's name was taken off
    return items if mostly(items, lambda item: text_at(item, "tweet", "id_str") != "") else None


def _picked(tweet: Any) -> Object:
    media = text_at(tweet, "extended_entities", "media", "type") or text_at(tweet, "entities", "media", "type")
    return {
        **{name: text_at(tweet, name) for name in _ALWAYS},
        "full_text": text_at(tweet, "full_text") or text_at(tweet, "text"),
        "extended_entities.media.type": media,
        **given(tweet, "favorite_count", "retweet_count"),
    }


def _account(data: bytes) -> Mapping[str, str]:
    try:
        document = read_json(data)
    except UnreadableError:
        return {}
    members = objects(at(document, "YTD.account.part0"))
    name = text_at(members[0], "account", "username") if members else ""
    return {"x_account": name} if name else {}


def _sniff(header: Header) -> bool:
    return {"post_id", "date", "text", "parent_id", "media"} <= resolve(header, ALIASES).keys()


def parse(table: Table) -> Batch:
    """Posts and own replies. The account's name is in `account.js` beside this file, times are UTC."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    dates, parents = columns.text("date"), columns.text("parent_id")
    texts = x.unescaped(columns.text("text", trimmed=False))
    account = pd.Series([table.clues.get("x_account", "")] * len(table), dtype="str")
    post_id = x.status_ids(rows, columns.text("post_id"), rows.table.text(None), columns.header("post_id"))
    x.reject_reposts(rows, texts, columns.header("text"))
    answers = (parents != "") | (columns.text("answered") != "")
    return posts_batch(
        rows,
        FORMAT.id,
        FORMAT.platform,
        Posts(
            account=account,
            post_id=post_id,
            times=x.exact_times(rows, parse_times(dates, DATES), post_id),
            text=texts,
            permalink=x.permalinks(account, post_id),
            type=post_types(columns.text("media")).mask(answers, "reply"),
            counts=columns.counts(COUNTS),
            views_definition="",
            id_column=columns.header("post_id"),
            date_column=columns.header("date"),
            dates=dates,
            parent_id=parents,
        ),
    )


FORMAT = Format(
    id="x_archive",
    platform="x",
    kind="posts",
    description=N_("X (Twitter) archive of an account (tweets.js)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
    clue=Clue(re.compile(r"account\.js"), _account),
)
