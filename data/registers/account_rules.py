"""What an account in the register may look like."""

from typing import Any

from data.errors import StoreError
from data.texts import one_line
from metrics.claims.objectives import OBJECTIVES
from metrics.periods import from_iso
from metrics.platforms import NAMES
from metrics.words import N_, Message

STATUSES = ("active", "dormant", "closed")


class InvalidValueError(StoreError):
    """A value that an account or department cannot have; `column` says where it stands."""

    def __init__(self, column: str, message: Message) -> None:
        super().__init__(message)
        self.column = column


def clean_handle(handle: str) -> str:
    """A handle as the register keeps it: without spaces around it and without the first @.

    >>> clean_handle(" @waterstad ")
    'waterstad'
    """
    return one_line(handle).removeprefix("@").strip()


def checked(values: dict[str, Any]) -> dict[str, Any]:
    """The columns of an account, cleaned; an emptied optional text becomes None. Raises `InvalidValueError`.

    >>> checked({"handle": "@waterstad", "purpose": " ", "review_date": "2027-01-31"})
    {'handle': 'waterstad', 'purpose': None, 'review_date': '2027-01-31'}
    """
    made = dict(values)
    if "handle" in made:
        made["handle"] = clean_handle(made["handle"])
    if "name" in made:
        made["name"] = one_line(made["name"] or "")
    for column in ("handle", "name"):
        if column in made and not made[column]:
            text = N_("The handle and the name of an account cannot be empty.")
            raise InvalidValueError(column, Message("empty_account", text))
    for column in ("owner_role", "purpose", "objective", "review_date"):
        if column in made:
            made[column] = one_line(made[column] or "") or None
    _one_of(made, "platform", tuple(NAMES))
    _one_of(made, "status", STATUSES)
    if made.get("objective"):
        _one_of(made, "objective", tuple(OBJECTIVES))
    if made.get("review_date") and from_iso(made["review_date"]) is None:
        text = N_("“{value}” is not a date. Write year-month-day, for example 2027-01-31.")
        raise InvalidValueError("review_date", Message("not_a_date", text, {"value": made["review_date"]}))
    return made


def _one_of(values: dict[str, Any], column: str, allowed: tuple[str, ...]) -> None:
    if column in values and values[column] not in allowed:
        text = N_("“{value}” is not known. Use one of these: {allowed}.")
        known = {"value": values[column], "allowed": ", ".join(allowed)}
        raise InvalidValueError(column, Message(f"unknown_{column}", text, known))
