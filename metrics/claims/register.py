"""The accounts as the checks read them: the register with what is known about each."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from metrics.claims.facts import Account, Talk
from metrics.claims.frames import Frames
from metrics.signals.dormancy import silent

MINIMUM_POSTS, MINIMUM_MESSAGES = 50, 100
"""With fewer, chance alone makes hours that fit look as if they did not: two samples of 50 and 100 from the same hours
overlap for about three quarters."""


def accounts(frames: Frames) -> tuple[Account, ...]:
    """Every account of the register, in its order."""
    known, sums, answers, half_year, hours = (
        _rows(frame) for frame in (frames.coverage, frames.sums, frames.answers, frames.half_year, frames.hours)
    )
    dormant = set(silent(frames.coverage)["account_id"])
    naming = _naming(frames.named)
    names = (frames.named["kind"] == "department").any()  # without any, mentions were perhaps never counted
    found = []
    for row in frames.register.to_dict("records"):
        key = int(row["account_id"])
        seen, own, posts = known.get(key, {}), sums.get(key, {}), int(half_year.get(key, {}).get("posts", 0))
        found.append(
            Account(
                id=key,
                platform=row["platform"],
                status=row["status"],
                owner=_given(row["owner_role"]),
                purpose=_given(row["purpose"]),
                objective=row["objective"] if _given(row["objective"]) else None,
                dormant=key in dormant,
                posts=int(own.get("posts", 0)),
                department_id=int(row["department_id"]),
                loaded=bool(seen) and not pd.isna(seen["covered_until"]),
                audience=key in frames.audience,
                talk=_talk(own, answers.get(key)),
                fit=_fit(hours.get(key)),
                naming=(min(naming.get(key, 0), posts), posts) if names and posts else None,
            )
        )
    return tuple(found)


def overlap(posts: np.ndarray, messages: np.ndarray) -> float:
    """How much two spreads over the hours have in common: 1 - half the sum of their differences (M7).

    >>> overlap(np.array([10, 0, 10]), np.array([0, 5, 5]))
    0.5
    """
    return float(1 - np.abs(posts / posts.sum() - messages / messages.sum()).sum() / 2)


def _fit(row: Mapping[Any, Any] | None) -> float | None:
    if row is None:
        return None
    posts, messages = (np.array([float(row[f"{side}{hour:02}"]) for hour in range(24)]) for side in "pc")
    if posts.sum() < MINIMUM_POSTS or messages.sum() < MINIMUM_MESSAGES:
        return None
    return overlap(posts, messages)


def _talk(own: Mapping[Any, Any], answers: Mapping[Any, Any] | None) -> Talk | None:
    """Own replies may be in a file of posts and in one of comments: the larger of the two counts."""
    if answers is None:
        return None
    replies = max(int(own.get("replies", 0)), int(own.get("replies_out", 0)))
    return Talk(int(own.get("posts", 0)), replies, int(answers["talked"]), int(answers["deep"]))


def _naming(named: pd.DataFrame) -> dict[int, int]:
    """Own posts of each account that name another department than its own."""
    others = named[(named["kind"] == "department") & (named["target_id"] != named["department_id"])]
    added = others.groupby("account_id")["n"].sum()
    return dict(zip(added.index.astype(int).tolist(), added.astype(int).tolist(), strict=True))


def _rows(frame: pd.DataFrame) -> dict[int, Mapping[Any, Any]]:
    return {int(row["account_id"]): row for row in frame.to_dict("records")}


def _given(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
