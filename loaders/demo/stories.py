"""The seeded stories: what is hidden in the demo city for people to find. One function per story.

Each function changes part of the data while it is made; `truth` measures afterwards what really came out, and
`docs/demo-city.md` tells facilitators where it shows.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.demo.calendar import Calendar
from loaders.demo.city import ACCOUNTS, INDEX, Habit
from loaders.demo.rhythm import DAY, intensity
from loaders.demo.words import read

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Plan:
    """How strong each story is. The figures in `docs/demo-city.md` follow from these."""

    unanswered_share: float = 0.35
    dormant_days: int = 420  # since the last post of the dormant account
    silent_days: int = 70  # since the last post of the weekly account
    overlap_share: float = 0.35  # of the Stadsloket's Facebook posts that repeat the city's page
    misrouted_share: float = 0.32  # of what people ask Cultuur en Evenementen
    double_answer_share: float = 0.25  # of answered questions on parking
    evening_lift: float = 1.9
    rise_days: int = 42
    rise_comments: float = 1.6  # times as many comments on parking posts
    rise_complaints: float = 0.45  # share of them that are complaints
    claim_ages: tuple[int, ...] = (300, 180, 90, 20)  # days before the end
    clash_days: int = 182  # the clashing messages lie in these last days


PLAN = Plan()
_QUICK = Habit(answered=1, median_minutes=35, spread=0.7, opens=7, closes=22, weekend=True)
SIMPSON: dict[tuple[str, str], float] = {  # engagement rate by reach: METRICS 3.8
    ("cultuur", "instagram"): 0.058,
    ("cultuur", "facebook"): 0.0055,
    ("sport", "instagram"): 0.075,
    ("sport", "facebook"): 0.0085,
}
UNANSWERED, DORMANT, WEEKLY, YEARLY = "beheer", "x-parkeren", "x-raad", "ig-lichtjesnacht"
OVERLAPPING = ("fb-gemeente", "fb-loket")
MISROUTED, MISROUTED_TOPICS = "cultuur", ("parking", "waste", "safety")
ANSWERS_FIRST, ANSWERS_TOO = "mobiliteit", {"facebook": "fb-veilig", "x": "x-veilig"}
EVENING = "sport"
ALIKE = ("mobiliteit", "sport")  # they leave as much unanswered
CLAIMANTS = ("fb-loket", "x-loket", "fb-gemeente", "x-gemeente")


def schedule(calendar: Calendar, plan: Plan = PLAN) -> tuple[Floats, NDArray[np.int64]]:
    """Dormant, silent and yearly accounts: the intensity of each account and day, and posts that are fixed.

    The weekly account posts every Thursday and then stops; the yearly account posts only around its event.
    """
    daily = np.array([intensity(account, calendar) for account in ACCOUNTS])
    daily[INDEX[DORMANT], -plan.dormant_days :] = 0
    daily[INDEX[YEARLY]] = ACCOUNTS[INDEX[YEARLY]].per_week / 7 * 2 * calendar.event
    fixed = np.zeros(daily.shape, dtype=np.int64)
    fixed[INDEX[WEEKLY], calendar.weekday == 3] = 1
    fixed[INDEX[WEEKLY], -plan.silent_days :] = 0
    daily[INDEX[WEEKLY]] = 0
    return daily, fixed


def fast_but_unanswered(habits: dict[str, Habit], plan: Plan = PLAN) -> dict[str, Habit]:
    """One department answers quickest of all, and leaves a third without any answer."""
    return {**habits, UNANSWERED: replace(_QUICK, answered=1 - plan.unanswered_share)}


def simpson(posts: pd.DataFrame, rate: Floats) -> Floats:
    """Sport wins from Cultuur on Facebook and on Instagram, and loses over all: Cultuur is mostly on Instagram."""
    pairs = zip(posts["department"], posts["platform"], strict=True)
    seeded = np.array([SIMPSON.get(pair, np.nan) for pair in pairs])
    return np.where(np.isnan(seeded), rate, seeded)


def evening_posts(posts: pd.DataFrame, reach: Floats, plan: Plan = PLAN) -> Floats:
    """Posts after 18 hours reach more people in one department, and not in the others."""
    lifted = (posts["department"] == EVENING) & (posts["minute"] % DAY >= 18 * 60)
    return np.where(lifted, reach * plan.evening_lift, reach)


def overlapping(rng: np.random.Generator, posts: pd.DataFrame, plan: Plan = PLAN) -> pd.DataFrame:
    """The Stadsloket's page repeats posts of the city's page, a few hours later (column `copy_of`)."""
    source, copier = (np.flatnonzero(posts["account"] == INDEX[key]) for key in OVERLAPPING)
    copying = np.sort(rng.choice(copier, size=round(len(copier) * plan.overlap_share), replace=False))
    minutes = posts["minute"].to_numpy().copy()
    original = source[np.clip(np.searchsorted(minutes[source], minutes[copying]) - 1, 0, len(source) - 1)]
    later = minutes[original] + rng.integers(60, 30 * 60, size=len(copying))
    within = later < minutes.max()
    copying, original, later = copying[within], original[within], later[within]
    topic, language, copy_of = (posts[name].to_numpy().copy() for name in ("topic", "language", "copy_of"))
    minutes[copying], copy_of[copying] = later, original
    topic[copying], language[copying] = topic[original], language[original]
    return posts.assign(minute=minutes, topic=topic, language=language, copy_of=copy_of)


def claim(posts: pd.DataFrame, calendar: Calendar, plan: Plan = PLAN) -> pd.DataFrame:
    """The city promises, more than once, that 80 % of questions are answered within 4 hours."""
    words = [read("stories")["claim"], *read("stories")["claim_variants"]]
    for text, key, age in zip(words, CLAIMANTS, plan.claim_ages, strict=True):
        row = _nearest(posts, key, (calendar.days - age) * DAY)
        posts = _say(posts, row, text, "city", "claim")
    return posts


def clashing(rng: np.random.Generator, posts: pd.DataFrame, calendar: Calendar, plan: Plan = PLAN) -> pd.DataFrame:
    """Two accounts bring the same message within days, some with another date or another amount."""
    entries, closings = read("stories")["clashes"], read("stories")["clash_closings"]
    districts = ("Rietvoorde", "Molenhoek", "Turfoever", "Wilgendaal", "Noorderwaard", "Akerbroek")
    for number, entry in enumerate(entries):
        target = (calendar.days - plan.clash_days * (len(entries) - number) / (len(entries) + 1)) * DAY
        first = _nearest(posts, entry["accounts"][0], target)
        second = _nearest(posts, entry["accounts"][1], posts["minute"].iloc[first] + DAY)
        happens = calendar.first + timedelta(days=int(posts["minute"].iloc[first]) // DAY + int(rng.integers(9, 16)))
        facts = [happens, happens + timedelta(days=2 if entry["kind"] == "date" else 0)]
        amounts = entry.get("amounts", ["", ""])
        for row, day, amount in zip((first, second), facts, amounts, strict=True):
            text = entry["text"].format(
                weekday=read("calendar")["weekdays"]["nl"][day.weekday()],
                date=f"{day.day} {read('calendar')['months']['nl'][day.month - 1]}",
                district=districts[number % len(districts)],
                amount=amount,
            )
            if row == second:
                text += closings[number % len(closings)]
            posts = _say(posts, row, text, entry["topic"], f"clash {number} {entry['kind']}")
    return posts


def _nearest(posts: pd.DataFrame, key: str, minute: float) -> int:
    """The position of an account's post closest to a moment that no story uses yet."""
    free = (posts["account"] == INDEX[key]) & (posts["story"] == "") & (posts["copy_of"] < 0)
    distance = (posts["minute"] - minute).abs().where(free, np.inf)
    return int(distance.to_numpy().argmin())


def _say(posts: pd.DataFrame, row: int, text: str, topic: str, story: str) -> pd.DataFrame:
    columns = {"fixed_text": text, "topic": topic, "story": story, "language": "nl"}
    for name, value in columns.items():
        changed = posts[name].to_numpy().copy()
        changed[row] = value
        posts = posts.assign(**{name: changed})
    return posts


def rising(posts: pd.DataFrame, calendar: Calendar, plan: Plan = PLAN) -> NDArray[np.bool_]:
    """Posts on parking in the last weeks: they draw more comments, and more of these complain."""
    recent = posts["minute"] >= (calendar.days - plan.rise_days) * DAY
    return np.asarray(recent & (posts["topic"] == "parking"))


def misrouted(rng: np.random.Generator, asks: pd.DataFrame, topics: NDArray[np.object_]) -> NDArray[np.object_]:
    """Under posts about events, people ask about parking, waste and noise: matters of other departments."""
    here = (asks["department"] == MISROUTED).to_numpy() & (rng.random(len(asks)) < PLAN.misrouted_share)
    other = rng.choice(np.array(MISROUTED_TOPICS, dtype=object), size=len(asks))
    topics = np.where(asks["department"] == MISROUTED, asks["topic"], topics)  # nothing else is out of place here
    return np.where(here, other, topics)


def answered_twice(
    rng: np.random.Generator, replies: pd.DataFrame, plan: Plan = PLAN
) -> tuple[NDArray[np.integer], NDArray[np.integer]]:
    """Questions on parking that a second department answers too: positions in `replies`, and the second account."""
    second = replies["platform"].map(ANSWERS_TOO)
    meant = (replies["department"] == ANSWERS_FIRST) & (replies["topic"] == "parking") & second.notna()
    meant &= replies["intent"] != "reply_offtopic"
    chosen = np.flatnonzero(meant & (rng.random(len(replies)) < plan.double_answer_share))
    return chosen, second.iloc[chosen].map(INDEX).to_numpy(dtype=np.int64)
