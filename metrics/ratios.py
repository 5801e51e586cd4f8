"""What a share or a rate is divided from: the columns of a slice that are above and under the line."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from metrics.slices import Slice

Frame = Literal["sums", "answers"]


@dataclass(frozen=True)
class Ratio:
    """A number that is a sum divided by a sum, so that parts of the organisation can be held against each other.

    `frame` is the frame of `Slice` that `over` stands in, and `under` too unless `under_frame` says otherwise: then
    only accounts that are in `frame` count. `minus` is taken off `over`. `cases` counts what the number rests on where
    `under` does not (the posts of a rate by reach). `same` names two columns that must be equal in a row for it to
    count. `at_least` is a column that `under` is never below. `one_platform` numbers are never added up over platforms.
    """

    frame: Frame
    over: str
    under: str
    minus: str | None = None
    under_frame: Frame | None = None
    cases: str | None = None
    same: tuple[str, str] | None = None
    at_least: str | None = None
    one_platform: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it reads of `frame`; `under` is not among them when it is in another frame."""
        under = self.under if self.under_frame is None else None
        names = (self.over, under, self.minus, self.cases, *(self.same or ()), self.at_least)
        return tuple(dict.fromkeys(name for name in names if name is not None))

    def rows(self, data: Slice) -> pd.DataFrame:
        """The rows of a slice with three more columns: `k` above the line, `n` under it, and `cases`.

        With `at_least`, `n` of a row is what it is; who adds rows up sees to it (column `least`).
        """
        frame: pd.DataFrame = getattr(data, self.frame)
        found = frame.assign(k=frame[self.over] - (frame[self.minus] if self.minus else 0))
        if self.same is not None:
            found = found[found[self.same[0]] == found[self.same[1]]]
        found = found.assign(least=found[self.at_least] if self.at_least else 0)
        if self.under_frame is not None:
            under: pd.DataFrame = getattr(data, self.under_frame)
            under = under[under["account_id"].isin(frame["account_id"])]
            found = pd.concat([found.assign(n=0), under.assign(n=under[self.under], k=0, least=0)], ignore_index=True)
        else:
            found = found.assign(n=found[self.under])
        return found.assign(cases=found[self.cases] if self.cases else found["n"])
