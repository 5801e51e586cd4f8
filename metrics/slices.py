"""The part of the data that one number is computed from.

The store answers a page with four small frames; a slice is the rows of one department, platform, account or period
of them. The columns are:

* `sums`: period, account_id, department_id, platform, then the sums of `rollup_day`
* `histograms`: period, account_id, department_id, platform, measure, bucket, n
* `audience`: period, account_id, department_id, platform, followers_start, followers_end, start_day, end_day
* `sites`: period, site_id, department_id, metric, value, days

`period` is "current" or "previous" for tiles, the first day of the week or month for trends.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

import pandas as pd

OWNER: tuple[str, ...] = ("period", "account_id", "department_id", "platform")
"""Whose a row of `sums` is, and of when."""


@dataclass(frozen=True)
class Slice:
    """Frames of the store, cut to what a number is about. `days` is the length of the period.

    `youtube_in_totals` is the organisation's setting; see `metrics.totals`.
    """

    days: int
    sums: pd.DataFrame
    histograms: pd.DataFrame
    audience: pd.DataFrame
    sites: pd.DataFrame
    youtube_in_totals: bool = False

    @property
    def platforms(self) -> tuple[str, ...]:
        """The platforms that have posts, replies or followers in this slice."""
        return tuple(sorted({*self.sums["platform"], *self.audience["platform"]}))

    def where(self, **values: object) -> "Slice":
        """The same frames, only rows with these values (`period=`, `department_id=`, `platform=`, ...)."""

        def cut(frame: pd.DataFrame) -> pd.DataFrame:
            for column, value in values.items():
                if column in frame.columns:
                    frame = frame[frame[column] == value]
            return frame

        return replace(
            self,
            sums=cut(self.sums),
            histograms=cut(self.histograms),
            audience=cut(self.audience),
            sites=cut(self.sites),
        )

    def of_accounts(self, accounts: Collection[int]) -> "Slice":
        """The same frames, only the rows of these accounts; websites belong to none and stay."""

        def cut(frame: pd.DataFrame) -> pd.DataFrame:
            return frame[frame["account_id"].isin(list(accounts))]

        return replace(self, sums=cut(self.sums), histograms=cut(self.histograms), audience=cut(self.audience))
