"""Messages of an API to posts of the organisation and comments of citizens, by the evidence in the messages.

The same answer of an API holds an account's own posts (a timeline), or what others say to it (replies, a search).
Who is the account?

1. A clue `<platform>_account` says it: the file beside it, the connection that asked, or a person.
2. All messages are by one author: a timeline, and that author is the account.
3. More than half of the messages that answer somebody else answer one account, and at least half of the other
   authors do: that account.
4. Otherwise these are timelines of several accounts, and each author is an account.

In 1 and 3 messages of others become comments in their threads; own answers among them are own comments, and own
messages that answer nobody are posts. In 2 and 4 everything is a post (or an own reply).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.merging import merged
from loaders.files.building.rows import Rows
from loaders.files.reading.table import Table
from loaders.records import Batch, Platform

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Senders:
    """Who wrote each message, and to whom; all of the table's length.

    `author` and `addressed` tell accounts apart ("" where the file does not say); `handle` is what the author is
    called. `names` are handles of accounts that wrote nothing here, by what `addressed` calls them.
    """

    author: "pd.Series[str]"
    handle: "pd.Series[str]"
    addressed: "pd.Series[str]"
    names: "pd.Series[str] | None" = None


@dataclass(frozen=True)
class Sides:
    """The account that a conversation is with, and which messages are by others. `account` is None for timelines."""

    account: str | None
    others: Mask


def sides(senders: Senders, known: str = "") -> Sides:
    """Whose account this is, and which messages are not its own. `known` is its handle or id, if known elsewhere.

    >>> authors = pd.Series(["1", "2", "3"])
    >>> found = sides(Senders(authors, pd.Series(["town", "ann", "bob"]), pd.Series(["", "1", "1"])))
    >>> found.account, found.others.tolist()
    ('town', [False, True, True])
    """
    author = senders.author
    if known:
        name = _plain(known)
        own = (senders.handle.map(_plain) == name) | (author.map(_plain) == name)
        named = senders.handle[own & (senders.handle != "")]
        others = (~own & (author != "")).to_numpy(dtype=np.bool_)
        return Sides(str(named.iloc[0]) if len(named) else known, others)
    if author[author != ""].nunique() < 2:
        return Sides(None, np.zeros(len(author), dtype=np.bool_))
    account = _most_answered(senders)
    if not account:
        return Sides(None, np.zeros(len(author), dtype=np.bool_))
    return Sides(_handle_of(account, senders), (author != account).to_numpy(dtype=np.bool_))


def _most_answered(senders: Senders) -> str:
    """The account that gets most answers of others, from at least half of the others; "" when there is none."""
    answers = (senders.addressed != "") & (senders.addressed != senders.author)
    ranked = senders.addressed[answers].value_counts()
    if ranked.empty or ranked.iloc[0] * 2 <= answers.sum():
        return ""
    account = str(ranked.index[0])
    others = senders.author[senders.author != account]
    return account if others[senders.addressed == account].nunique() * 2 >= others.nunique() else ""


def _plain(handle: str) -> str:
    return handle.strip().removeprefix("@").casefold()


def _handle_of(account: str, senders: Senders) -> str:
    """What an account is called: by its own messages, else as the file names it otherwise, else ""."""
    own = senders.handle[(senders.author == account) & (senders.handle != "")]
    if len(own):
        return str(own.iloc[0])
    named = [] if senders.names is None else senders.names[senders.names.index == account].tolist()
    return str(named[0]) if named else ""


def roots(ids: "pd.Series[str]", parents: "pd.Series[str]") -> "pd.Series[str]":
    """The first message of each message's thread, as far up as the file goes; a message alone is its own.

    >>> roots(pd.Series(["3", "2", "9"]), pd.Series(["2", "1", ""])).tolist()
    ['1', '1', '9']
    """
    up = dict(zip(ids, parents, strict=True))
    found: dict[str, str] = {}
    for start in up:
        path: dict[str, None] = {}
        here = start
        while here not in found and here not in path and up.get(here):
            path[here] = None
            here = up[here]
        top = found.get(here, here)
        found.update(dict.fromkeys(path, top))
    return pd.Series([found.get(one, one) for one in ids], index=ids.index, dtype="str")


def conversation_batch(
    table: Table,
    platform: Platform,
    found: Sides,
    answers: Mask,
    read_posts: Callable[[Rows, str | None], Batch],
    read_comments: Callable[[Rows, str, Mask], Batch],
) -> Batch:
    """The batch of a table whose messages may be of two sides; `answers` are those that answer another message.

    `read_posts` maps rows to posts (of the given account, or None: each author's), `read_comments` to comments under
    an account; it also gets which of its rows are the account's own.
    """
    if found.account is None or not found.others.any():
        return read_posts(Rows(table), found.account)
    is_comment = found.others | answers
    comments = table.without(~is_comment)
    batch = read_comments(Rows(comments), found.account, ~found.others[is_comment])
    if is_comment.all():
        return batch
    rest = replace(table.without(is_comment), rejected=(), warnings=())  # told with the comments
    posts = read_posts(Rows(rest), found.account)
    return replace(merged(batch, posts), missing_metrics=posts.missing_metrics)
