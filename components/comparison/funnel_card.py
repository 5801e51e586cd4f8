"""The funnel of a share or a rate, with its finding, its numbers as a table and how it is read."""

from collections.abc import Hashable, Mapping

import pandas as pd
import plotly.graph_objects as go

from components import sentences
from components.chart import chart_card
from components.comparison import words
from components.escape import bare
from components.figures.funnel import Around, Side, Spot, funnel
from components.i18n import _, number
from components.kept import kept
from components.number_table import Named, Table, number_table
from components.source import Source
from components.values import full_words, in_unit, value_words
from metrics.comparison.funnel import Funnel, FunnelPoint
from metrics.comparison.funnel import Side as FunnelSide
from metrics.estimate import Estimate
from metrics.reasons import figures_clash
from metrics.registry import Metric


def funnel_card(
    metric: Metric,
    found: Funnel[str],
    estimates: Mapping[str, Estimate],
    source: Source,
    key: Hashable,
    *,
    title: str,
    remark: str = "",
) -> None:
    """Draw the card. `found` and `estimates` are by the name of the department; `title` is the finding in Markdown."""
    listed = {who: estimates[who] for who in sorted(estimates, key=str.casefold)}
    points = {who: point for who, point in found.points.items() if point.side != "too_few"}
    centre = found.centre
    drawn = len(points) > 1 and centre is not None
    lines = [
        sentences.subtitle(metric, source, list(listed.values())),
        words.how_to_read(metric, found) if drawn else "",
        remark,
    ]
    chart_card(
        "funnel",
        metric=metric,
        estimates=list(listed.values()),
        title=title,
        subtitle="  \n".join(line for line in lines if line),
        figure=kept((key, "funnel"), lambda: _figure(metric, found, points, listed)) if drawn else None,
        table=_table(metric, found, listed),
        alt=_alt(metric, found, listed),
        source=source,
        empty=sentences.nothing_side_by_side(listed.values()),
    )


def _figure(
    metric: Metric, found: Funnel[str], points: Mapping[str, FunnelPoint], estimates: Mapping[str, Estimate]
) -> go.Figure:
    assert found.centre is not None
    inner, outer = words.limits()
    value = value_words(metric, Estimate(found.centre))
    middle = (
        _("The middle: {value}", value=value)
        if found.reason is None
        else _("These departments together: {value}", value=value)
    )
    spots = [
        Spot(who, full_words(metric, estimates[who]), point.effective, point.value, _side(point))
        for who, point in points.items()
    ]
    around = Around(found.centre, middle, found.band, words.axis(metric), inner, outer)
    top = 1.0 if found.share else float("inf")
    count = number if metric.unit == "share" else _nothing
    return funnel(spots, around, in_unit(metric.unit), count, better=metric.better, highest=top)


def _nothing(value: float) -> str:
    """Evidence has no unit, so its axis has no numbers."""
    return ""


def _side(point: FunnelPoint) -> Side:
    assert point.side != "too_few"
    return point.side


def _table(metric: Metric, found: Funnel[str], estimates: Mapping[str, Estimate]) -> Table:
    """The numbers with a column more: where each is in the funnel."""

    def numbers() -> list[Named]:
        return [Named(who, metric, estimate) for who, estimate in estimates.items()]

    plain_table = number_table(_("Department"), numbers)
    heading = _("Against the limits")

    def with_sides(frame: pd.DataFrame) -> pd.DataFrame:
        return frame.assign(**{heading: [_where(found, who, one) for who, one in estimates.items()]})

    return Table(lambda: with_sides(plain_table.words()), lambda: with_sides(plain_table.raw()))


def _where(found: Funnel[str], who: str, estimate: Estimate) -> str:
    if estimate.reason == figures_clash():
        return _("not comparable")
    point = found.points.get(who)
    side: FunnelSide = "too_few" if point is None else point.side
    return _(words.SIDES[side])


def _alt(metric: Metric, found: Funnel[str], estimates: Mapping[str, Estimate]) -> str:
    places = {who: _where(found, who, estimate) for who, estimate in estimates.items()}
    rows = "; ".join(
        _("{who}: {numbers}, {where}", who=bare(who), numbers=full_words(metric, estimate), where=places[who])
        for who, estimate in estimates.items()
    )
    return _("Funnel chart of {metric}. {rows}", metric=_(metric.label), rows=rows)
