"""A process that imports and is meant to be killed: `python -m tests.loaders.killed_import URL POSTS`."""

import sys

from data.store import open_store
from loaders.records import Batch
from tests.loaders.sample_batches import DAY, MONDAY, batch, comment, day_value, group, load, post


def large(posts: int) -> Batch:
    """Posts over a year with as many comments, followers, and where these live."""
    return batch(
        [
            post(str(n), published_ts=MONDAY + n % 365 * DAY, likes=n % 50, comments=n % 7, shares=1)
            for n in range(posts)
        ],
        [comment(str(n), post_id=str(n), author=f"citizen {n % 100}") for n in range(posts)],
        [day_value("2026-06-29", 1000.0)],
        audience=[group("NL", 900.0), group("BE", 100.0)],
        exported_ts=MONDAY,
    )


if __name__ == "__main__":
    export = large(int(sys.argv[2]))
    engine = open_store(sys.argv[1])
    print("ready", flush=True)
    sys.stdin.readline()
    load(engine, export, "the file")
    print("done", flush=True)
