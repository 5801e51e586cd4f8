"""Who may see and change what: the one place that decides.

Every read and write of the store takes an `Access` value. For now there is one kind of user, the local
administrator; roles and departments come later, here and nowhere else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from data.errors import StoreError
from metrics.words import N_, Message

Right = Literal["read", "write", "texts", "administer"]
_RIGHTS: dict[str, frozenset[str]] = {
    "administrator": frozenset({"read", "write", "texts", "administer"}),
}


class AccessDeniedError(StoreError):
    """The user has no right to do this. `why` is for logs: it says what was asked of whom."""

    def __init__(self, why: str) -> None:
        text = N_(
            "You may not do this: it is of another department, or you have no right to it. Ask the administrator."
        )
        super().__init__(Message("access_denied", text))
        self.why = why

    def __str__(self) -> str:
        return self.why

    def __reduce__(self) -> tuple[type["AccessDeniedError"], tuple[str]]:  # type: ignore[override] # made of its words
        """So that it can come from another process."""
        return type(self), (self.why,)


@dataclass(frozen=True)
class Access:
    """A user as the store sees one: a name for the log, a role, and the departments they may see.

    `departments` is None for all departments.

    >>> Access("jo", "administrator").may("write")
    True
    """

    who: str
    role: str
    departments: frozenset[int] | None = None

    def may(self, right: Right) -> bool:
        """Whether this user holds a right."""
        return right in _RIGHTS.get(self.role, frozenset())

    def require(self, right: Right) -> None:
        """Stop with `AccessDeniedError` unless this user holds the right."""
        if not self.may(right):
            raise AccessDeniedError(f"{self.role} may not {right}")

    def narrow(self, departments: Iterable[int] | None) -> frozenset[int] | None:
        """The departments of a request that this user may see; None means all.

        >>> sorted(Access("jo", "administrator", frozenset({1, 2})).narrow([2, 3]))
        [2]
        """
        if departments is None:
            return self.departments
        asked = frozenset(departments)
        return asked if self.departments is None else asked & self.departments


LOCAL_ADMINISTRATOR = Access("local administrator", "administrator")
