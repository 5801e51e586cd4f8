"""Working out which posts got more than was to be expected, where anything changed."""

import pandas as pd
from sqlalchemy import Connection, Engine, delete

from data import bulk
from data.access import Access
from data.schema import standout
from data.standouts.fitted import Fitted, remember, same_as_now, state
from data.standouts.posts import Window, followers, pages, sample, window
from data.store import writing
from metrics.expectation import Expectation, fit

_FITTED = 0.4  # share of the work, for the progress bar


def refresh(engine: Engine, access: Access, progress: bulk.Progress = bulk.silent) -> bool:
    """Judge the posts of two years anew and keep those that exceed their range; whether there was anything to do.

    Nothing is done while no import, undo, deletion or new topic changed the posts. Only the last step writes, in one
    transaction: stopped at any moment, what was known before stands, and the next call does it all. Raises
    `AccessDeniedError`.
    """
    access.require("write")
    with engine.connect() as connection:
        now = state(connection)
        if same_as_now(connection, now):
            return False
        here = window(connection)
        known = followers(connection, here)
        fits = _fits(connection, here, known, progress)
        found = _exceeding(connection, here, known, fits, progress)
    judged = {platform: here.sizes[platform] for platform in fits}
    with writing(engine) as connection:
        connection.execute(delete(standout))
        bulk.write(connection, standout, found)
        remember(connection, now, Fitted(here.first, here.last, judged))
    progress(1.0)
    return True


def _fits(connection: Connection, here: Window, known: pd.DataFrame, progress: bulk.Progress) -> dict[str, Expectation]:
    """What is expected on each platform with enough posts."""
    found = {}
    for place, platform in enumerate(sorted(here.sizes), 1):
        model = fit(sample(connection, here, platform, known))
        if model is not None:
            found[platform] = model
        progress(_FITTED * place / len(here.sizes))
    return found


def _exceeding(
    connection: Connection,
    here: Window,
    known: pd.DataFrame,
    fits: dict[str, Expectation],
    progress: bulk.Progress,
) -> pd.DataFrame:
    """Rows of `standout`; only these are held in memory, the posts go by."""
    parts = [pd.DataFrame(columns=standout.columns.keys())]
    if fits:
        for page in pages(connection, here, known):
            parts += [_judged(model, page[page["platform"] == platform]) for platform, model in fits.items()]
            done = (page["day"].max() - here.first) / (here.last - here.first + 1) if len(page) else 0.0
            progress(_FITTED + (1 - _FITTED) * done)
    return pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)


def _judged(model: Expectation, posts: pd.DataFrame) -> pd.DataFrame:
    counts = posts["interactions"].to_numpy("float64")
    above = model.above(posts, counts)
    posts, counts = posts.iloc[above], counts[above]
    found = model.judge(posts, counts)
    return pd.DataFrame(
        {
            "post_id": posts["id"].to_numpy(),
            "account_id": posts["account_id"].to_numpy(),
            "day": posts["day"].to_numpy(),
            "interactions": counts.astype("int64"),
            "expected": found.expected,
            "low": found.low,
            "high": found.high,
            "surprise": found.surprise,
        }
    )
