"""Whether signals were useful: what is said, what the budget becomes of it, and beginning again."""

import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.feedback import answers, budget, reset_budget, say_useful


def test_a_no_lowers_the_budget_by_a_fifth_and_a_yes_undoes_it(store: Engine) -> None:
    assert budget(store, ME).value == 1
    say_useful(store, ME, "topic:1", 100, 110, False)
    assert budget(store, ME).value == pytest.approx(0.8)
    say_useful(store, ME, "topic:2", 100, 110, True)
    assert budget(store, ME).value == 1
    assert answers(store, ME) == {"topic:1": {110: False}, "topic:2": {110: True}}


def test_one_rise_has_one_answer_and_the_newest_counts(store: Engine) -> None:
    say_useful(store, ME, "topic:1", 100, 110, False)
    say_useful(store, ME, "topic:1", 100, 112, True)
    assert answers(store, ME) == {"topic:1": {112: True}}
    assert budget(store, ME).value == pytest.approx(1.25)


def test_after_beginning_again_earlier_answers_no_longer_count(store: Engine) -> None:
    for day in (1, 50, 100):
        say_useful(store, ME, "volume:3", day, day, False)
    reset_budget(store, ME)
    assert budget(store, ME).value == 1
    say_useful(store, ME, "volume:3", 150, 150, False)
    assert budget(store, ME).value == pytest.approx(0.8)


def test_who_may_only_read_cannot_say_anything(store: Engine) -> None:
    reader = Access("a guest", "guest")
    with pytest.raises(AccessDeniedError):
        say_useful(store, reader, "topic:1", 1, 2, True)
