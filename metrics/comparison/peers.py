"""Departments that may be held beside each other: of like size, or with accounts that serve the same purpose."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, Literal, TypeVar

import numpy as np

from metrics.claims.objectives import OBJECTIVES
from metrics.words import N_, Message

K = TypeVar("K", bound=Hashable)
Basis = Literal["questions", "posts"]

SIZES: dict[Basis, str] = {
    "questions": N_("Departments with {low} to {high} questions"),
    "posts": N_("Departments with {low} to {high} posts"),
}
"""What a group of like size is called, by what its size is counted in."""

FEWEST = 3
"""A group of peers has at least so many departments; a smaller one would compare nothing."""

ALIKE = 3
"""Departments of which the largest has at most so many times the smallest are of like size."""


@dataclass(frozen=True)
class Peers(Generic[K]):
    """A group of departments that may be held beside each other, and what it is called."""

    keys: tuple[K, ...]
    name: Message


def by_size(sizes: Mapping[K, float], basis: Basis) -> tuple[Peers[K], ...]:
    """Departments in at most three groups of like size, the smallest first; those without a size are in none.

    They are parted where the steps in size are largest in proportion, with at least three in a group, and not at all
    when the largest has at most three times the smallest.

    >>> sizes = {"Parks": 40, "Roads": 900, "Water": 55, "Housing": 1200, "Waste": 30, "Events": 1000}
    >>> [(group.keys, group.name.english()) for group in by_size(sizes, "questions")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [(('Parks', 'Water', 'Waste'), 'Departments with 30 to 55 questions'),
     (('Roads', 'Housing', 'Events'), 'Departments with 900 to 1200 questions')]
    """
    known = {key: size for key, size in sizes.items() if size > 0}
    if not known:
        return ()
    ordered = sorted(known.values())
    borders = _borders(ordered)
    edges = [*borders, len(ordered)]
    groups, start = [], 0
    for end in edges:
        low, high = ordered[start], ordered[end - 1]
        keys = tuple(key for key, size in known.items() if low <= size <= high)
        groups.append(Peers(keys, Message(f"peers_{basis}", SIZES[basis], {"low": round(low), "high": round(high)})))
        start = end
    return tuple(groups)


def _borders(ordered: list[float]) -> list[int]:
    """Where to part sizes in order: before which places, at most two."""
    steps = np.diff(np.log(ordered))
    found: list[int] = []
    for place in np.argsort(-steps, kind="stable").tolist():
        edges = [0, *sorted([*found, place + 1]), len(ordered)]
        widest = max(ordered[b - 1] / ordered[a] for a, b in _spans([0, *sorted(found), len(ordered)]))
        if len(found) == 2 or widest <= ALIKE or steps[place] <= 0:
            break
        if all(b - a >= FEWEST for a, b in _spans(edges)):
            found.append(place + 1)
    return sorted(found)


def _spans(edges: list[int]) -> list[tuple[int, int]]:
    return list(pairwise(edges))


def by_objective(objectives: Mapping[K, Mapping[str | None, int]]) -> tuple[Peers[K], ...]:
    """Departments by what most of their accounts are for, as the register declares it (`metrics.claims.objectives`).

    `objectives` counts the accounts of each department by objective; None is one that declares nothing. Departments
    without one objective that most declare are together in the last groups.

    >>> counted = {"Parks": {"service": 2, "information": 1}, "Roads": {"service": 1}, "Water": {None: 2},
    ...            "Waste": {"service": 1, "dialogue": 1}}
    >>> [(group.keys, group.name.english()) for group in by_objective(counted)]
    ... # doctest: +NORMALIZE_WHITESPACE
    [(('Parks', 'Roads'), 'Accounts mostly for: Service: people get help and answers'),
     (('Waste',), 'Accounts for several objectives'), (('Water',), 'No objective declared')]
    """
    names = {
        code: Message(f"peers_{code}", N_("Accounts mostly for: {objective}"), {"objective": Message(code, text)})
        for code, text in OBJECTIVES.items()
    }
    names["several"] = Message("peers_several", N_("Accounts for several objectives"))
    names["none"] = Message("peers_none", N_("No objective declared"))
    group_of = {key: _most(counts) for key, counts in objectives.items()}
    groups = ((tuple(key for key, group in group_of.items() if group == code), name) for code, name in names.items())
    return tuple(Peers(keys, name) for keys, name in groups if keys)


def _most(counts: Mapping[str | None, int]) -> str:
    declared = {code: n for code, n in counts.items() if code in OBJECTIVES and n > 0}
    if not declared:
        return "none"
    first = max(declared, key=lambda code: declared[code])
    return str(first) if declared[first] * 2 > sum(declared.values()) else "several"
