"""Made-up posts of which it is known what they were to be expected to get."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.expectation import STANDS_OUT, Expectation

ACCOUNTS, TOPICS = 12, 30
SLOPE = 0.8


def posts(
    seed: int, n: int, *, spread: float = 1.0, between: float = 0.0, rate: float = 0.004
) -> tuple[pd.DataFrame, NDArray[np.float64], NDArray[np.float64]]:
    """Posts of twelve accounts from 100 to 60,000 followers; the log level of each, and the true effects of topics.

    The smallest account gets less than one interaction a post. `between` is how far accounts lie apart beyond their
    audience.
    """
    random = np.random.default_rng(seed)
    followers = np.geomspace(100, 60_000, ACCOUNTS)
    account, day = random.integers(0, ACCOUNTS, n), 20_000 + random.integers(0, 730, n)
    topic = np.where(random.random(n) < 0.3, 0, np.minimum(random.zipf(1.6, n), TOPICS))
    topics = np.r_[0.0, random.normal(0, 0.4, TOPICS)]
    weekdays, own = random.normal(0, 0.15, 7), random.normal(0, 1, ACCOUNTS) * between
    level = np.log(rate * 1000 ** (1 - SLOPE) * followers[account] ** SLOPE) + topics[topic]
    level += weekdays[day % 7] + own[account]
    counts = random.poisson(np.exp(level + spread * random.normal(size=n)))
    frame = {"account_id": account + 1, "day": day, "dow": day % 7, "hour": random.integers(0, 24, n).astype(float)}
    frame |= {"topic_id": topic, "followers": followers[account], "interactions": counts.astype(float)}
    return pd.DataFrame(frame), level, topics


def standing_out(model: Expectation, frame: pd.DataFrame) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Which posts exceed their range, and which of them stand out."""
    counts = frame["interactions"].to_numpy()
    above = model.above(frame, counts)
    judged = model.judge(frame.iloc[above], counts[above])
    return above, above[judged.surprise >= STANDS_OUT]
