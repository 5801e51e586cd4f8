"""What Responsiveness and Conversation ask: how people were answered, and what the conversation is about."""

import pandas as pd
from sqlalchemy import Engine

from data.access import Access
from data.filters import Filters
from data.queries.answer_hours import hours
from data.queries.tiles.tile import Run, Tile, answers, both_periods, content, histogram, waiting
from data.queries.topics import SUMS as TOPIC_SUMS
from data.queries.topics import Per, topic_models, topic_posts, topic_sums
from data.queries.windows import By
from data.queries.work_list import sample, topic_messages, waiting_list
from metrics.slices import RESPONSE
from metrics.topics.frames import READ

_TOPIC = 1  # some topic


def _work_list(newest_first: bool) -> Run:
    return lambda engine, access, filters: waiting_list(
        engine, access, filters, newest_first=newest_first, first=0, rows=10
    )


def _search(words: str) -> Run:
    def run(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
        from data.search import search  # it reads with the queries of this package

        return search(engine, access, filters, words).rows

    return run


def _to_check(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    return sample(engine, access, filters, 5)


def _topics(by: By, per: Per, *columns: str) -> Run:
    return lambda engine, access, filters: topic_sums(engine, access, filters, by, columns=columns, per=per)


def _topic_weeks_of_both(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    return topic_sums(engine, access, both_periods(filters), "week", columns=("messages",), per="topic")


def _topic_posts(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    return topic_posts(engine, access, filters, _TOPIC)


def _topic_messages(topic: int, waits: bool = False) -> Run:
    return lambda engine, access, filters: topic_messages(engine, access, filters, topic, first=0, rows=10, waits=waits)


RESPONSIVENESS = (
    Tile("responsiveness", "answers, both periods", answers("window")),
    Tile("responsiveness", "answers per week", answers("week")),
    Tile("responsiveness", "answers per month, all years", answers("month"), "all"),
    Tile("responsiveness", "response times, both periods", histogram(RESPONSE, "window")),
    Tile("responsiveness", "response times per week", histogram(RESPONSE, "week")),
    Tile("responsiveness", "response times per month, all years", histogram(RESPONSE, "month"), "all"),
    Tile("responsiveness", "questions that wait, both periods", waiting("window")),
    Tile("responsiveness", "questions that wait, per week", waiting("week")),
    Tile("responsiveness", "questions by weekday and hour", hours),
    Tile("responsiveness", "work list, newest first", _work_list(newest_first=True)),
    Tile("responsiveness", "work list, oldest first", _work_list(newest_first=False)),
    Tile("responsiveness", "messages to check the rules with", _to_check),
    Tile("responsiveness", "what posts do, both periods", content("window", "tactic")),
)

CONVERSATION = (
    Tile("conversation", "messages and questions by topic and account", _topics("window", "account", *READ)),
    Tile("conversation", "tones by topic, both periods", _topics("window", "topic", *TOPIC_SUMS)),
    Tile("conversation", "messages by topic, weeks of both periods", _topic_weeks_of_both),
    Tile("conversation", "messages by topic, months of all years", _topics("month", "topic", "messages"), "all"),
    Tile("conversation", "own posts on a topic with most reactions", _topic_posts),
    Tile("conversation", "newest messages on a topic", _topic_messages(_TOPIC)),
    Tile("conversation", "newest messages of no topic", _topic_messages(0)),
    Tile("conversation", "questions on a topic that wait", _topic_messages(_TOPIC, waits=True)),
    Tile("conversation", "groupings of messages", lambda engine, access, _: topic_models(engine, access)),
)

SEARCH = (
    Tile("conversation", "search the beginning of a rare word, all years", _search("123*"), "all"),
    Tile("conversation", "search a common word", _search("lamp")),
    Tile("conversation", "search a common word, all years", _search("lindelaan"), "all"),
)
