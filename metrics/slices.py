"""The part of the data that one number is computed from.

The store answers a page with small frames; a slice is the rows of one department, platform, account or period of
them. The columns are:

* `sums`: period, account_id, department_id, platform, then the sums of `rollup_day`
* `histograms`: period, account_id, department_id, platform, measure, bucket, n
* `audience`: period, account_id, department_id, platform, followers_start, followers_end, start_day, end_day
* `sites`: period, site_id, department_id, metric, value, days, latest
* `answers`: period, account_id, department_id, platform, then the sums of `rollup_answer` (`ANSWERS`): questions of
  citizens by the day they were asked, and own posts that people talked under by the day of the post. Accounts of which
  no import brings conversations have no row, not zeros
* `waiting`: period, account_id, department_id, platform, age_s, n: questions without an answer, by how many seconds
  they had waited when the data of their account end; with the measure "response" of `histograms` (seconds from the
  question to the first answer by a person) they are all questions whose time is known
* `topics`: period, account_id, department_id, platform, then `TOPICS`: messages of citizens, and those on one topic or
  on any of them (`metrics.topics.frames`); empty where no topic was asked for

`period` is "current" or "previous" for tiles, the first day of the week or month for trends.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from metrics.responsiveness.bins import BINS

OWNER: tuple[str, ...] = ("period", "account_id", "department_id", "platform")
"""Whose a row of `sums` is, and of when."""

ANSWERS: tuple[str, ...] = (
    "asked",  # questions, requests and complaints that began a conversation
    "answered",  # by a person
    "waiting",  # the others
    "noticed",  # waiting ones that got an automatic or holding reply
    "due",  # whose deadline has passed, by the norm of their day
    "in_time",  # of these, answered before it
    "due_waiting",  # of these, not answered at all
    *BINS,  # of these, how long an answer took
    "threads",  # posts and messages that somebody wrote under
    "talked",  # own posts with a message of a citizen
    "two_way",  # own posts with a message of a citizen and a reply after it
    "deep",  # own posts with two or more turns between citizens and the organisation
)
"""The sums of `answers`."""

TOPICS: tuple[str, ...] = (
    "messages",  # of citizens, with a text, that were held against the topics
    "about",  # of these, on the topic (or on any topic)
    "unclear",  # of these, on no topic
    "asked",  # questions that began with a message on the topic
    "waiting",  # of these, without an answer
)
"""The sums of `topics`."""

RESPONSE, RESPONSE_WORK = "response", "response_work"
"""Measures of `histograms`: seconds to the first answer, on the clock and while the account was open."""


def _no_answers() -> pd.DataFrame:
    return pd.DataFrame(columns=[*OWNER, *ANSWERS]).astype({"platform": "str"})


def _none_waiting() -> pd.DataFrame:
    return pd.DataFrame(columns=[*OWNER, "age_s", "n"]).astype({"platform": "str"})


def _no_topics() -> pd.DataFrame:
    return pd.DataFrame(columns=[*OWNER, *TOPICS]).astype({"platform": "str"})


def _split(frame: pd.DataFrame, periods: Sequence[int]) -> list[pd.DataFrame]:
    """The rows of each of these periods; none of a frame that is about windows."""
    known = pd.to_numeric(frame["period"], errors="coerce").to_numpy("float64")  # NaN, the last, for "current"
    order = np.argsort(known, kind="stable")
    rows = frame.take(order)
    starts = np.searchsorted(known[order], periods, side="left").tolist()
    ends = np.searchsorted(known[order], periods, side="right").tolist()
    none = rows.iloc[:0]  # cutting takes its time, also where there is nothing
    return [rows.iloc[start:end] if start < end else none for start, end in zip(starts, ends, strict=True)]


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
    answers: pd.DataFrame = field(default_factory=_no_answers)
    waiting: pd.DataFrame = field(default_factory=_none_waiting)
    topics: pd.DataFrame = field(default_factory=_no_topics)

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
            answers=cut(self.answers),
            waiting=cut(self.waiting),
            topics=cut(self.topics),
        )

    def by_period(self, periods: Sequence[int]) -> "dict[int, Slice]":
        """`where(period=...)` for each of many weeks or months, which sorts each frame once and not reads it for each.

        `periods` are their first days, in order.
        """
        names = ("sums", "histograms", "audience", "sites", "answers", "waiting", "topics")
        parts = [_split(getattr(self, name), periods) for name in names]
        cut = zip(*parts, strict=True)
        return {
            period: replace(self, **dict(zip(names, frames, strict=True)))
            for period, frames in zip(periods, cut, strict=True)
        }

    def of_accounts(self, accounts: Collection[int]) -> "Slice":
        """The same frames, only the rows of these accounts; websites belong to none and stay."""

        def cut(frame: pd.DataFrame) -> pd.DataFrame:
            return frame[frame["account_id"].isin(list(accounts))]

        return replace(
            self,
            sums=cut(self.sums),
            histograms=cut(self.histograms),
            audience=cut(self.audience),
            answers=cut(self.answers),
            waiting=cut(self.waiting),
            topics=cut(self.topics),
        )
