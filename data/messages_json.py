"""Messages as they are stored: with their values, so that they can be read in any language later."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from metrics.words import Duration, Message, Share


def message_to_json(message: Message) -> dict[str, Any]:
    """A message as JSON values; `message_from_json` gives the same message back.

    >>> message_to_json(Message("few", "{share} of the posts", {"share": Share(0.1)}))
    {'code': 'few', 'text': '{share} of the posts', 'values': {'share': {'share': 0.1}}}
    """
    made = {"code": message.code, "text": message.text, "values": _all_stored(message.values)}
    return made if message.plural is None else made | {"plural": message.plural, "count": message.count}


def message_from_json(stored: Mapping[str, Any]) -> Message:
    """The message that was stored.

    >>> stored = {"code": "few", "text": "{share} of the posts", "values": {"share": {"share": 0.1}}}
    >>> message_from_json(stored).english()
    '10 % of the posts'
    """
    values = {name: _read(value) for name, value in stored["values"].items()}
    return Message(stored["code"], stored["text"], values, stored.get("plural"), stored.get("count"))


def _all_stored(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _stored(value) for name, value in values.items()}


def _stored(value: Any) -> Any:
    """A value in JSON; one that is shown in a way of its own is an object that says which."""
    match value:
        case Message():
            return {"message": message_to_json(value)}
        case Share():
            return {"share": float(value)}
        case Duration():
            return {"duration": float(value)}
        case date():
            return {"day": value.isoformat()}
        case tuple() | list():
            return [_stored(part) for part in value]
        case str() | int() | float() | None:
            return value
    raise TypeError(f"a message cannot be stored with a value of type {type(value).__name__}")


def _read(value: Any) -> Any:
    match value:
        case {"message": stored}:
            return message_from_json(stored)
        case {"share": number}:
            return Share(number)
        case {"duration": number}:
            return Duration(number)
        case {"day": text}:
            return date.fromisoformat(text)
        case list():
            return tuple(_read(part) for part in value)
    return value
