"""Characters that an export left in another notation, such as `\\u2019` or `&amp;`, written as themselves."""

import re

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\([\"'])|&(amp|lt|gt|quot|apos|nbsp|#39);")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": " ", "#39": "'"}


def unescaped(text: str) -> str:
    r"""The text as its writer saw it; what is written out as a control character becomes a space.

    >>> unescaped(r"I can\u2019t \u002c R&amp;D")
    'I can’t , R&D'
    """
    return _ESCAPED.sub(_character, text) if "\\" in text or "&" in text else text


def _character(found: "re.Match[str]") -> str:
    code, quote, name = found.groups()
    if code:
        character = chr(int(code, 16))
        return character if character.isprintable() else " "
    return str(quote or _NAMED[name])
