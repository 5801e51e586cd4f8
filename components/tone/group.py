"""The messages of one group (a period, a week, a platform, a department) by tone, in words and in numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from components.escape import plain
from components.i18n import _, number, say, share
from components.number_table import Table
from metrics.estimate import Estimate
from metrics.text.labels import OTHER, TASKS
from metrics.text.tone import TONES, UNSURE
from metrics.text.tone_counts import NOT_SCORED
from metrics.words import N_

_PARTS = {
    **TONES,
    UNSURE: N_("The machine is not sure"),
    NOT_SCORED: N_("Not scored: too short, or a language that no model knows"),
}


@dataclass(frozen=True)
class Group:
    """Counts of a group by part, None where they are hidden, and `n` messages in all.

    `shares` are those of each class, corrected by labels; empty while nobody has labelled enough.
    """

    name: str
    counts: Mapping[str, int | None]
    n: int | None
    shares: Mapping[str, Estimate] = field(default_factory=dict)

    @property
    def corrected(self) -> bool:
        """Whether there is a share to tell."""
        return any(one.value is not None for one in self.shares.values())


def part_name(code: str) -> str:
    """A part of the messages in words.

    >>> part_name("negative"), part_name("unsure")
    ('Negative', 'The machine is not sure')
    """
    return _(_PARTS[code]) if code in _PARTS else _(TASKS["tone"].values[OTHER])


def share_words(found: Estimate) -> str:
    """A corrected share as people read it: from where to where it lies.

    >>> share_words(Estimate(0.35, 400, 0.3, 0.41))
    '30% to 41% (about 35%)'
    """
    if found.value is None or found.low is None or found.high is None:
        return say(found.reason) if found.reason else _("Not available")
    low, high, value = (share(round(end, 2)) for end in (found.low, found.high, found.value))
    return _("{low} to {high} (about {value})", low=low, high=high, value=value)


def count_words(count: int | None) -> str:
    """A count, or that it is hidden."""
    return _("hidden") if count is None else number(count)


def group_table(heading: str, groups: Sequence[Group]) -> Table:
    """Every group in a row, for readers; a row for each group and part in the CSV."""
    return Table(lambda: _words(heading, groups), lambda: _raw(heading, groups))


def _words(heading: str, groups: Sequence[Group]) -> pd.DataFrame:
    rows = []
    for group in groups:
        row = {heading: plain(group.name)}
        row |= {_("{tone}, share", tone=part_name(code)): share_words(one) for code, one in group.shares.items()}
        row |= {_("{tone}, machine count", tone=part_name(code)): count_words(n) for code, n in group.counts.items()}
        rows.append({**row, _("Messages"): count_words(group.n)})
    return pd.DataFrame(rows)


def _raw(heading: str, groups: Sequence[Group]) -> pd.DataFrame:
    rows = [
        _raw_row(heading, group, code) for group in groups for code in dict.fromkeys([*group.counts, *group.shares])
    ]
    return pd.DataFrame(rows, dtype=object)


def _raw_row(heading: str, group: Group, code: str) -> dict[str, object]:
    found = group.shares.get(code, Estimate(None))
    return {
        heading: group.name,
        _("Tone"): part_name(code),
        _("Machine count"): group.counts.get(code),
        _("Share, corrected by labels (0 to 1)"): found.value,
        _("Lowest of the 95% interval"): found.low,
        _("Highest of the 95% interval"): found.high,
        _("Messages"): group.n,
    }
