"""How many people see a post and what they do: heavy-tailed counts, and only those a platform really gives."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders import records
from loaders.demo import stories
from loaders.demo.calendar import Calendar
from loaders.demo.rhythm import DAY
from loaders.files.building.reported import reason_not_given
from metrics.measures import COUNTS

Floats = NDArray[np.float64]
COMMENTS_PER_POST = 2.6
_MOST_COMMENTS = 140.0


@dataclass(frozen=True)
class Platform:
    """What is usual on a platform: seen by this share of followers, of whom this share reacts, and how."""

    seen: float
    spread: float
    rate: float
    comment_share: float
    share_share: float
    gives: tuple[str, ...]


_TALK = ("likes", "comments", "shares")
PLATFORMS: dict[records.Platform, Platform] = {
    "facebook": Platform(0.24, 0.8, 0.009, 0.16, 0.12, ("impressions", "reach", *_TALK, "clicks", "video_views")),
    "instagram": Platform(
        0.27, 0.7, 0.042, 0.035, 0.05, ("impressions", "reach", *_TALK, "saves", "video_views", "followers_gained")
    ),
    "x": Platform(0.16, 1.0, 0.007, 0.20, 0.22, ("impressions", *_TALK, "clicks", "video_views", "followers_gained")),
    "linkedin": Platform(
        0.30, 0.7, 0.024, 0.06, 0.07, ("impressions", *_TALK, "clicks", "video_views", "followers_gained")
    ),
    "youtube": Platform(0.40, 1.1, 0.020, 0.10, 0.10, ("impressions", *_TALK, "video_views", "followers_gained")),
    "mastodon": Platform(0.50, 0.8, 0.012, 0.16, 0.30, _TALK),
}
_HEAT = {  # how much a topic makes people write
    "parking": 1.9,
    "storm": 2.2,
    "waste": 1.5,
    "roadworks": 1.4,
    "safety": 1.3,
    "energy": 1.2,
    "permits": 1.2,
    "sport": 0.8,
    "culture": 0.6,
    "youth": 0.8,
}


def exposure(rng: np.random.Generator, posts: pd.DataFrame, followers: Floats) -> tuple[Floats, Floats]:
    """People who saw each post, and the interactions expected from them."""
    usual = [PLATFORMS[name] for name in posts["platform"]]
    followed = followers[posts["account"], posts["minute"] // DAY]
    luck = np.exp(rng.normal(0, 1, len(posts)) * np.array([p.spread for p in usual]))
    seen = followed * np.array([p.seen for p in usual]) * luck
    seen = np.maximum(stories.evening_posts(posts, seen), 5)
    rate = stories.simpson(posts, np.array([p.rate for p in usual])) * np.exp(rng.normal(0, 0.45, len(posts)))
    return seen, seen * rate


def comments_expected(
    rng: np.random.Generator, posts: pd.DataFrame, interactions: Floats, calendar: Calendar
) -> Floats:
    """The mean number of citizens' comments of each post, scaled to `COMMENTS_PER_POST` over all."""
    share = np.array([PLATFORMS[name].comment_share for name in posts["platform"]])
    heat = np.array([_HEAT.get(topic, 1.0) for topic in posts["topic"]])
    expected = interactions * share * heat * np.exp(rng.normal(0, 0.5, len(posts)))
    expected *= COMMENTS_PER_POST / expected.mean()
    expected = np.where(stories.rising(posts, calendar), expected * stories.PLAN.rise_comments, expected)
    return np.asarray(np.minimum(expected, _MOST_COMMENTS))


def counts(
    rng: np.random.Generator, posts: pd.DataFrame, seen: Floats, interactions: Floats, thread: NDArray[np.int64]
) -> pd.DataFrame:
    """The counts of each post and `missing`; `thread` is the number of messages under it, own replies included."""
    platform = posts["platform"].to_numpy()
    usual = [PLATFORMS[name] for name in platform]
    comments = np.array([p.comment_share for p in usual])
    shares = np.array([p.share_share for p in usual])
    video = np.isin(posts["type"].to_numpy(), ["video", "reel"])
    watched = np.where(platform == "youtube", seen, seen * rng.uniform(0.2, 0.6, len(posts)))
    views_per_person = rng.uniform(1.1, 1.7, len(posts))
    full: dict[str, Floats] = {
        "impressions": np.select([platform == "youtube", platform == "x"], [seen * 9, seen], seen * views_per_person),
        "reach": seen,
        "likes": rng.poisson(interactions * (1 - comments - shares)).astype(float),
        "comments": thread.astype(float),
        "shares": rng.poisson(interactions * shares).astype(float),
        "clicks": rng.poisson(seen * np.where(posts["type"] == "link", 0.022, 0.008)).astype(float),
        "saves": rng.poisson(interactions * 0.04).astype(float),
        "video_views": np.where(video, watched, np.nan),
        "followers_gained": rng.poisson(interactions * 0.008).astype(float),
    }
    frame = pd.DataFrame({name: pd.array(np.round(full[name]), dtype="Float64").astype("Int64") for name in COUNTS})
    letters = np.full((len(posts), len(COUNTS)), ".", dtype=object)
    for column, name in enumerate(COUNTS):
        for code, given in PLATFORMS.items():
            if name not in given.gives:
                rows = platform == code
                frame.loc[rows, name] = pd.NA
                letters[rows, column] = reason_not_given(code, name)
    letters[:, COUNTS.index("video_views")] = np.where(
        ~video & (letters[:, COUNTS.index("video_views")] == "."), "e", letters[:, COUNTS.index("video_views")]
    )
    return frame.assign(missing=["".join(row) for row in letters])
