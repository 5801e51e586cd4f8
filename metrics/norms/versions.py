"""Which norm judges which question: that of the narrowest scope, in the version of its day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from metrics.norms.norm import NO_NORM, Norm

ALWAYS = 0
"""The first day of the first segment: 1970-01-01, before anybody asked anything."""

DEFAULT = Norm("hours", 24, source=NO_NORM)
"""What counts where nobody has set a norm: 24 hours on the clock, without a promised share. Pages say that it is none
of the organisation's (`Norm.is_set`)."""

Segment = tuple[int, Norm]
"""From which day on a norm counts, until the next segment."""


@dataclass(frozen=True)
class Scope:
    """For whom a norm is: one account, one department, or (both empty) the whole organisation."""

    account_id: int | None = None
    department_id: int | None = None

    def __post_init__(self) -> None:
        if self.account_id is not None and self.department_id is not None:
            raise ValueError("a norm is for an account or for a department, not for both")


@dataclass(frozen=True)
class Version:
    """A norm for a scope, from the day number `valid_from` on."""

    scope: Scope
    valid_from: int
    norm: Norm


def segments(
    versions: Iterable[Version], account_id: int, department_id: int, default: Norm = DEFAULT
) -> list[Segment]:
    """The norms of one account in order of time, from `ALWAYS` on; there is one for each day.

    A day has the norm of the account, else of its department, else of the organisation, else the default; of the
    versions of a scope the newest that is not of a later day.

    >>> office, desk = Norm("working_days", 2), Norm("hours", 4)
    >>> found = segments([Version(Scope(), 20_000, office), Version(Scope(account_id=7), 20_600, desk)], 7, 1)
    >>> [(day, norm.unit, norm.amount) for day, norm in found]
    [(0, 'hours', 24), (20000, 'working_days', 2), (20600, 'hours', 4)]
    """
    scopes = (Scope(account_id=account_id), Scope(department_id=department_id), Scope())
    mine = [version for version in versions if version.scope in scopes]
    found: list[Segment] = []
    for day in sorted({ALWAYS, *(version.valid_from for version in mine)}):
        norm = next((norm for scope in scopes if (norm := _newest(mine, scope, day))), default)
        if not found or found[-1][1] != norm:
            found.append((day, norm))
    return found


def segment_of(of: Sequence[Segment], days: ArrayLike) -> NDArray[np.int64]:
    """The place in the segments of the norm that judges a question of each of these days.

    >>> segment_of([(ALWAYS, DEFAULT), (20_000, DEFAULT)], [19_999, 20_000]).tolist()
    [0, 1]
    """
    firsts = np.array([day for day, _norm in of], dtype=np.int64)
    return np.maximum(np.searchsorted(firsts, np.asarray(days, dtype=np.int64), side="right") - 1, 0)


def _newest(versions: Iterable[Version], scope: Scope, day: int) -> Norm | None:
    known = [version for version in versions if version.scope == scope and version.valid_from <= day]
    return max(known, key=lambda version: version.valid_from).norm if known else None
