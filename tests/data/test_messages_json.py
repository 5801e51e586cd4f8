"""Messages that are stored and read again."""

import json
from datetime import date

import pytest

from data.messages_json import message_from_json, message_to_json
from metrics.words import Duration, Message, Share


@pytest.mark.parametrize(
    "message",
    [
        Message("plain", "The server is full."),
        Message("values", "{n} {name} {x}", {"n": 3, "name": "Jo", "x": 1.5, "none": None, "yes": True}),
        Message("plural", "{n} row", {"n": 2}, plural="{n} rows", count=2),
        Message("ways", "{a}{b}{c}", {"a": Share(0.25), "b": Duration(3600.0), "c": date(2026, 9, 30)}),
        Message(
            "nested", "{why} {all}", {"why": Message("in", "{d}", {"d": date(2026, 1, 1)}), "all": ("a", Share(1))}
        ),
    ],
    ids=lambda message: message.code,
)
def test_a_stored_message_is_the_same_message(message: Message) -> None:
    again = message_from_json(json.loads(json.dumps(message_to_json(message))))
    assert again == message
    assert again.english() == message.english()
    assert [type(value) for value in again.values.values()] == [type(value) for value in message.values.values()]


def test_a_value_that_no_message_shows_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="object"):
        message_to_json(Message("odd", "{it}", {"it": object()}))
