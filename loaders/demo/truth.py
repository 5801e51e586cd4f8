"""What the seeded stories really came to in a generated city. One function per story, figures by name.

Tests hold these against `stories.PLAN`; `docs/demo-city.md` prints them for the default seed. Messages count once their
answer could have come: those of the last `MATURE_DAYS` days are left out.
"""

import re

import numpy as np
import pandas as pd

from loaders.demo import stories
from loaders.demo.city import ACCOUNTS, INDEX, Habit
from loaders.demo.generate import City
from loaders.demo.rhythm import DAY, OpeningHours

Figures = dict[str, float]
MATURE_DAYS = 14
_QUARTER = 91
_OFFICE = Habit(answered=1, median_minutes=1, spread=1, opens=9, closes=17)


def asked(city: City, days: int | None = None) -> pd.DataFrame:
    """Messages that need a reply and are old enough, with `wait`: minutes to the first reply, or missing.

    `days` keeps only those of the last so many days.
    """
    messages = city.messages
    replies = messages[messages["own"] & (messages["parent"] >= 0)]
    first_reply = replies.groupby("parent")["minute"].min()
    needing = messages[messages["needs_reply"] & (messages["minute"] < (city.calendar.days - MATURE_DAYS) * DAY)]
    if days is not None:
        needing = needing[needing["minute"] >= (city.calendar.days - days) * DAY]
    wait = first_reply.reindex(needing.index).to_numpy() - needing["minute"].to_numpy()
    return needing.assign(wait=wait)


def unanswered(city: City, days: int | None = None) -> Figures:
    """Share without any answer and mean hours to an answer: of the department, and the best mean of the others."""
    messages = asked(city, days)
    mean = messages.groupby("department")["wait"].mean() / 60
    mine = messages[messages["department"] == stories.UNANSWERED]
    return {
        "n": len(mine),
        "unanswered_share": mine["wait"].isna().mean(),
        "mean_hours": mean[stories.UNANSWERED],
        "fastest_other_mean_hours": mean.drop(stories.UNANSWERED).min(),
        "highest_other_unanswered_share": messages.assign(none=messages["wait"].isna())
        .groupby("department")["none"]
        .mean()
        .drop(stories.UNANSWERED)
        .max(),
    }


def answered_shares(city: City, days: int | None = None) -> pd.DataFrame:
    """What departments were asked and answered: columns `answered` and `n`, by department."""
    messages = asked(city, days)
    found = messages.assign(answered=messages["wait"].notna()).groupby("department")["answered"]
    return found.agg(answered="sum", n="size")


def alike(city: City) -> Figures:
    """Two departments that answer the same share: n and share of both, and the most between them in 13 weeks."""
    shares = answered_shares(city)
    figures: Figures = {}
    for department in stories.ALIKE:
        answered, n = shares.loc[department]
        figures |= {f"{department}_n": float(n), f"{department}_share": answered / n}
    messages = asked(city)
    blocks = (city.calendar.days - MATURE_DAYS - 1 - messages["minute"] // DAY) // _QUARTER
    one, other = (
        messages["wait"].notna()[messages["department"] == department].groupby(blocks).mean()
        for department in stories.ALIKE
    )
    return figures | {"most_apart": float((one - other).abs().max())}


def simpson(city: City, days: int | None = None) -> Figures:
    """Engagement rate by reach (pooled) of two departments, over all and per platform."""
    posts = city.posts[city.posts["reach"].notna()]
    if days is not None:
        posts = posts[posts["minute"] >= (city.calendar.days - days) * DAY]
    posts = posts.assign(interactions=posts["likes"] + posts["comments"] + posts["shares"])
    figures: Figures = {}
    for department in ("cultuur", "sport"):
        mine = posts[posts["department"] == department]
        for platform, rows in [("all", mine), *mine.groupby("platform")]:
            figures[f"{department}_{platform}"] = float(rows["interactions"].sum() / rows["reach"].sum())
    return figures


def accounts(city: City) -> Figures:
    """Days since the last post of the dormant, weekly and yearly account; posts outside the event's season."""
    last = city.posts.groupby("account")["minute"].max() // DAY
    told = (stories.DORMANT, stories.WEEKLY, stories.YEARLY)
    since = {key: float(city.calendar.days - 1 - last[INDEX[key]]) for key in told}
    weekly = np.diff(np.sort(city.posts.loc[city.posts["account"] == INDEX[stories.WEEKLY], "minute"] // DAY))
    yearly = city.posts.loc[city.posts["account"] == INDEX[stories.YEARLY], "minute"] // DAY
    return {
        "dormant_days": since[stories.DORMANT],
        "weekly_silent_days": since[stories.WEEKLY],
        "weekly_median_gap_days": float(np.median(weekly)),
        "yearly_silent_days": since[stories.YEARLY],
        "yearly_posts": len(yearly),
        "yearly_posts_out_of_season": float((city.calendar.event[yearly] == 0).sum()),
    }


def overlap(city: City, window_days: int = 3, alike: float = 0.6) -> Figures:
    """Share of the second account's posts that nearly repeat one of the first within days."""
    first, second = (city.posts[city.posts["account"] == INDEX[key]] for key in stories.OVERLAPPING)
    when = first["minute"].to_numpy()
    said = [words(text) for text in first["text"]]
    repeated = 0
    for minute, text in zip(second["minute"], second["text"], strict=True):
        start, stop = np.searchsorted(when, [minute - window_days * DAY, minute + window_days * DAY])
        mine = words(text)
        repeated += any(similarity(mine, said[n]) >= alike for n in range(start, stop))
    return {"n": len(second), "near_duplicate_share": repeated / len(second)}


def misrouted(city: City, days: int | None = None) -> Figures:
    """Share of what people ask that belongs to another department: here, and the most anywhere else."""
    messages = asked(city, days)
    share = messages.groupby("department")["misrouted"].mean()
    here = messages[messages["department"] == stories.MISROUTED]
    return {
        "n": len(here),
        "misrouted_share": share[stories.MISROUTED],
        "highest_other_share": share.drop(stories.MISROUTED).max(),
        "median_hours_misrouted": here.loc[here["misrouted"], "wait"].median() / 60,
        "median_hours_others": here.loc[~here["misrouted"], "wait"].median() / 60,
    }


def claim(city: City, days: int | None = None, hours: int = 4) -> Figures:
    """Share answered within 4 hours, by the clock and counting office hours only; the unanswered count as late."""
    messages = asked(city, days)
    wait, minute = messages["wait"].to_numpy(), messages["minute"].to_numpy()
    deadline = OpeningHours(_OFFICE, city.calendar).after(minute, np.full(len(minute), hours * 60))
    return {
        "n": len(messages),
        "within_share": float((wait <= hours * 60).mean()),
        "within_share_office_hours": float((minute + wait <= deadline).mean()),
    }


def answered_twice(city: City) -> Figures:
    """Questions and posts on parking that two departments answer."""
    messages = city.messages
    replies = messages[messages["own"]]
    threads = replies[city.posts["topic"].to_numpy()[replies["post"]] == "parking"]
    threads = threads[(city.posts["department"].to_numpy()[threads["post"]] == stories.ANSWERS_FIRST)]
    by_question = threads[threads["parent"] >= 0].groupby("parent")["department"].nunique()
    by_post = threads.groupby("post")["department"].nunique()
    return {
        "questions": int((by_question > 1).sum()),
        "question_share": float((by_question > 1).mean()),
        "posts": int((by_post > 1).sum()),
        "post_share": float((by_post > 1).mean()),
    }


def evening(city: City) -> Figures:
    """Median interactions of posts after 18 hours over those before, per department (per follower, within accounts)."""
    posts = city.posts.assign(
        total=city.posts["likes"] + city.posts["comments"] + city.posts["shares"],
        late=city.posts["minute"] % DAY >= 18 * 60,
        followers=city.followers[city.posts["account"], city.posts["minute"] // DAY],
    )
    posts["rate"] = posts["total"].astype("float64") / posts["followers"]
    medians = posts.groupby(["department", "account", "late"])["rate"].median().unstack()
    size = posts.groupby(["department", "account"])["late"].sum()
    ratio = (medians[True] / medians[False]).where((size >= 30) & (medians[False] > 0)).dropna().map(np.log)
    weight = size[ratio.index]
    figures = (ratio * weight).groupby("department").sum() / weight.groupby("department").sum()
    return {str(department): float(np.exp(value)) for department, value in figures.items()}


def rise(city: City, before_days: int = 182) -> Figures:
    """Complaints about parking a week: in the last weeks, and in the half year before."""
    messages = city.messages
    complaints = messages[(messages["intent"] == "complaint") & (messages["topic"] == "parking")]["minute"] / DAY
    age = city.calendar.days - complaints
    lately = stories.PLAN.rise_days
    recent = float((age <= lately).sum() / (lately / 7))
    before = float(((age > lately) & (age <= lately + before_days)).sum() / (before_days / 7))
    return {"weekly_recent": recent, "weekly_before": before, "ratio": recent / before}


def clashes(city: City) -> pd.DataFrame:
    """The seeded pairs of messages: number, kind (same, date, amount), accounts, days apart, likeness, texts."""
    seeded = city.posts[city.posts["story"].str.startswith("clash")]
    rows = []
    for story, pair in seeded.groupby("story"):
        one, other = pair.iloc[0], pair.iloc[1]
        rows.append(
            {
                "number": int(str(story).split()[1]),
                "kind": str(story).split()[2],
                "accounts": tuple(ACCOUNTS[n].key for n in pair["account"]),
                "days_apart": float(other["minute"] - one["minute"]) / DAY,
                "alike": similarity(words(one["text"]), words(other["text"])),
                "texts": (one["text"], other["text"]),
            }
        )
    return pd.DataFrame(rows).sort_values("number", ignore_index=True)


def words(text: str) -> frozenset[str]:
    """The different words of a text, in small letters."""
    return frozenset(re.findall(r"\w+", text.lower()))


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words over all words (Jaccard): 1 is the same words, 0 none in common."""
    return len(one & other) / max(len(one | other), 1)
