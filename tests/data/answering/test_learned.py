"""Classes learned from people's labels: only where that is better, for all messages, and back again."""

import pytest
from sqlalchemy import Engine, insert, select

from data.access import LOCAL_ADMINISTRATOR as ME
from data.answering.learned import learns, try_out, use_model
from data.errors import StoreError
from data.schema import comment, conversation, message_class, message_label
from data.store import writing
from metrics.needs_reply.model import Model
from tests.data.answering.test_refresh import LATER, asked
from tests.loaders.sample_batches import batch, load, post, registers

LOCAL = "Het is hier weer eens Molenhoekse toestand geworden nummer {n}"
"""What only people of this city know to be a complaint; the rules do not."""


def _filled(store: Engine) -> None:
    registers(store)
    local = [asked(f"1{n}", text=LOCAL.format(n=n)) for n in range(150)]
    praise = [asked(f"2{n}", text=f"Mooie foto van de haven, nummer {n}") for n in range(150)]
    load(store, batch([post("1")], [*local, *praise], exported_ts=LATER))


def _label(store: Engine) -> None:
    with writing(store) as connection:
        rows = connection.execute(select(comment.c.post_id, comment.c.id, comment.c.text)).all()
        values = [
            {"post_id": post_id, "id": number, "intent": "complaint" if "toestand" in text else "opinion"}
            | {"by_rule": "opinion", "drawn": 1, "who": "me", "labelled_ts": 0}
            for post_id, number, text in rows
            if not text.endswith("7")
        ]
        connection.execute(insert(message_label), values)


def _questions(store: Engine) -> int:
    with store.connect() as connection:
        return len(connection.execute(select(conversation.c.id)).all())


def test_without_labels_there_is_nothing_to_learn(sqlite_store: Engine) -> None:
    _filled(sqlite_store)
    with pytest.raises(StoreError, match="Too few labelled messages"):
        use_model(sqlite_store, ME, True)
    assert not learns(sqlite_store, ME)


def test_a_model_that_is_better_classes_all_messages_and_those_to_come(store: Engine) -> None:
    _filled(store)
    assert _questions(store) == 0, "the rules do not know what a Molenhoekse toestand is"
    _label(store)
    assert isinstance(try_out(store, ME), Model)
    shares: list[float] = []
    use_model(store, ME, True, shares.append)
    assert learns(store, ME) and shares[-1] == 1
    assert _questions(store) == 150, "also the 15 that nobody labelled"
    later = asked("900", 300, text=LOCAL.format(n=900), post_id="1", author="somebody else")
    load(store, batch([], [later], exported_ts=LATER + 1))
    assert _questions(store) == 151


def test_the_rules_can_have_it_back(sqlite_store: Engine) -> None:
    _filled(sqlite_store)
    _label(sqlite_store)
    use_model(sqlite_store, ME, True)
    use_model(sqlite_store, ME, False)
    assert not learns(sqlite_store, ME)
    with sqlite_store.connect() as connection:
        assert set(connection.scalars(select(message_class.c.intent))) == {"opinion"}
    assert _questions(sqlite_store) == 135, "what people said stays"
