"""Texts as the store keeps them: what people type, without characters that no reader sees and that break a line."""

import re
from unicodedata import category

_ISOLATES, _END = "\u2066\u2067\u2068", "\u2069"
_TURNED = re.compile("[\u202a-\u202e]")
_ISOLATED = re.compile(f"[{_ISOLATES}{_END}]")
_NEW_LINE = re.compile("\r\n?")


def storable(text: str) -> str:
    """A text without what no database or spreadsheet keeps: half characters, and control characters but new lines
    and tabs. What stood for a space becomes one.

    >>> storable("Is the\\x0bpool\\x00 open?\\x1b\\r\\nYes")
    'Is the pool open?\\nYes'
    """
    return "".join(map(_kept, _NEW_LINE.sub("\n", text)))


def one_line(text: str) -> str:
    """A name: a text on one line, without stray spaces and without what turns the letters of its neighbours around.

    Signs that set a part in another direction apart stay where each one is closed.

    >>> one_line("  Parks \\u202e\\n and\\troads ")
    'Parks and roads'
    """
    plain = _TURNED.sub("", text)
    if not _is_closed(plain):
        plain = _ISOLATED.sub("", plain)
    return " ".join(storable(plain).split())


def _kept(character: str) -> str:
    kind = category(character)
    if kind == "Cs":
        return ""
    if kind != "Cc" or character in "\n\t":
        return character
    return " " if character.isspace() else ""


def _is_closed(text: str) -> bool:
    open_ = 0
    for character in text:
        open_ += (character in _ISOLATES) - (character == _END)
        if open_ < 0:
            return False
    return open_ == 0
