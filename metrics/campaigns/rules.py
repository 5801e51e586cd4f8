"""Which own posts belong to a tag by rule: every part that is given must hold."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.campaigns.said import said

GONE = 0
"""Stands in `Rules.accounts` for accounts that were removed, where no other is left: such a rule holds nothing."""

_LISTS = {"words", "accounts", "platforms", "types"}


@dataclass(frozen=True)
class Rules:
    """A rule. A post must hold one of the `words` (`metrics.campaigns.said`), be of one of the `accounts`, on one of
    the `platforms`, of one of the `types`, and from `first_day` to `last_day`. What is empty does not matter.

    >>> Rules.read('{"words": ["#zwemmen"]}').words
    ('#zwemmen',)
    """

    words: tuple[str, ...] = ()
    accounts: tuple[int, ...] = ()
    platforms: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    first_day: int | None = None
    last_day: int | None = None

    @property
    def any(self) -> bool:
        """Whether there is a rule at all: without one, posts belong to a tag by hand only."""
        return self != Rules()

    def text(self) -> str:
        """The rule as JSON, only with what is given; the same for the same rule."""
        given = {name: value for name, value in asdict(self).items() if value not in ((), None)}
        return json.dumps(given, ensure_ascii=False, sort_keys=True)

    @classmethod
    def read(cls, text: str) -> "Rules":
        """A rule from its JSON."""
        known: dict[str, Any] = json.loads(text)
        for name in known.keys() & _LISTS:
            known[name] = tuple(known[name])
        return cls(**known)

    def hold(self, posts: pd.DataFrame) -> NDArray[np.bool_]:
        """Which of some posts belong to it. Columns: text, account_id, platform, type, day.

        >>> posts = pd.DataFrame({"text": ["Het ZWEMBAD is open", "Parkeren"], "account_id": 1, "platform": "x",
        ...                       "type": "post", "day": [20633, 20634]})
        >>> Rules(words=("zwembad",)).hold(posts).tolist(), Rules().hold(posts).tolist()
        ([True, False], [False, False])
        """
        holds = np.full(len(posts), self.any, dtype=np.bool_)
        for name, allowed in (("account_id", self.accounts), ("platform", self.platforms), ("type", self.types)):
            holds &= _among(posts[name], allowed)
        day = posts["day"].to_numpy(np.int64)
        holds &= day >= self.first_day if self.first_day is not None else True
        holds &= day <= self.last_day if self.last_day is not None else True
        if self.words:
            left = np.flatnonzero(holds)  # words are what takes time
            holds[left] = said(posts["text"].iloc[left], self.words)
        return holds


def _among(values: "pd.Series[Any]", allowed: Sequence[Any]) -> NDArray[np.bool_]:
    if not allowed:
        return np.ones(len(values), dtype=np.bool_)
    return values.isin(allowed).to_numpy(bool)
