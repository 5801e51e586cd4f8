"""Who may see and change what: the one place that decides.

Every read and write of the store takes an `Access` value. For now there is one kind of user, the local
administrator; roles and departments come later, here and nowhere else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Right = Literal["read", "write", "texts", "administer"]
_RIGHTS: dict[str, frozenset[str]] = {
    "administrator": frozenset({"read", "write", "texts", "administer"}),
}


class AccessDeniedError(Exception):
    """The user has no right to do this."""


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
