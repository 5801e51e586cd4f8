"""From messages to conversations: who asked something, and when did a person answer.

A conversation begins with a citizen's message that needs a reply and ends with the first answer by a person. It stays
one conversation while the same citizen writes on in the same thread, each message within the window after the one
before. Whom a reply answers, in this order:

1. the author of the message it is a reply to, if that person waits;
2. whoever is mentioned in it and waits;
3. where a platform hangs all replies under the first comment: who wrote last under that comment and waits;
4. where the export does not say what a reply answers: who asked last in the thread and waits. An organisation can
   switch this off: then such a reply answers nobody.

An answer ends all conversations of that person in the thread. Automatic and holding replies end none; the first of
them is remembered.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

import numpy as np
import pandas as pd

WINDOW_HOURS = 72
"""Two messages of one person further apart than this are two conversations, as in Spotler's webcare statistics."""


@dataclass(frozen=True)
class Rules:
    """What an organisation may decide about conversations; the other rules are the same for everybody.

    `window_hours`: how long after a message another one of the same person still belongs to the conversation.
    `loose_replies`: whether a reply of which the export does not say what it answers, answers who asked last.
    """

    window_hours: float = WINDOW_HOURS
    loose_replies: bool = True


STANDARD = Rules()
"""The rules of an organisation that decided nothing."""

PERSON = "person"
"""The kind of a reply that answers (`metrics.needs_reply.replies`)."""

MESSAGES = ("post_id", "id", "parent_id", "is_own", "author", "ts", "needs_reply", "kind", "mentions")
"""Columns of the messages: `kind` is that of own replies, `mentions` a tuple of authors, `parent_id` 0 when unknown."""


@dataclass
class _Case:
    """A conversation while its thread is read."""

    post_id: int
    id: int  # of its first message
    asked: int
    last: int  # when its citizen wrote last
    noticed: int = 0
    answered: int = 0


@dataclass
class _Thread:
    """What is known of a thread up to the message that is being read."""

    post_id: int
    rules: Rules
    cases: list[_Case] = field(default_factory=list)
    waiting: dict[Hashable, list[_Case]] = field(default_factory=dict)
    asked: list[Hashable] = field(default_factory=list)  # who opened a conversation, in order
    author: dict[int, Hashable] = field(default_factory=dict)  # of each citizen's message
    top: dict[int, int] = field(default_factory=dict)  # the first comment that a message hangs under
    last_under: dict[int, Hashable] = field(default_factory=dict)  # who wrote last under a first comment
    open_turn: set[Hashable] = field(default_factory=set)  # who wrote since the last reply to them
    turns: dict[Hashable, int] = field(default_factory=dict)
    messages: int = 0
    replies: int = 0  # of persons, after a citizen's message


def conversations(messages: pd.DataFrame, rules: Rules = STANDARD) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The conversations of whole threads, and what happened in each thread.

    `messages` has the columns of `MESSAGES`, in any order of rows. Conversations: post_id, id (of the first message),
    asked_ts, answered_ts and noticed_ts (0 for none). Threads: post_id, messages, replies, turns (how often the person
    with whom it went on longest wrote and got a reply).

    >>> rows = [(1, 7, 0, False, "a", 100, True, "", ()), (1, 8, 7, True, None, 400, False, "person", ())]
    >>> found, threads = conversations(pd.DataFrame(rows, columns=MESSAGES))
    >>> found.values.tolist(), threads.values.tolist()
    ([[1, 7, 100, 400, 0]], [[1, 1, 1, 1]])
    """
    window = int(rules.window_hours * 3600)
    cases: list[_Case] = []
    threads: list[tuple[int, int, int, int]] = []
    for post_id, rows in groupby(_in_order(messages), key=itemgetter(0)):
        thread = _Thread(int(post_id), rules)
        for row in rows:
            if row[_IS_OWN]:
                _reply(thread, row)
            else:
                _message(thread, row, window)
        cases += thread.cases
        threads.append((thread.post_id, thread.messages, thread.replies, max(thread.turns.values(), default=0)))
    found = [(case.post_id, case.id, case.asked, case.answered, case.noticed) for case in cases]
    columns = ["post_id", "id", "asked_ts", "answered_ts", "noticed_ts"]
    return (
        pd.DataFrame(found, columns=columns, dtype="int64"),
        pd.DataFrame(threads, columns=["post_id", "messages", "replies", "turns"], dtype="int64"),
    )


_IS_OWN = MESSAGES.index("is_own")


def _in_order(messages: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """The rows thread by thread in order of time; of two at the same moment the citizen's comes first."""
    order = np.lexsort(
        (messages["id"].to_numpy(), messages["is_own"].to_numpy(bool), messages["ts"], messages["post_id"])
    )
    return zip(*(messages[name].to_numpy()[order].tolist() for name in MESSAGES), strict=True)


def _message(thread: _Thread, row: tuple[Any, ...], window: int) -> None:
    """A citizen writes: it goes on with a conversation, begins one, or needs no reply."""
    _, number, parent, _, author, ts, needs_reply, _, _ = row
    who = author if author is not None else number  # people who cannot be told apart are not the same person
    thread.messages += 1
    thread.author[number] = who
    thread.top[number] = thread.top.get(parent, number)
    thread.last_under[thread.top[number]] = who
    thread.open_turn.add(who)
    running = [case for case in thread.waiting.get(who, ()) if ts - case.last <= window]
    for case in running:
        case.last = ts
    if needs_reply and not running:
        case = _Case(thread.post_id, number, ts, ts)
        thread.cases.append(case)
        thread.waiting.setdefault(who, []).append(case)
        thread.asked.append(who)


def _reply(thread: _Thread, row: tuple[Any, ...]) -> None:
    """The organisation writes: to whom, and is it an answer?"""
    _, number, parent, _, _, ts, _, kind, mentions = row
    if parent in thread.top:
        thread.top[number] = thread.top[parent]
    who = _answered(thread, parent, mentions)
    if kind != PERSON:
        for case in thread.waiting.get(who, ()):
            case.noticed = case.noticed or ts
        return
    thread.replies += thread.messages > 0
    if who in thread.open_turn:
        thread.open_turn.remove(who)
        thread.turns[who] = thread.turns.get(who, 0) + 1
    for case in thread.waiting.pop(who, ()):
        case.answered = ts


def _answered(thread: _Thread, parent: int, mentions: Sequence[Hashable]) -> Hashable:
    """Whom a reply answers: somebody who waits, if there is one; else the person it is a reply to; else nobody."""
    to = thread.author.get(parent)
    under = thread.last_under.get(parent) if thread.top.get(parent) == parent else None
    named = [to, *mentions, under]
    if parent not in thread.top and thread.rules.loose_replies:
        named += [next((who for who in reversed(thread.asked) if who in thread.waiting), None)]
    return next((who for who in named if who in thread.waiting), to)
