"""Two departments that change places inside the strata: the strata first, then what misled."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

import plotly.graph_objects as go

from components import sentences
from components.chart import chart_card
from components.comparison import strata_words
from components.escape import bare, plain
from components.figures.in_strata import One, Stratum, in_strata
from components.i18n import _
from components.kept import kept
from components.number_table import Named, number_table
from components.source import Source
from components.values import full_words, in_unit, value_words
from metrics.estimate import Estimate
from metrics.registry import Metric

_NAME = 28  # letters of a name that fit on a telephone
MOST_STRATA = 8
"""More rows are longer than anybody reads; the table has all."""


@dataclass(frozen=True)
class Both:
    """The numbers of the two departments in one stratum, in the order (higher overall, lower overall)."""

    name: str
    higher: Estimate
    lower: Estimate

    @property
    def n(self) -> int:
        """How much the two rest on here, taken together."""
        return self.higher.n + self.lower.n


@dataclass(frozen=True)
class Turned:
    """A pair that turned round over a dimension: `higher` looks higher in `whole`, and is lower at the `same_mix`.

    `strata` are those that both have. `everywhere` says that all of them point the other way.
    """

    dimension: str
    higher: str
    lower: str
    strata: tuple[Both, ...]
    same_mix: Both
    whole: Both
    everywhere: bool

    def names(self) -> str:
        """The two, for a list to choose from."""
        return _("{higher} and {lower}", higher=bare(self.higher), lower=bare(self.lower))

    def sentence(self) -> str:
        """What turned round, in Markdown."""
        return strata_words.turned_round(
            self.dimension, plain(self.higher), plain(self.lower), everywhere=self.everywhere
        )


def paradox_card(name: str, metric: Metric, found: Turned, source: Source, key: Hashable) -> None:
    """Draw the card: a row for each stratum, then both at the same mix, and last the numbers that mislead."""
    listed = [*found.strata, found.same_mix, found.whole]
    estimates = [one for row in listed for one in (row.higher, row.lower)]
    lines = [sentences.subtitle(metric, source, [found.whole.higher, found.whole.lower]), _mix(metric, found)]
    if len(found.strata) > MOST_STRATA:
        lines.append(_("The chart shows the {n} largest; the table has all.", n=MOST_STRATA))
    chart_card(
        name,
        metric=metric,
        estimates=estimates,
        title=found.sentence(),
        subtitle="  \n".join(lines),
        figure=kept((key, "strata"), lambda: _figure(metric, found)),
        table=number_table(_("Where"), lambda: _named(metric, found, listed)),
        alt=_alt(metric, found, listed),
        source=source,
    )


def _mix(metric: Metric, found: Turned) -> str:
    """The standardised numbers in words, and how the total could mislead."""
    same = found.same_mix
    said = _(
        "{where}: {lower} {value}, {higher} {other}.",
        where=same.name,
        lower=plain(found.lower),
        value=_short(metric, same.lower),
        higher=plain(found.higher),
        other=_short(metric, same.higher),
    )
    return f"{said} {_(strata_words.WHY[found.dimension])}"


def _short(metric: Metric, estimate: Estimate) -> str:
    return full_words(metric, estimate) if estimate.n else value_words(metric, estimate)


def _shown(strata: Sequence[Both]) -> list[Both]:
    """The largest strata, in the order they came in."""
    largest = sorted(strata, key=lambda row: row.n, reverse=True)[:MOST_STRATA]
    return [row for row in strata if row in largest]


def _figure(metric: Metric, found: Turned) -> go.Figure:
    rows = [_row(metric, found, row) for row in _shown(found.strata)]
    ends = [_row(metric, found, found.same_mix, whole=True), _row(metric, found, found.whole)]
    return in_strata([*rows, *ends], in_unit(metric.unit))


def _row(metric: Metric, found: Turned, row: Both, *, whole: bool = False) -> Stratum:
    both = ((found.higher, row.higher), (found.lower, row.lower))
    first, second = (One(_said(metric, who, one), one.value or 0.0, one.low, one.high) for who, one in both)
    return Stratum(row.name, (first, second), whole)


def _said(metric: Metric, who: str, one: Estimate) -> str:
    """So short that a telephone has room for it: the interval is drawn, and stands in the table."""
    return _("{who}: {numbers}", who=bare(who, _NAME), numbers=full_words(metric, replace(one, low=None, high=None)))


def _named(metric: Metric, found: Turned, listed: Sequence[Both]) -> list[Named]:
    return [
        Named(_("{where}, {who}", where=row.name, who=who), metric, estimate)
        for row in listed
        for who, estimate in ((found.higher, row.higher), (found.lower, row.lower))
    ]


def _alt(metric: Metric, found: Turned, listed: Sequence[Both]) -> str:
    rows = "; ".join(
        f"{bare(item.name)}: {full_words(metric, item.estimate)}" for item in _named(metric, found, listed)
    )
    return _("Chart of {metric}. {rows}", metric=_(metric.label), rows=rows)
