"""A store with enough posts to be judged: two accounts, 200 ordinary posts, and three that got far more."""

from typing import Any

import numpy as np
from sqlalchemy import Engine, select

from data.ids import external_ids, keys
from data.schema import standout
from loaders.importer import Loaded
from tests.loaders.sample_batches import DAY, MONDAY, batch, day_value, load, post

HITS = ("1050", "1101", "1150")
"""Of the large account, the small one and the large one again."""


def counts(total: float, **others: Any) -> dict[str, Any]:
    """Likes, comments and shares that add up to this."""
    return {"likes": int(total) - 2, "comments": 1, "shares": 1} | others


def busy(hits: tuple[str, ...] = HITS, **others: Any) -> Any:
    """An import of 200 posts: even numbers on the large account, odd ones on the small account."""
    random = np.random.default_rng(1)
    posts = []
    for number in range(200):
        name = str(1000 + number)
        usual = (30.0, 5.0)[number % 2]
        got = usual * np.exp(0.4 * random.normal()) + 2
        got = usual * 20 if name in hits else got
        moment = {"published_ts": MONDAY + number * DAY // 2, "account": ("parking", "green")[number % 2]}
        posts.append(post(name, **counts(got, **moment, **others)))
    followers = [day_value("2026-06-29", 9_000.0), day_value("2026-06-29", 700.0, account="green")]
    return batch(posts, [], followers)


def load_busy(store: Engine, hits: tuple[str, ...] = HITS, **others: Any) -> Loaded:
    """Load those posts."""
    return load(store, busy(hits, **others))


def key(name: str) -> int:
    """The key of a post."""
    return int(keys("x", external_ids("x", [name], [None]), [1])[0])


def standing_out(store: Engine) -> dict[int, dict[str, Any]]:
    """What is kept of the posts that exceed their range, by key."""
    with store.connect() as connection:
        return {row["post_id"]: dict(row) for row in connection.execute(select(standout)).mappings()}
