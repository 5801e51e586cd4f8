"""Does the time of posting make a difference? Partial pooling on the logarithm of interactions.

The naive answer, "the slot with the highest average", is several times the typical post by luck alone where slots hold
few posts. Here the posts of each account are compared with the posts of that same account, and what is seen in a slot
is shrunk towards no difference, the more so the fewer posts it rests on::

    log(1 + interactions) = account + slot + rest,   slot ~ normal(0, t),   rest ~ normal(0, s)

Accounts have a flat prior, `s` is the spread within accounts and slots, and `t` (how much slots differ at all) is
averaged over its posterior with a half-Cauchy prior of scale `SCALE`. A slot is distinguishable only when the 95 %
interval of its ratio leaves out 1. The shrinking allows for the number of slots: without any difference, some slot is
called distinguishable in about 2 of 100 cases (`tests/metrics/cadence`). Departments beside each other share the risk
(Bonferroni).

References: Gelman, Hill & Yajima (2012), "Why we (usually) don't have to worry about multiple comparisons"; Gelman
(2006), "Prior distributions for variance parameters in hierarchical models".
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.content.slots import SLOTS

SCALE = 0.5
"""Before any data, slots differ by less than this on the log scale as likely as by more."""
FEWEST_POSTS = 30
FEWEST_IN_SLOT = 5
"""A slot with fewer posts is not judged."""
RISK = 0.05

_PARTS = np.arange(len(SLOTS)) % 3
_ALIKE = 0.3 * np.eye(len(SLOTS)) + 0.7 * (_PARTS[:, None] == _PARTS)
"""A weekday evening and one at the weekend resemble each other: most of what makes slots differ is the part of the day.
With 0.7 and `SCALE` the promises of `tests/metrics/cadence` hold together; both were chosen before any real data.
"""

_SPREADS = np.concatenate([[1e-4], np.geomspace(0.01, 3.0, 60)])
_Floats = NDArray[np.float64]
_Ints = NDArray[np.int64]


@dataclass(frozen=True)
class SlotRatio:
    """A time of posting: how a post then does beside the other posts of the same accounts (1.5 is half as much more).

    Without a judgement (too few posts) there are no numbers.
    """

    slot: str
    n: int
    ratio: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def better(self) -> bool:
        """Whether posts do better then, beyond chance."""
        return self.low is not None and self.low > 1

    @property
    def worse(self) -> bool:
        """Whether posts do worse then, beyond chance."""
        return self.high is not None and self.high < 1


@dataclass(frozen=True)
class PostingTimes:
    """What is known about the times of posting of one account, or of the accounts of one department."""

    n: int
    slots: tuple[SlotRatio, ...]

    @property
    def judged(self) -> bool:
        """Whether there are enough posts, at two times or more, to say anything."""
        return any(one.ratio is not None for one in self.slots)

    @property
    def better(self) -> tuple[SlotRatio, ...]:
        """The slots that do better beyond chance, the largest difference first."""
        return tuple(sorted((one for one in self.slots if one.better), key=lambda one: -(one.ratio or 0)))

    @property
    def worse(self) -> tuple[SlotRatio, ...]:
        """The slots that do worse beyond chance."""
        return tuple(one for one in self.slots if one.worse)


def posting_times(frame: pd.DataFrame, groups: int = 1) -> PostingTimes:
    """How each slot does beside the other posts of the same accounts.

    `frame` has a row per account and slot: account_id, value (the slot), n, total and squares of log(1 + interactions),
    as `data.queries.content` gives them; rows of one account and slot are added up. `groups` is how many departments
    or accounts are looked at beside each other: the intervals allow for those too. Only accounts that posted in two
    slots or more say anything about the difference.
    """
    n, total, squares = (_table(frame, name) for name in ("n", "total", "squares"))
    posts = n.sum(axis=0).astype(np.int64)
    found = {code: SlotRatio(code, int(posts[place])) for place, code in enumerate(SLOTS)}
    accounts, used = _comparable(n)
    n, total, squares = (part[np.ix_(accounts, used)] for part in (n, total, squares))
    freedom = n.sum() - (n > 0).sum()
    if n.sum() >= FEWEST_POSTS and freedom > 0:
        means = np.divide(total, n, out=np.zeros_like(total), where=n > 0)
        variance = max(float((squares - means * total).sum() / freedom), 1e-6)
        for place, ratio in zip(used.tolist(), _ratios(used, n, total, variance, groups), strict=True):
            code = list(SLOTS)[place]
            found[code] = SlotRatio(code, int(posts[place]), *ratio)
    return PostingTimes(int(posts.sum()), tuple(found.values()))


def _table(frame: pd.DataFrame, name: str) -> _Floats:
    """A row per account, a column per slot."""
    accounts, row = np.unique(frame["account_id"].to_numpy(np.int64), return_inverse=True)
    column = pd.Index(list(SLOTS)).get_indexer(pd.Index(frame["value"]))
    table = np.zeros((len(accounts), len(SLOTS)))
    np.add.at(table, (row, column), frame[name].to_numpy(np.float64))
    return table


def _comparable(n: _Floats) -> tuple[_Ints, _Ints]:
    """Which accounts posted in two slots or more, and which slots hold enough of their posts to be judged."""
    accounts, used = np.arange(n.shape[0]), np.arange(n.shape[1])
    while True:
        telling = accounts[(n[np.ix_(accounts, used)] > 0).sum(axis=1) > 1]
        enough = used[n[np.ix_(telling, used)].sum(axis=0) >= FEWEST_IN_SLOT]
        if len(telling) == len(accounts) and len(enough) == len(used):
            return accounts, used
        accounts, used = telling, enough


def _ratios(used: _Ints, n: _Floats, total: _Floats, variance: float, groups: int) -> list[tuple[float, float, float]]:
    """Ratio and interval of each of the slots that are used."""
    each = n.sum(axis=1)
    precision = (np.diag(n.sum(axis=0)) - (n / each[:, None]).T @ n) / variance  # accounts taken out
    pull = (total - n * (total.sum(axis=1) / each)[:, None]).sum(axis=0) / variance
    root = np.linalg.cholesky(_ALIKE[np.ix_(used, used)])  # slots as a mixture of independent parts
    sizes, axes = np.linalg.eigh(root.T @ precision @ root)
    sizes, along = np.maximum(sizes, 0.0), axes.T @ (root.T @ pull)
    shrunk = 1 / (sizes + 1 / _SPREADS[:, None] ** 2)  # of each spread and part: the posterior variance
    turned = _beside_others(n) @ root @ axes
    centre, spread = (shrunk * along) @ turned.T, np.sqrt(shrunk @ turned.T**2)
    weight = _weights(sizes, along, shrunk)
    ends = RISK / groups / 2
    bounds = (np.exp(_quantiles(weight, centre, spread, at)).tolist() for at in (0.5, ends, 1 - ends))
    return list(zip(*bounds, strict=True))


def _beside_others(n: _Floats) -> _Floats:
    """A row per slot: 1 for itself, minus 1 spread over the other posts of the accounts that posted in it."""
    rows = []
    for place in range(n.shape[1]):
        others = n.copy()
        others[:, place] = 0.0
        known = others.sum(axis=1) > 0
        beside = n[known, place] @ (others[known] / others[known].sum(axis=1, keepdims=True))
        row = -beside / beside.sum()
        row[place] = 1.0
        rows.append(row)
    return np.array(rows)


def _weights(sizes: _Floats, along: _Floats, shrunk: _Floats) -> _Floats:
    """How likely each of `_SPREADS` is, given the data."""
    spread = _SPREADS[:, None]
    logs = (0.5 * shrunk * along**2 - 0.5 * np.log1p(spread**2 * sizes)).sum(axis=1)
    logs += np.log(np.gradient(_SPREADS)) - np.log1p((_SPREADS / SCALE) ** 2)
    weights = np.exp(logs - logs.max())
    return np.asarray(weights / weights.sum())


def _quantiles(weight: _Floats, centre: _Floats, spread: _Floats, at: float) -> _Floats:
    """Of mixtures of normal distributions (the columns), by halving."""
    from scipy.special import ndtr

    low, high = (centre - 9 * spread).min(axis=0), (centre + 9 * spread).max(axis=0)
    for _ in range(50):
        middle = (low + high) / 2
        below = weight @ ndtr((middle - centre) / spread) < at
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return np.asarray((low + high) / 2)
