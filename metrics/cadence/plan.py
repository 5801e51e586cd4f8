"""A fair test of posting times: chance decides when the posts of four weeks go out.

Looking back cannot tell whether evenings work or whether only good news is posted in the evening. A plan can: each
slot gets nearly the same number of posts, spread over the weeks, in an order that chance decided.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from metrics.content.slots import SLOTS
from metrics.periods import week_start
from metrics.words import N_, Message

WEEKS = 4
MOST_PER_WEEK = 42
T = TypeVar("T")
_DAYS = {"week": range(5), "weekend": range(5, 7)}


@dataclass(frozen=True)
class PlannedPost:
    """A post of the plan: its week (1 to 4), its day (days since 1970) and its slot."""

    week: int
    day: int
    slot: str


def four_weeks(first_day: int, posts_per_week: int, seed: int) -> tuple[PlannedPost, ...]:
    """When each post of four weeks goes out; the same for the same seed.

    The four weeks begin on the first Monday on or after `first_day`. In all weeks together the slots differ by one post
    at most, and so they do in each week. Within its slot a post gets a day by chance, the days being used evenly.
    Raises `ValueError` unless there are 1 to 42 posts a week.

    >>> plan = four_weeks(20727, posts_per_week=6, seed=1)
    >>> len(plan), sorted({sum(post.slot == slot for post in plan) for slot in SLOTS})
    (24, [4])
    """
    if not 1 <= posts_per_week <= MOST_PER_WEEK:
        raise ValueError(f"a plan needs 1 to {MOST_PER_WEEK} posts a week, got {posts_per_week}")
    chance = random.Random(seed)  # noqa: S311 - a fair draw that can be repeated, no secret
    order = _shuffled(list(SLOTS) * (WEEKS * posts_per_week // len(SLOTS) + 1), len(SLOTS), chance)
    monday = week_start(first_day + 6)
    planned: list[PlannedPost] = []
    for week in range(WEEKS):
        slots = order[week * posts_per_week : (week + 1) * posts_per_week]
        for slot in sorted(set(slots), key=list(SLOTS).index):
            days = list(_DAYS[slot.partition("_")[0]])
            places = _shuffled(days * (len(slots) // len(days) + 1), len(days), chance)
            planned += [PlannedPost(week + 1, monday + 7 * week + place, slot) for place in places[: slots.count(slot)]]
    return tuple(sorted(planned, key=lambda post: (post.day, list(SLOTS).index(post.slot))))


def comparison(posts_per_week: int) -> tuple[Message, ...]:
    """What to do with the plan, and what to compare afterwards."""
    each = WEEKS * posts_per_week // len(SLOTS)
    return (
        Message("plan_keep", N_("Write the posts first, then let the plan say when each goes out. Do not swap.")),
        Message("plan_missed", N_("A post that could not go out as planned stays out of the comparison.")),
        Message(
            "plan_compare",
            N_(
                "One week after the last post, load a new export and look at this card again, for these four weeks and "
                "this account only. Each time then holds about {n} posts."
            ),
            {"n": each},
        ),
        Message(
            "plan_claim",
            N_("Change your times only when a time is better beyond chance then. If none is, post when it suits you."),
        ),
    )


def _shuffled(values: Sequence[T], size: int, chance: random.Random) -> list[T]:
    """Blocks of `size`, each in an order of its own."""
    blocks = [values[start : start + size] for start in range(0, len(values), size)]
    return [value for block in blocks for value in chance.sample(block, len(block))]
