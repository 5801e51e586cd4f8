"""Sending or conversing: how much of what the organisation writes is a reply, and how far conversations go."""

from dataclasses import dataclass

import numpy as np

from metrics.intervals import wilson
from metrics.slices import Slice
from metrics.words import N_, Message, Share

FEWEST = 10
"""With fewer, a share is given as "7 of 9"."""


@dataclass(frozen=True)
class Part:
    """So many of so many."""

    n: int
    of: int

    @property
    def share(self) -> float | None:
        """The share; None when there are too few for a percentage."""
        return self.n / self.of if self.of >= FEWEST else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of the share (Wilson)."""
        return wilson(self.n, self.of) if self.of >= FEWEST else None


@dataclass(frozen=True)
class TwoWay:
    """Own output of the accounts whose replies the data show. `accounts` are these, `left_out` the others that posted.

    `replying`: replies among all they wrote. `two_way`: posts with a message of a citizen and a reply after it, of all
    posts; `answered`: the same, of the posts that citizens wrote under. `deep`: of the two-way posts, those with two
    or more turns.
    """

    accounts: int
    left_out: int
    sending: Part
    replying: Part
    two_way: Part
    answered: Part
    deep: Part


def two_way(data: Slice) -> TwoWay:
    """Sending and conversing in one period (`data.where(period="current")`).

    Accounts of which no file brings conversations or own replies are left out: there, no reply is not known to be no
    reply. The same own reply may be in a file of posts and in a file of comments, so the larger of the two counts per
    account.
    """
    sums = data.sums.groupby("account_id")[["posts", "replies", "replies_out"]].sum()
    talks = data.answers.groupby("account_id")[["talked", "two_way", "deep"]].sum()
    written = np.maximum(sums["replies"], sums["replies_out"])
    known = sums.index.isin(talks.index) | (written > 0)
    posts, replies = int(sums.loc[known, "posts"].sum()), int(written[known].sum())
    in_talks = int(sums.loc[sums.index.isin(talks.index), "posts"].sum())
    talked, answered, deep = (int(talks[name].sum()) for name in ("talked", "two_way", "deep"))
    return TwoWay(
        accounts=int(known.sum()),
        left_out=int((~known & (sums["posts"] > 0)).sum()),
        sending=Part(posts, posts + replies),
        replying=Part(replies, posts + replies),
        two_way=Part(min(answered, in_talks), in_talks),
        answered=Part(min(answered, talked), talked),
        deep=Part(min(deep, answered), answered),
    )


def headline(found: TwoWay) -> Message:
    """The finding in one sentence: conversing, or only sending.

    >>> none = Part(0, 0)
    >>> headline(TwoWay(2, 0, Part(80, 100), Part(20, 100), Part(8, 80), Part(8, 16), none)).english()
    '20 % of what was written is a reply (20 of 100); 8 of 80 posts became a conversation.'
    """
    if not found.replying.of:
        return Message("two_way_unknown", N_("These data do not show replies, so sending and conversing is not known."))
    if found.replying.share is None:
        text = N_("{k} of {n} messages of the organisation are a reply: too few for a percentage.")
        return Message("two_way_few", text, {"k": found.replying.n, "n": found.replying.of})
    values = {"share": Share(found.replying.share), "k": found.replying.n, "n": found.replying.of}
    if not found.two_way.of:
        text = N_("{share} of what was written is a reply ({k} of {n}). These data do not show conversations.")
        return Message("two_way_replies", text, values)
    text = N_("{share} of what was written is a reply ({k} of {n}); {talks} of {posts} posts became a conversation.")
    return Message("two_way", text, values | {"talks": found.two_way.n, "posts": found.two_way.of})
