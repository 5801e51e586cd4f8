"""Sentences that can be shown in any language.

The lower layers never translate. They say *what* is to be said, as an English template with named values;
`components.i18n.say` puts it in the reader's language, with the reader's number and date formats.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


class Share(float):
    """A share from 0 to 1 among the values of a message, to be shown as a percentage.

    >>> Message("share", "{share} of the posts", {"share": Share(0.123)}).english()
    '12.3 % of the posts'
    """

    def __format__(self, spec: str) -> str:
        return f"{self * 100:.3g} %"


class Duration(float):
    """A number of seconds among the values of a message, to be shown in minutes, hours or days.

    >>> Message("wait", "{wait} on average", {"wait": Duration(20520)}).english()
    '5.7 hours on average'
    """

    def __format__(self, spec: str) -> str:
        for unit, size in (("days", 86_400), ("hours", 3_600)):
            if self >= 2 * size:
                return f"{self / size:.2g} {unit}"
        return f"{self / 60:.0f} minutes"


def N_(text: str) -> str:  # noqa: N802 - the name that message extraction looks for
    """Mark a text for the message catalogue and return it unchanged.

    >>> N_("Posts")
    'Posts'
    """
    return text


@dataclass(frozen=True)
class Message:
    """A sentence with a stable code, an English template and the values that go into it.

    `code` is for programs (it never changes with the wording), `text` is the English template and the key of
    the catalogue. A value that is itself a `Message` is translated first, a tuple of values is shown as a list.
    With `plural` and `count` the form follows the number.

    >>> Message("future_date", N_("{n} rows have a date in the future."), {"n": 3}).english()
    '3 rows have a date in the future.'
    """

    code: str
    text: str
    values: Mapping[str, Any] = field(default_factory=dict)
    plural: str | None = None
    count: int | None = None

    def english(self) -> str:
        """The sentence in English, for logs, the command line and JSON."""
        template = self.text
        if self.plural is not None and self.count != 1:
            template = self.plural
        return template.format(**{name: _english(value) for name, value in self.values.items()})


def _english(value: Any) -> Any:
    if isinstance(value, Message):
        return value.english()
    if isinstance(value, tuple):
        return ", ".join(str(_english(part)) for part in value)
    return value
