"""The city's own posts before they have words and numbers: who posts when, about what, in which language."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.errors import StoreError
from loaders.demo import rhythm, stories
from loaders.demo.calendar import Calendar
from loaders.demo.city import ACCOUNTS, DEPARTMENT
from metrics.words import N_, Message

_TYPES: dict[str, dict[str, float]] = {
    "facebook": {"image": 50, "link": 25, "video": 13, "text": 12},
    "instagram": {"image": 50, "carousel": 24, "reel": 26},
    "x": {"post": 100},
    "linkedin": {"image": 45, "link": 30, "video": 12, "text": 13},
    "youtube": {"video": 100},
    "mastodon": {"post": 100},
}
_ONE_TOPIC = {stories.WEEKLY: "participation", stories.YEARLY: "events", stories.DORMANT: "parking"}
_STORM_TALK, _ELECTION_TALK = 0.85, 0.55
SMALLEST = 500


def make_posts(rng: np.random.Generator, calendar: Calendar, total: int) -> pd.DataFrame:
    """`total` posts in order of time, one row each.

    Columns: account (position in `city.ACCOUNTS`), department, platform, minute (local, since the first day), topic,
    language, type, and for the stories `story`, `fixed_text` and `copy_of` (position of the repeated post, or -1).
    Raises `StoreError` for fewer than 500 posts.
    """
    if total < SMALLEST:
        text = N_("The demo city needs at least {least} posts, and {n} were asked for. Ask for more.")
        raise StoreError(Message("demo_too_small", text, {"least": SMALLEST, "n": total}))
    daily, fixed = stories.schedule(calendar)
    counts = fixed + rhythm.post_days(rng, daily, total - int(fixed.sum()))
    account, day = np.divmod(np.repeat(np.arange(counts.size), counts.ravel()), calendar.days)
    minute = day * rhythm.DAY + rhythm.post_minutes(rng, account)
    order = np.lexsort((account, minute))
    account, day, minute = account[order], day[order], minute[order]
    posts = pd.DataFrame(
        {
            "account": account,
            "department": np.array([a.department for a in ACCOUNTS], dtype=object)[account],
            "platform": np.array([a.platform for a in ACCOUNTS], dtype=object)[account],
            "minute": minute,
            "topic": _topics(rng, calendar, account, day),
            "language": _languages(rng, account),
            "type": _types(rng, account),
            "story": "",
            "fixed_text": "",
            "copy_of": -1,
        }
    )
    posts = stories.overlapping(rng, posts)
    posts = stories.claim(posts, calendar)
    return stories.clashing(rng, posts, calendar)


def _topics(
    rng: np.random.Generator, calendar: Calendar, account: NDArray[np.int64], day: NDArray[np.int64]
) -> NDArray[np.object_]:
    """What each post is about: the department's own topics, unless a storm or an election takes over."""
    topics = np.empty(len(account), dtype=object)
    for number, one in enumerate(ACCOUNTS):
        rows = np.flatnonzero(account == number)
        weights = {_ONE_TOPIC[one.key]: 1.0} if one.key in _ONE_TOPIC else DEPARTMENT[one.department].topics
        shares = np.array(list(weights.values())) / sum(weights.values())
        topics[rows] = rng.choice(np.array(list(weights), dtype=object), size=len(rows), p=shares)
    free = ~np.isin(account, [n for n, one in enumerate(ACCOUNTS) if one.key in _ONE_TOPIC])
    department = np.array([one.department for one in ACCOUNTS], dtype=object)[account]
    luck = rng.random(len(account))
    storm = np.isin(department, ["veilig", "beheer", "mobiliteit", "communicatie"]) & calendar.storm[day]
    topics[free & storm & (luck < _STORM_TALK)] = "storm"
    election = np.isin(department, ["communicatie", "publiek"]) & (luck < _ELECTION_TALK * calendar.election[day])
    topics[free & election] = "elections"
    return topics


def _languages(rng: np.random.Generator, account: NDArray[np.int64]) -> NDArray[np.object_]:
    share = np.array([0.88 if one.language == "en" else 0.0 if one.key in _ONE_TOPIC else 0.03 for one in ACCOUNTS])
    return np.where(rng.random(len(account)) < share[account], "en", "nl").astype(object)


def _types(rng: np.random.Generator, account: NDArray[np.int64]) -> NDArray[np.object_]:
    types = np.empty(len(account), dtype=object)
    for number, one in enumerate(ACCOUNTS):
        rows = np.flatnonzero(account == number)
        names, weights = zip(*_TYPES[one.platform].items(), strict=True)
        shares = np.array(weights) / sum(weights)
        types[rows] = rng.choice(np.array(names, dtype=object), size=len(rows), p=shares)
    return types
