"""What citizens write under posts and how departments answer, before anything has words.

Messages are rows of one table; `parent` is the position of the message that is answered, or -1 for the post.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.demo import stories
from loaders.demo.calendar import Calendar
from loaders.demo.city import ACCOUNTS, DEPARTMENT, DEPARTMENTS, TOPICS
from loaders.demo.rhythm import DAY, OpeningHours, wake
from loaders.demo.words import read

NEEDS_REPLY = ("question", "complaint", "again")
_INTENTS = ("question", "complaint", "remark", "thanks", "sarcasm", "chat", "peer")
_MOOD = {  # share of each intent, by the kind of post it stands under
    "service": (0.27, 0.21, 0.21, 0.09, 0.08, 0.06, 0.08),
    "leisure": (0.26, 0.10, 0.24, 0.14, 0.04, 0.16, 0.06),
    "alarm": (0.33, 0.25, 0.15, 0.09, 0.05, 0.04, 0.09),
}
_MOOD_OF = {"events": "leisure", "culture": "leisure", "sport": "leisure", "youth": "leisure", "storm": "alarm"}
_ELSEWHERE = 0.07  # of questions and complaints are about something else than the post
_MIXED = 0.05  # are written half in Dutch, half in English
_REGULARS = 7000  # citizens per platform; few of them write much
_DELAY_MINUTES, _DELAY_SPREAD, _LONGEST_DELAY = 150.0, 1.5, 20 * DAY
_THANKED, _COMMENTED = 0.35, 0.08  # thanks and remarks that get a word back
_FOLLOWED = 0.18  # answers on which the citizen comes back
_RETURN_MINUTES, _RETURN_SPREAD = 70.0, 1.2
_ASKS_AGAIN = 0.35  # of those ask on; the others say thanks
_NAGS = 0.07  # unanswered people who ask where the answer is
_GOLDEN = (5**0.5 - 1) / 2
_HANDED_OVER = 3.0  # how much longer it takes when it is another department's job


def converse(
    rng: np.random.Generator, posts: pd.DataFrame, expected: NDArray[np.float64], calendar: Calendar
) -> pd.DataFrame:
    """All messages under the posts.

    Columns: post, parent, account (who is written to, or who answers), department, platform, author, own, minute,
    intent, topic, language, mixed, elsewhere (not the post's topic), misrouted (another department's job),
    needs_reply, likes.
    """
    end = calendar.days * DAY
    first = _citizens(rng, posts, expected, calendar)
    answers = _answers(rng, first, calendar, end, offset=0)
    courtesy = _courtesy(rng, first, calendar, end)
    return_visits = _return_visits(rng, first, answers, end, offset=len(first))
    second_answers = _answers(rng, return_visits, calendar, end, offset=len(first) + len(answers))
    nagging = _nagging(rng, first, answers, end)
    too = _second_department(rng, answers, calendar, end)
    parts = [first, answers, return_visits, second_answers, nagging, courtesy, too]
    messages = pd.concat(parts, ignore_index=True)
    likes = rng.geometric(0.45, len(messages)) - 1
    return messages.assign(likes=np.where(messages["intent"].isin(["sarcasm", "complaint"]), likes * 2, likes))


def _citizens(
    rng: np.random.Generator, posts: pd.DataFrame, expected: NDArray[np.float64], calendar: Calendar
) -> pd.DataFrame:
    """First messages, thread by thread in order of time."""
    post = np.repeat(np.arange(len(posts)), rng.poisson(expected))
    delay = np.clip(np.exp(rng.normal(np.log(_DELAY_MINUTES), _DELAY_SPREAD, len(post))), 1, _LONGEST_DELAY)
    minute = wake(posts["minute"].to_numpy()[post] + delay.astype(np.int64))
    order = np.lexsort((minute, post))
    order = order[minute[order] < calendar.days * DAY]
    post, minute = post[order], minute[order]
    asks = posts.iloc[post].reset_index(drop=True)
    intent = _intents(rng, asks, stories.rising(asks, calendar))
    start = np.searchsorted(post, post)  # where each thread begins
    place = np.arange(len(post)) - start
    intent[(intent == "peer") & (place == 0)] = "remark"
    peer = intent == "peer"
    earlier = start + (rng.random(len(post)) * place).astype(np.int64)
    needs = np.isin(intent, NEEDS_REPLY)
    topic = np.where(needs, _asked_topics(rng, asks), asks["topic"].to_numpy(dtype=object))
    elsewhere = topic != asks["topic"].to_numpy()
    platform = asks["platform"].to_numpy()
    english = np.where(asks["language"] == "en", 0.72, 0.07)
    return pd.DataFrame(
        {
            "post": post,
            "parent": np.where(peer, earlier, -1),
            "account": asks["account"].to_numpy(),
            "department": asks["department"].to_numpy(),
            "platform": platform,
            "author": _authors(rng, platform),
            "own": False,
            "minute": minute,
            "intent": intent,
            "topic": topic,
            "language": np.where(rng.random(len(post)) < english, "en", "nl").astype(object),
            "mixed": np.isin(intent, ["question", "complaint", "remark"]) & (rng.random(len(post)) < _MIXED),
            "elsewhere": elsewhere,
            "misrouted": needs & elsewhere & ~_handled(asks["department"], topic),
            "needs_reply": needs,
        }
    )


def _intents(rng: np.random.Generator, asks: pd.DataFrame, rising: NDArray[np.bool_]) -> NDArray[np.object_]:
    """What each message is; under posts of the parking story more of them are complaints."""
    mood = np.array([_MOOD_OF.get(topic, "service") for topic in asks["topic"]])
    luck = rng.random(len(asks))
    intent = np.empty(len(asks), dtype=object)
    for name, shares in _MOOD.items():
        rows = mood == name
        drawn = np.searchsorted(np.cumsum(shares), luck[rows] * sum(shares), side="right")
        intent[rows] = np.array(_INTENTS, dtype=object)[np.minimum(drawn, len(_INTENTS) - 1)]
    usual = dict(zip(_INTENTS, _MOOD["service"], strict=True))["complaint"]
    more = (stories.PLAN.rise_complaints - usual) / (1 - usual)
    intent[rising & (rng.random(len(asks)) < more)] = "complaint"
    return intent


def _asked_topics(rng: np.random.Generator, asks: pd.DataFrame) -> NDArray[np.object_]:
    topics = asks["topic"].to_numpy(dtype=object)
    others = rng.choice(np.array(list(TOPICS), dtype=object), size=len(asks))
    topics = np.where(rng.random(len(asks)) < _ELSEWHERE, others, topics)
    return stories.misrouted(rng, asks, topics)


def _handled(departments: "pd.Series[str]", topics: NDArray[np.object_]) -> NDArray[np.bool_]:
    known = {(d.key, topic): d.handles(topic) for d in DEPARTMENTS for topic in TOPICS}
    return np.array([known[pair] for pair in zip(departments, topics, strict=True)], dtype=bool)


def _authors(rng: np.random.Generator, platforms: NDArray[np.object_]) -> NDArray[np.object_]:
    """Made-up handles; some people write often, most of them once."""
    words = read("citizens")
    first, second = words["first"], words["second"]
    person = (rng.random(len(platforms)) ** 1.8 * _REGULARS).astype(np.int64)
    names = [f"{first[n % len(first)]}.{second[n // len(first) % len(second)]}.{n}" for n in range(_REGULARS)]
    pool = np.array(names, dtype=object)
    pairs = zip(pool[person], platforms, strict=True)
    return np.array([f"{name}.{platform[:2]}" for name, platform in pairs], dtype=object)


def _answers(rng: np.random.Generator, asked: pd.DataFrame, calendar: Calendar, end: int, offset: int) -> pd.DataFrame:
    """Replies to the messages that need one; `offset` is the position of the first of `asked` among all messages."""
    habits = stories.fast_but_unanswered({d.key: d.habit for d in DEPARTMENTS})
    rows, minutes = [], []
    for key, habit in habits.items():
        mine = np.flatnonzero((asked["department"] == key) & asked["needs_reply"])
        mine = mine[_evenly(rng, asked["minute"].to_numpy()[mine], habit.answered)]
        worked = np.exp(rng.normal(np.log(habit.median_minutes), habit.spread, len(mine)))
        worked *= np.where(asked["misrouted"].to_numpy()[mine], _HANDED_OVER, 1.0)
        start = asked["minute"].to_numpy()[mine]
        rows.append(mine)
        minutes.append(OpeningHours(habit, calendar).after(start, 1 + worked.astype(np.int64)))
    row, minute = np.concatenate(rows), np.concatenate(minutes)
    order = np.argsort(row)
    return _replies(asked, row[order], minute[order], end, offset)


def _evenly(rng: np.random.Generator, minute: NDArray[np.int64], share: float) -> NDArray[np.bool_]:
    """A choice of this share that holds in every stretch of time, so that short periods tell the story too.

    Multiples of the golden ratio fill the interval from 0 to 1 evenly.
    """
    place = np.argsort(np.argsort(minute, kind="stable"))
    return np.asarray((rng.random() + place * _GOLDEN) % 1 < share)


def _replies(
    asked: pd.DataFrame, row: NDArray[np.int64], minute: NDArray[np.int64], end: int, offset: int
) -> pd.DataFrame:
    """Own replies to the messages at `row`, those that come before the end."""
    row, minute = row[minute < end], minute[minute < end]
    to = asked.iloc[row].reset_index(drop=True)
    kind = np.where(to["misrouted"], "reply_offtopic", "reply_" + to["intent"].astype("str"))
    made = to.assign(parent=offset + row, minute=minute, intent=kind)
    return made.assign(author="", own=True, mixed=False, needs_reply=False)


def _courtesy(rng: np.random.Generator, first: pd.DataFrame, calendar: Calendar, end: int) -> pd.DataFrame:
    """A word back to people who said thanks or had something to add."""
    chance = first["intent"].map({"thanks": _THANKED, "remark": _COMMENTED}).fillna(0.0).to_numpy()
    row = np.flatnonzero(rng.random(len(first)) < chance)
    hours = OpeningHours(DEPARTMENT["communicatie"].habit, calendar)
    minute = hours.after(first["minute"].to_numpy()[row], rng.integers(10, 600, len(row)))
    return _replies(first, row, minute, end, offset=0)


def _return_visits(
    rng: np.random.Generator, first: pd.DataFrame, answers: pd.DataFrame, end: int, offset: int
) -> pd.DataFrame:
    """Citizens who come back on an answer: most say thanks, some ask on."""
    row = np.flatnonzero(rng.random(len(answers)) < _FOLLOWED)
    later = 1 + np.exp(rng.normal(np.log(_RETURN_MINUTES), _RETURN_SPREAD, len(row))).astype(np.int64)
    minute = wake(answers["minute"].to_numpy()[row] + later)
    row, minute = row[minute < end], minute[minute < end]
    asker = first.iloc[answers["parent"].to_numpy()[row]].reset_index(drop=True)
    again = rng.random(len(row)) < _ASKS_AGAIN
    return asker.assign(
        parent=offset + row,
        minute=minute,
        intent=np.where(again, "again", "follow_thanks").astype(object),
        mixed=False,
        needs_reply=again,
    )


def _nagging(rng: np.random.Generator, first: pd.DataFrame, answers: pd.DataFrame, end: int) -> pd.DataFrame:
    """People without an answer who ask where it is, days later."""
    waiting = np.setdiff1d(np.flatnonzero(first["needs_reply"]), answers["parent"].to_numpy())
    row = waiting[rng.random(len(waiting)) < _NAGS]
    minute = wake(first["minute"].to_numpy()[row] + rng.integers(2 * DAY, 6 * DAY, len(row)))
    row, minute = row[minute < end], minute[minute < end]
    asker = first.iloc[row].reset_index(drop=True)
    return asker.assign(parent=row, minute=minute, intent="nag", mixed=False, needs_reply=False)


def _second_department(rng: np.random.Generator, answers: pd.DataFrame, calendar: Calendar, end: int) -> pd.DataFrame:
    """Answers on parking that a second department gives as well."""
    row, account = stories.answered_twice(rng, answers)
    hours = OpeningHours(DEPARTMENT["veilig"].habit, calendar)
    minute = hours.after(answers["minute"].to_numpy()[row], rng.integers(20, 500, len(row)))
    row, account, minute = row[minute < end], account[minute < end], minute[minute < end]
    department = np.array([one.department for one in ACCOUNTS], dtype=object)
    again = answers.iloc[row].reset_index(drop=True)
    intent = again["intent"].str.replace("reply_", "reply_second_")
    return again.assign(account=account, department=department[account], minute=minute, intent=intent)
