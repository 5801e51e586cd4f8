"""Conversations, by hand: when one begins, which reply ends it."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.responsiveness.conversations import MESSAGES, Rules, conversations

HOUR = 3600


def asks(number: int, hour: float, author: str | None = "a", parent: int = 0, needs_reply: bool = True) -> Any:
    return (1, number, parent, False, author, int(hour * HOUR), needs_reply, "", ())


def replies(number: int, hour: float, parent: int = 0, kind: str = "person", mentions: tuple[str, ...] = ()) -> Any:
    return (1, number, parent, True, None, int(hour * HOUR), False, kind, mentions)


def found(*rows: Any, window: float = 72, loose: bool = True) -> list[tuple[int, float | None, float | None]]:
    """Of each conversation: the number of its first message, hours until the answer, and until it was noticed."""
    cases, _ = conversations(pd.DataFrame(list(rows), columns=MESSAGES), Rules(window, loose))
    return [
        (case.id, hours(case.answered_ts, case.asked_ts), hours(case.noticed_ts, case.asked_ts))
        for case in cases.itertuples()
    ]


def hours(moment: int, asked: int) -> float | None:
    return (moment - asked) / HOUR if moment else None


def turns(*rows: Any) -> list[int]:
    """Messages, replies and turns of the thread."""
    _, threads = conversations(pd.DataFrame(list(rows), columns=MESSAGES))
    return threads[["messages", "replies", "turns"]].iloc[0].tolist()


def test_a_question_and_its_answer() -> None:
    assert found(asks(1, 0), replies(2, 5, parent=1)) == [(1, 5, None)]


def test_a_question_without_an_answer() -> None:
    assert found(asks(1, 0)) == [(1, None, None)]


def test_what_needs_no_reply_begins_no_conversation() -> None:
    assert found(asks(1, 0, needs_reply=False), replies(2, 1, parent=1)) == []


def test_time_counts_from_the_first_message_that_was_not_answered() -> None:
    assert found(asks(1, 0), asks(2, 10), replies(3, 12, parent=2)) == [(1, 12, None)]


def test_a_thank_you_goes_on_with_the_conversation_but_a_later_question_is_a_new_one() -> None:
    rows = [asks(1, 0), replies(2, 1, parent=1), asks(3, 2, parent=2, needs_reply=False), asks(4, 3, parent=2)]
    assert found(*rows, replies(5, 7, parent=4)) == [(1, 1, None), (4, 4, None)]


@pytest.mark.parametrize(("later", "count"), [(72, 1), (72.1, 2)])
def test_after_the_window_another_question_is_another_conversation(later: float, count: int) -> None:
    assert len(found(asks(1, 0), asks(2, later))) == count


def test_each_message_moves_the_window_on() -> None:
    assert len(found(asks(1, 0), asks(2, 70, needs_reply=False), asks(3, 140))) == 1


def test_the_window_is_a_setting() -> None:
    assert len(found(asks(1, 0), asks(2, 5), window=4)) == 2


def test_one_answer_ends_all_conversations_of_a_person_in_the_thread() -> None:
    assert found(asks(1, 0), asks(2, 100), replies(3, 101, parent=2)) == [(1, 101, None), (2, 1, None)]


def test_the_answer_to_one_person_leaves_another_waiting() -> None:
    rows = [asks(1, 0, "a"), asks(2, 1, "b"), replies(3, 2, parent=1)]
    assert found(*rows) == [(1, 2, None), (2, None, None)]


def test_a_reply_before_the_question_answers_nothing() -> None:
    assert found(replies(1, 0), asks(2, 1)) == [(2, None, None)]


def test_automatic_and_holding_replies_do_not_stop_the_clock() -> None:
    rows = [asks(1, 0), replies(2, 0.1, 1, "automatic"), replies(3, 1, 1, "holding"), replies(4, 30, 1)]
    assert found(*rows) == [(1, 30, 0.1)]
    assert found(*rows[:3]) == [(1, None, 0.1)]


def test_where_replies_hang_under_the_first_comment_the_last_writer_there_is_answered() -> None:
    rows = [asks(1, 0, "a", needs_reply=False), asks(2, 1, "b", parent=1), asks(3, 2, "c"), replies(4, 3, parent=1)]
    assert found(*rows) == [(2, 2, None), (3, None, None)]


def test_a_mention_says_who_is_answered() -> None:
    rows = [asks(1, 0, "a"), asks(2, 1, "b"), replies(3, 2, mentions=("a",))]
    assert found(*rows) == [(1, 2, None), (2, None, None)]


def test_without_any_hint_the_newest_question_is_answered() -> None:
    rows = [asks(1, 0, "a"), asks(2, 1, "b"), replies(3, 2), replies(4, 3)]
    assert found(*rows) == [(1, 3, None), (2, 1, None)]


def test_a_reply_without_any_hint_can_be_made_to_answer_nobody() -> None:
    rows = [asks(1, 0, "a"), replies(2, 1), replies(3, 2, parent=1)]
    assert found(*rows) == [(1, 1, None)]
    assert found(*rows, loose=False) == [(1, 2, None)]


def test_a_word_of_thanks_to_somebody_answers_nobody_else() -> None:
    rows = [asks(1, 0, "a"), asks(2, 1, "b", needs_reply=False), replies(3, 2, parent=2)]
    assert found(*rows) == [(1, None, None)]


def test_people_without_a_name_are_not_one_person() -> None:
    rows = [asks(1, 0, None), asks(2, 1, None), replies(3, 2, parent=2)]
    assert found(*rows) == [(1, None, None), (2, 1, None)]


def test_turns_are_those_of_one_person() -> None:
    again = [asks(1, 0), replies(2, 1, 1), asks(3, 2, parent=2), replies(4, 3, 3)]
    assert turns(*again) == [2, 2, 2]
    assert turns(asks(1, 0, "a"), replies(2, 1, 1), asks(3, 2, "b"), replies(4, 3, 3)) == [2, 2, 1]
    assert turns(asks(1, 0), replies(2, 1, 1), replies(3, 2, 1)) == [1, 2, 1]
    assert turns(replies(1, 0), asks(2, 1)) == [1, 0, 0]


_rows = st.lists(
    st.tuples(
        st.integers(1, 3),  # thread
        st.integers(0, 12),  # parent
        st.booleans(),
        st.sampled_from(["a", "b", None]),
        st.integers(0, 300),
        st.booleans(),
        st.sampled_from(["person", "holding"]),
    ),
    max_size=14,
)


@given(_rows, st.randoms())
def test_laws(drawn: list[Any], random: Any) -> None:
    rows: list[Any] = [
        (thread, number, parent, own, author, hour * HOUR, needs and not own, kind if own else "", ())
        for number, (thread, parent, own, author, hour, needs, kind) in enumerate(drawn, start=1)
    ]
    frame = pd.DataFrame(rows, columns=MESSAGES).astype({"is_own": "bool", "needs_reply": "bool"})
    cases, threads = conversations(frame)
    assert cases.merge(frame, on=["post_id", "id"])["needs_reply"].all(), "only what needs a reply begins one"
    assert len(cases) <= frame["needs_reply"].sum()
    answered = cases[cases["answered_ts"] > 0]
    assert (answered["answered_ts"] >= answered["asked_ts"]).all()
    assert not cases.duplicated(["post_id", "id"]).any()
    assert sorted(threads["post_id"]) == sorted(frame["post_id"].unique())
    assert (threads["turns"] <= threads["replies"]).all()
    random.shuffle(rows)
    shuffled = conversations(pd.DataFrame(rows, columns=MESSAGES).astype({"is_own": "bool", "needs_reply": "bool"}))
    assert [part.values.tolist() for part in shuffled] == [cases.values.tolist(), threads.values.tolist()]
