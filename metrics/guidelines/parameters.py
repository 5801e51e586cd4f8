"""What can be set in a rule: typed values with a default and limits, the same for the form, the store and the check."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from metrics.periods import from_iso
from metrics.words import N_, Message

Values = Mapping[str, Any]


class ParameterError(ValueError):
    """A value that a parameter cannot have; `message` says which and what may be filled in."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.english())
        self.message = message


@dataclass(frozen=True)
class Parameter:
    """A value of a rule by name; `label` is what the form calls it."""

    name: str
    label: str
    default: Any

    def clean(self, value: Any) -> Any:
        """The value as it is stored. Raises `ParameterError` for one that cannot be."""
        raise NotImplementedError

    def refuse(self, text: str, **values: Any) -> ParameterError:
        """The error that names this parameter."""
        return ParameterError(Message("parameter", text, {"label": Message(self.name, self.label), **values}))


@dataclass(frozen=True)
class Whole(Parameter):
    """A whole number within limits.

    >>> Whole("low", "At least", 2, 0, 50).clean(7.0)
    7
    """

    low: int
    high: int

    def clean(self, value: Any) -> int:
        """The number."""
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or value != value // 1 or not self.low <= value <= self.high:
            text = N_("{label}: fill in a whole number from {low} to {high}.")
            raise self.refuse(text, low=self.low, high=self.high)
        return int(value)


@dataclass(frozen=True)
class Part(Parameter):
    """A share from 0 to 1, which the form shows as a percentage."""

    low: float = 0.01
    high: float = 1.0

    def clean(self, value: Any) -> float:
        """The share."""
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not self.low <= value <= self.high:
            text = N_("{label}: fill in a percentage from {low} to {high}.")
            raise self.refuse(text, low=round(self.low * 100), high=round(self.high * 100))
        return float(value)


@dataclass(frozen=True)
class OneOf(Parameter):
    """One code out of a list; `options` are its words."""

    options: Mapping[str, str] = field(default_factory=dict)

    def clean(self, value: Any) -> str:
        """The code."""
        if value not in self.options:
            raise self.refuse(N_("{label}: choose one from the list."))
        return str(value)


@dataclass(frozen=True)
class Days(Parameter):
    """Weekdays, 0 for Monday; at least one."""

    def clean(self, value: Any) -> list[int]:
        """The weekdays in order."""
        days = sorted(set(value)) if isinstance(value, list | tuple) else []
        if not days or not all(isinstance(day, int) and 0 <= day <= 6 for day in days):
            raise self.refuse(N_("{label}: choose one or more weekdays."))
        return days


@dataclass(frozen=True)
class Line(Parameter):
    """A short text: a title, a web address; may be empty."""

    longest: int = 300

    def clean(self, value: Any) -> str:
        """The text without stray spaces."""
        words = " ".join(value.split()) if isinstance(value, str) else None
        if words is None or len(words) > self.longest:
            raise self.refuse(N_("{label}: write at most {n} characters."), n=self.longest)
        return words


@dataclass(frozen=True)
class Date(Parameter):
    """A date as year-month-day; may be empty."""

    def clean(self, value: Any) -> str:
        """The date as it is written."""
        if not isinstance(value, str) or (value and from_iso(value) is None):
            raise self.refuse(N_("{label}: write year-month-day, for example 2027-01-31."))
        return value
