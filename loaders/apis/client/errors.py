"""Why figures cannot be fetched now, in words for people."""

from typing import Literal

from metrics.words import Message

Kind = Literal["broken", "parked", "refused", "unavailable"]
"""broken: a person must act (token, right, address); parked: a quota is used up until a moment that is known; refused:
the address is not one that may be asked; unavailable: it may well work next time."""


class ApiError(Exception):
    """A platform did not give what was asked for; `message` says what happened and what to do.

    Neither message nor any text of this error holds a secret or an address with its query. `until` (seconds since 1970)
    is when it can be tried again, where that is known. `status` is the answer's, 0 without one.
    """

    def __init__(self, kind: Kind, message: Message, *, until: int | None = None, status: int = 0) -> None:
        super().__init__(message.english())
        self.kind: Kind = kind
        self.message = message
        self.until = until
        self.status = status
