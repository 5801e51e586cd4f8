"""What stands under the posts of a synthetic store: citizens who ask and talk, and an organisation that replies.

Half of the citizens' messages need a reply by the rules, people often write more than once, and about a third of the
conversations wait.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.calendar import calendar
from evals.sentences import ANSWERS, ASKS, HOLDING, TALKS, made_up

ZONE = "Europe/Amsterdam"
_CHUNK = 100_000
_OWN = 15 / 90  # of all comments
_ASKING, _GOES_ON = 0.5, 0.7  # of the citizens' messages: need a reply; are by who wrote the one before
_TO_ASKING, _PERSON = 19, 0.92  # who asks gets a reply so much more often; replies that answer

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Threads:
    """The posts that comments hang under."""

    id: Ints
    account_id: Ints
    published_ts: Ints


def items(ids: Ints, accounts: Ints, moments: Ints, texts: Sequence[str] | NDArray[np.str_]) -> pd.DataFrame:
    """What posts and comments have in common."""
    frame = pd.DataFrame({"id": ids, "account_id": accounts, "published_ts": moments, "precision": "minute"})
    frame["external_id"] = frame["id"].astype("str")
    frame["text"] = pd.array(texts, dtype="str")
    frame["import_id"] = 1
    return pd.concat([frame, calendar(frame["published_ts"], frame["precision"], ZONE)], axis="columns")


def comments(random: np.random.Generator, count: int, threads: Threads, newest: int) -> Iterator[pd.DataFrame]:
    """So many comments and replies in parts, none after `newest` (seconds); few posts have most of them."""
    shares = _shares(random.pareto(1.5, len(threads.id)) + 0.1)
    replies = round(count * _OWN)
    every = np.sort(random.choice(len(threads.id), count - replies, p=shares))
    parts = -(-count // _CHUNK)
    for under, some in zip(np.array_split(every, parts), np.array_split(np.arange(replies), parts), strict=True):
        asking = random.random(len(under)) < _ASKING
        said = _messages(random, threads, under, asking, newest)
        asker = pd.Series(asking).groupby(said["author"]).transform("any")
        weights = np.where(asker, _TO_ASKING, 1) * ~said["author"].duplicated(keep="last")
        to = random.choice(len(said), len(some), replace=False, p=_shares(weights))
        frame = pd.concat([said, _replies(random, said.iloc[to], newest)], ignore_index=True)
        frame["likes"] = random.poisson(random.lognormal(0, 1, len(frame)))
        yield frame


def _messages(
    random: np.random.Generator, threads: Threads, under: Ints, asking: NDArray[np.bool_], newest: int
) -> pd.DataFrame:
    """Of citizens, under these posts (places in `threads`, in order); `asking` says which need a reply."""
    count = len(under)
    texts = np.where(asking, made_up(random, ASKS, count), made_up(random, TALKS, count))
    ids = random.integers(0, 2**63 - 1, count)
    moments = _later(random, threads.published_ts[under], newest)
    frame = items(ids, threads.account_id[under], moments[np.lexsort((moments, under))], texts)
    new = np.append(True, under[1:] != under[:-1]) | (random.random(count) > _GOES_ON)
    people = ids[np.maximum.accumulate(np.where(new, np.arange(count), 0))]
    frame["post_id"], frame["is_own"] = threads.id[under], 0
    frame["parent_id"] = pd.array([None] * count, dtype="Int64")
    frame["author"] = [f"{one:024x}" for one in people.tolist()]
    return frame


def _replies(random: np.random.Generator, said: pd.DataFrame, newest: int) -> pd.DataFrame:
    """Of the organisation, one to each of these messages: most of them answer, some only hold."""
    count = len(said)
    texts = np.where(random.random(count) < _PERSON, made_up(random, ANSWERS, count), made_up(random, HOLDING, count))
    moments = _later(random, said["published_ts"].to_numpy(), newest)
    frame = items(random.integers(0, 2**63 - 1, count), said["account_id"].to_numpy(), moments, texts)
    frame["post_id"], frame["is_own"] = said["post_id"].to_numpy(), 1
    frame["parent_id"] = pd.array(said["id"].to_numpy(), dtype="Int64")
    frame["author"] = None
    return frame


def _later(random: np.random.Generator, moments: Ints, newest: int) -> Ints:
    """Some hours after these moments, mostly."""
    return np.minimum(moments + random.lognormal(9.5, 1.5, len(moments)).astype(np.int64), newest)


def _shares(weights: NDArray[Any]) -> NDArray[np.float64]:
    shares: NDArray[np.float64] = weights / weights.sum()
    return shares
