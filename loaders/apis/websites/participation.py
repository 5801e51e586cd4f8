"""What people did on a participation platform, added up over its proposals."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

Sums = dict[str, int | None]
"""Each measure with its sum; None where it is missing."""

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "supports": ("voteCount",),
    "proposal_likes": ("likesCount", "endorsementsCount"),  # the first since Decidim calls endorsements likes
    "proposal_comments": ("totalCommentsCount",),
}


def fields(known: Collection[str]) -> dict[str, str]:
    """The field of a proposal for each measure, of those that this version of Decidim has.

    >>> fields({"id", "voteCount", "endorsementsCount"})
    {'supports': 'voteCount', 'proposal_likes': 'endorsementsCount'}
    """
    found = {measure: next((name for name in names if name in known), "") for measure, names in _FIELDS.items()}
    return {measure: name for measure, name in found.items() if name}


def nothing(chosen: Mapping[str, str]) -> Sums:
    """The sums before the first proposal; measures without a field are missing."""
    return {"proposals": 0, **{measure: 0 if measure in chosen else None for measure in _FIELDS}}


def added(sums: Sums, proposals: Iterable[Mapping[str, Any]], chosen: Mapping[str, str]) -> Sums:
    """The sums with these proposals. A count that is hidden for one proposal makes the sum of all unknown.

    >>> one = nothing({"supports": "voteCount"})
    >>> added(one, [{"voteCount": 3}, {"voteCount": 4}], {"supports": "voteCount"})["supports"]
    7
    >>> added(one, [{"voteCount": 3}, {"voteCount": None}], {"supports": "voteCount"})["supports"] is None
    True
    """
    made = dict(sums)
    for proposal in proposals:
        made["proposals"] = _plus(made["proposals"], 1)
        for measure, name in chosen.items():
            made[measure] = _plus(made[measure], proposal.get(name))
    return made


def _plus(sum_so_far: int | None, count: Any) -> int | None:
    is_count = isinstance(count, int) and not isinstance(count, bool) and 0 <= count < 10**12
    return None if sum_so_far is None or not is_count else sum_so_far + count
