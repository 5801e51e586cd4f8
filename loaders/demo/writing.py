"""Gives posts and messages their words."""

from typing import Any

import numpy as np
import pandas as pd

from loaders.demo import stories, subjects
from loaders.demo.calendar import Calendar
from loaders.demo.city import ACCOUNTS, DEPARTMENT, INDEX, TOPICS
from loaders.demo.grammar import Grammar, Texts
from loaders.demo.rhythm import DAY
from loaders.demo.style import roughen, tidy
from loaders.demo.subjects import Subjects, inherit
from loaders.demo.words import LANGUAGES, grammar, read, write_pair

_POST_RULE = {
    "facebook": "post_long",
    "instagram": "post_photo",
    "x": "post_short",
    "mastodon": "post_short",
    "linkedin": "post_work",
    "youtube": "post_video",
}
_PAIR_SIDE = {  # the part of these texts that has a counterpart
    "question_message": "question",
    "question_offtopic": "question",
    "mixed_question": "question",
    "complaint_message": "complaint",
    "complaint_offtopic": "complaint",
    "mixed_complaint": "complaint",
    "follow_again": "again",
    "reply_question": "answer",
    "reply_second_question": "answer",
    "reply_complaint": "fix",
    "reply_second_complaint": "fix",
    "reply_again": "again_answer",
}
_EVENT_DAYS = (2, 13)  # what is announced or mentioned happens this many days later


def write(
    rng: np.random.Generator, posts: pd.DataFrame, messages: pd.DataFrame, calendar: Calendar
) -> tuple[Texts, Texts]:
    """The text of each post and of each message: tidy for the city, rough for citizens."""
    of_posts = subjects.draw(rng, posts)
    yearly = (posts["account"] == INDEX[stories.YEARLY]).to_numpy()
    of_posts["event"] = np.where(yearly, read("stories")["event"], of_posts["event"])
    post_texts = _post_texts(rng, posts, calendar, of_posts)
    of_messages = subjects.follow(rng, messages, posts, of_posts)
    return post_texts, _message_texts(rng, messages, calendar, of_messages)


def _post_texts(rng: np.random.Generator, posts: pd.DataFrame, calendar: Calendar, of_posts: Subjects) -> Texts:
    given = _dates(rng, posts, calendar)
    rules = np.array([_POST_RULE[platform] for platform in posts["platform"]], dtype=object)
    texts = tidy(_write(rng, posts, rules, given, of_posts))
    for key, rule in ((stories.WEEKLY, "weekly"), (stories.YEARLY, "yearly")):
        rows = np.flatnonzero(posts["account"] == INDEX[key])
        own = Grammar({**read("nl/common"), **_lists("stories")})
        texts[rows] = tidy(own.write(rule, rng, {name: column[rows] for name, column in given.items()}, len(rows)))
    fixed = posts["fixed_text"].to_numpy(dtype=object)
    texts = np.where(fixed != "", fixed, texts)
    copies = np.flatnonzero(posts["copy_of"] >= 0)
    said = texts[posts["copy_of"].to_numpy()[copies]]
    framed = zip(_pick(rng, "copy_openings", len(copies)), said, _pick(rng, "copy_closings", len(copies)), strict=True)
    texts[copies] = ["".join(parts) for parts in framed]
    return texts


def _message_texts(rng: np.random.Generator, messages: pd.DataFrame, calendar: Calendar, about: Subjects) -> Texts:
    parent = messages["parent"].to_numpy()
    given = {name: inherit(column, parent) for name, column in _dates(rng, messages, calendar).items()}
    given["case"] = inherit(rng.random(len(messages)).astype(object), parent)
    given["handle"] = np.array([a.handle for a in ACCOUNTS], dtype=object)[messages["account"]]
    responsible = np.array([TOPICS[topic] for topic in messages["topic"]], dtype=object)
    answering = np.where(messages["intent"].str.startswith("reply_second"), messages["department"], responsible)
    given["department"] = np.array([DEPARTMENT[key].name for key in answering], dtype=object)
    given["greeting"] = _greetings(messages)
    texts = tidy(_write(rng, messages, _message_rules(messages), given, about))
    citizens = np.flatnonzero(~messages["own"])
    texts[citizens] = roughen(rng, texts[citizens], messages["language"].to_numpy(dtype=object)[citizens])
    return texts


def _write(
    rng: np.random.Generator, rows: pd.DataFrame, rules: Texts, given: dict[str, Texts], about: Subjects
) -> Texts:
    """Texts by language, topic and rule; rows that share all three are written together."""
    texts = np.full(len(rows), "", dtype=object)
    alike = rows[["language", "topic"]].assign(rule=rules).reset_index(drop=True)
    groups: dict[Any, Any] = alike.groupby(["language", "topic", "rule"], sort=True).indices
    for (language, topic, rule), index in groups.items():
        words = grammar(language, topic)
        here = {name: column[index] for name, column in given.items()}
        here |= {name: column[index] for name, column in about.items() if name in words}
        if rule in _PAIR_SIDE:
            side = _PAIR_SIDE[rule]
            here[side] = write_pair(rng, language, topic, side, here["case"], here)
        texts[index] = words.write(rule, rng, here, len(index))
    return texts


def _message_rules(messages: pd.DataFrame) -> Texts:
    intent = messages["intent"].to_numpy(dtype=object)
    citizen = np.isin(intent, ["question", "complaint", "remark", "thanks", "sarcasm", "chat", "peer"])
    rules = np.where(citizen, intent + "_message", intent)
    rules = np.where(intent == "again", "follow_again", rules)
    asking = np.isin(intent, ["question", "complaint"])
    rules = np.where(asking & messages["elsewhere"].to_numpy(), intent + "_offtopic", rules)
    return np.asarray(np.where(messages["mixed"].to_numpy(), "mixed_" + intent, rules), dtype=object)


def _dates(rng: np.random.Generator, rows: pd.DataFrame, calendar: Calendar) -> dict[str, Texts]:
    """`date` and `weekday` of something that happens soon after each row, in the row's language."""
    names = read("calendar")
    day = rows["minute"].to_numpy() // DAY + rng.integers(*_EVENT_DAYS, size=len(rows))
    soon = pd.to_datetime(calendar.first) + pd.to_timedelta(day, unit="D")
    day_of_month, month, weekday = soon.day.astype(str), soon.month - 1, soon.day_of_week
    given = {"date": np.empty(len(rows), dtype=object), "weekday": np.empty(len(rows), dtype=object)}
    for language in LANGUAGES:
        mine = np.flatnonzero(rows["language"] == language)
        months = np.array(names["months"][language], dtype=object)
        days = np.array(names["weekdays"][language], dtype=object)
        given["date"][mine] = day_of_month.to_numpy(dtype=object)[mine] + " " + months[month[mine]]
        given["weekday"][mine] = days[weekday[mine]]
    return given


def _greetings(messages: pd.DataFrame) -> Texts:
    hour = messages["minute"].to_numpy() % DAY // 60
    part = np.digitize(hour, [12, 18])
    words = {language: np.array(read("calendar")["greetings"][language], dtype=object) for language in LANGUAGES}
    return np.asarray(np.where(messages["language"] == "en", words["en"][part], words["nl"][part]))


def _lists(name: str) -> dict[str, list[str]]:
    """The rules of a word list, without what is not a list of texts."""
    return {key: value for key, value in read(name).items() if isinstance(value, list) and isinstance(value[0], str)}


def _pick(rng: np.random.Generator, name: str, n: int) -> Texts:
    return rng.choice(np.array(read("stories")[name], dtype=object), size=n)
