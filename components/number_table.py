"""A list of numbers as people read it and as programs read it: what a chart shows, as a table and as CSV."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from components.escape import plain
from components.i18n import _, say
from components.values import basis_words, interval_words, value_words
from components.words import UNITS, platform_name
from metrics.estimate import Estimate
from metrics.registry import Metric


@dataclass(frozen=True)
class Named:
    """One number of a list: of what (a department, a platform, a week), and which."""

    name: str
    metric: Metric
    estimate: Estimate


@dataclass(frozen=True)
class Table:
    """A table twice: `words` for readers, `raw` for the CSV. Both are only made when somebody asks."""

    words: Callable[[], pd.DataFrame]
    raw: Callable[[], pd.DataFrame]


def number_table(heading: str, numbers: Callable[[], Sequence[Named]], *, several_metrics: bool = False) -> Table:
    """The numbers of one metric, one row each; with `several_metrics` a column says which metric a row is."""
    return Table(lambda: _words(heading, numbers(), several_metrics), lambda: _raw(heading, numbers(), several_metrics))


def _words(heading: str, numbers: Sequence[Named], several: bool) -> pd.DataFrame:
    rows = []
    for item in numbers:
        row = {heading: plain(item.name)}
        if several:
            row[_("Metric")] = _(item.metric.label)
        row |= {
            _("Value"): value_words(item.metric, item.estimate),
            _("95% interval"): interval_words(item.metric, item.estimate),
            _("Rests on"): basis_words(item.metric, item.estimate),
        }
        rows.append(row)
    return pd.DataFrame(rows)


def raw_unit(unit: str) -> str:
    """What a value in a CSV is counted in."""
    return _("share (0 to 1)") if unit in ("share", "rate") else _(UNITS[unit])


def _raw(heading: str, numbers: Sequence[Named], several: bool) -> pd.DataFrame:
    """Values as they are computed; shares and rates are fractions of 1."""
    rows = []
    for item in numbers:
        estimate = item.estimate
        row: dict[str, object] = {heading: item.name}
        if several:
            row[_("Metric")] = _(item.metric.label)
        row |= {
            _("Metric code"): item.metric.id,
            _("Value"): estimate.value,
            _("Unit"): raw_unit(item.metric.unit),
            _("Lowest of the 95% interval"): estimate.low,
            _("Highest of the 95% interval"): estimate.high,
            _("n"): estimate.n,
            _("Platforms in it"): ", ".join(map(platform_name, estimate.platforms)),
            _("Platforms that do not report it"): ", ".join(map(platform_name, estimate.without)),
            _("Why there is no value"): say(estimate.reason) if estimate.reason else "",
        }
        rows.append(row)
    return pd.DataFrame(rows, dtype=object)
