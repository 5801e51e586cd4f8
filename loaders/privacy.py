"""Citizens stay unknown: their names become keyed codes and their texts lose what points at them.

This runs before anything is stored. An organisation's own words stay as they are, but for the handles of the
citizens it answers.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import cache
from typing import Any

import pandas as pd

from data.pseudonyms import pseudonym
from loaders.masks import handles_in, mask_handles, mask_text
from loaders.records import Batch

_ADDRESS = re.compile(r"[@/]")  # ids that are addresses (Mastodon, Bluesky) name the author
Coder = Callable[[str], str]


def protect(batch: Batch, own_handles: Collection[str], key: bytes) -> Batch:
    """The same batch without anybody's name in it.

    Authors become keyed codes; e-mail addresses, telephone numbers, IBAN, BSN and @handles in texts of citizens are
    masked; mentions become JSON of keyed codes, with `own_handles` (the organisation's accounts) in clear. In own
    replies only the handles of others are masked. Posts get a column `mentions`, filled for replies.
    """
    own = frozenset(name for handle in own_handles for name in _names(handle))

    @cache
    def coded(handle: str) -> str:
        return pseudonym(key, batch.platform, handle)

    return replace(batch, posts=_posts(batch.posts, own, coded), comments=_comments(batch.comments, own, coded))


def without_names(batch: Batch, key: bytes) -> Batch:
    """The same batch with its comments protected and its posts as the file has them, for a look that stores nothing."""
    return replace(batch, comments=protect(batch, batch.accounts, key).comments)


def _names(handle: str) -> tuple[str, str]:
    """How a text can mention an account: a message on Mastodon shows `name@server` as `@name`."""
    plain = handle.strip().removeprefix("@").casefold()
    return plain, plain.partition("@")[0]


def holds_citizens(batch: Batch) -> bool:
    """Whether there is anybody in a batch to protect: comments, or replies to somebody."""
    return not batch.comments.empty or bool((batch.posts["type"] == "reply").any())


def _posts(posts: pd.DataFrame, own: frozenset[str], coded: Coder) -> pd.DataFrame:
    made = posts.assign(mentions=pd.Series(None, index=posts.index, dtype="object"))
    replies = (posts["type"] == "reply") & posts["text"].notna()
    texts = posts.loc[replies, "text"]
    made.loc[replies, "mentions"] = [_mentions(handles_in(text), own, coded) for text in texts]
    made["parent_id"] = [_id(value, coded) for value in posts["parent_id"]]
    made.loc[replies, "text"] = [mask_handles(text, own) for text in texts]
    return made


def _comments(comments: pd.DataFrame, own: frozenset[str], coded: Coder) -> pd.DataFrame:
    mine = comments["is_own"].to_numpy(bool)
    texts = [text if isinstance(text, str) else None for text in comments["text"]]
    given = [names if isinstance(names, list) else [] for names in comments["mentions"]]
    masks = [mask_handles if is_own else mask_text for is_own in mine]
    return comments.assign(
        author=_column(
            comments, (None if m else _author(a, coded) for m, a in zip(mine, comments["author"], strict=True))
        ),
        mentions=_column(
            comments,
            (
                _mentions([*names, *handles_in(text or "")], own, coded)
                for names, text in zip(given, texts, strict=True)
            ),
        ),
        text=_column(comments, (text and mask(text, own) for mask, text in zip(masks, texts, strict=True))),
        comment_id=[_id(value, coded) for value in comments["comment_id"]],
        parent_id=[_id(value, coded) for value in comments["parent_id"]],
    )


def _column(frame: pd.DataFrame, values: Iterable[Any]) -> "pd.Series[Any]":
    return pd.Series(list(values), index=frame.index, dtype="object")


def _author(handle: object, coded: Coder) -> str | None:
    return coded(handle) if isinstance(handle, str) and handle else None


def _id(value: object, coded: Coder) -> str:
    text = value if isinstance(value, str) else ""
    return coded(text) if _ADDRESS.search(text) else text


def _mentions(handles: Iterable[str], own: frozenset[str], coded: Coder) -> str | None:
    """JSON of each mentioned account once: a code, or `@handle` for an own account."""
    names = dict.fromkeys(handle.strip().removeprefix("@").casefold() for handle in handles)
    found = [f"@{name}" if name in own else coded(name) for name in names]
    return json.dumps(found) if found else None
