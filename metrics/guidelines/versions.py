"""Which guideline holds for an account on a day: the most specific one that had begun."""

from collections.abc import Iterable
from dataclasses import dataclass

from metrics.guidelines.content import Guideline

Scope = tuple[int | None, int | None]
"""Whose a guideline is: a department or an account, or with neither the whole organisation."""

ORGANISATION: Scope = (None, None)


@dataclass(frozen=True)
class Version:
    """A guideline as stored, from a day on."""

    id: int
    department_id: int | None
    account_id: int | None
    valid_from: int  # day
    content: Guideline
    who: str = ""
    made_ts: int = 0
    is_demo: bool = False

    @property
    def scope(self) -> Scope:
        """Whose it is."""
        return self.department_id, self.account_id


def valid_for(versions: Iterable[Version], account_id: int, department_id: int, day: int) -> Version | None:
    """The version that an account follows on a day: its own, else its department's, else the organisation's.

    When none of them had begun, the first that did later: then the check shows how a new guideline would have done.
    """
    scopes: tuple[Scope, ...] = ((None, account_id), (department_id, None), ORGANISATION)
    known = list(versions)
    begun = [version for version in known if version.valid_from <= day]
    for group in (begun, known):
        for scope in scopes:
            found = valid_in(group, scope, day)
            if found is not None:
                return found
    return None


def valid_in(versions: Iterable[Version], scope: Scope, day: int) -> Version | None:
    """The version of one scope on a day; when all began later, the first of them. Of one day, the last saved counts.

    >>> old, new = (Version(n, None, None, day, Guideline()) for n, day in ((1, 100), (2, 200)))
    >>> [valid_in([new, old], ORGANISATION, day).id for day in (50, 150, 250)]
    [1, 1, 2]
    """
    of_scope = [version for version in versions if version.scope == scope]
    begun = [version.valid_from for version in of_scope if version.valid_from <= day]
    start = max(begun, default=min((version.valid_from for version in of_scope), default=day))
    return max((v for v in of_scope if v.valid_from == start), key=lambda version: version.id, default=None)
