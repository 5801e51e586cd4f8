"""Questions without an answer, topic by topic."""

from collections.abc import Hashable, Mapping, Sequence

import plotly.graph_objects as go

from components.chart import chart_card
from components.escape import bare, plain
from components.figures.rows import Row, dots
from components.i18n import _, ngettext, percent, period
from components.kept import kept
from components.number_table import Named, number_table
from components.source import Source
from components.topics_view.topic_list import Known
from components.topics_view.words import share_words, waiting_words
from metrics.registry import Metric, metrics
from metrics.responsiveness.staffing import share_of
from metrics.topics.sizes import Size, Sizes

DRAWN = 12


def waiting_card(found: Sizes, most: Size | None, known: Mapping[int, Known], source: Source, key: Hashable) -> None:
    """Draw the shares by name: most differences are chance. `most` is the topic that clearly stands out."""
    metric = metrics()["topic_waiting"]
    told = _told(found, known)
    asked = sum(size.asked for size in found.topics)
    chart_card(
        "topics_waiting",
        metric=metric,
        estimates=[],
        title=_title(most, known),
        subtitle=" · ".join(
            [
                period(source.period),
                ngettext("{n} question on a topic", "{n} questions on a topic", asked),
                _("share without an answer"),
                ngettext("{n} topic with ten questions or more", "{n} topics with ten questions or more", len(told)),
            ]
        ),
        figure=kept((key, "topics waiting"), lambda: _figure(_largest(told), known, found)) if told else None,
        table=number_table(_("Topic"), lambda: _numbers(found, known, metric)),
        alt=kept((key, "topics waiting", "alt"), lambda: _alt(told, known)),
        source=source,
        empty=_("No topic has the ten questions that a percentage needs. The table has the numbers."),
    )


def _alt(told: Sequence[Size], known: Mapping[int, Known]) -> str:
    rows = "; ".join(f"{bare(known[size.topic].name)}: {waiting_words(size)}" for size in told)
    return _("Chart of questions without an answer. {rows}", rows=rows)


def _title(most: Size | None, known: Mapping[int, Known]) -> str:
    if most is None:
        return _("Questions without an answer: no topic stands out clearly")
    return _("Questions about {topic} wait most", topic=plain(known[most.topic].name))


def _told(found: Sizes, known: Mapping[int, Known]) -> list[Size]:
    with_value = [size for size in found.topics if size.share_waiting.value is not None]
    return sorted(with_value, key=lambda size: known[size.topic].name.casefold())


def _largest(told: Sequence[Size]) -> list[Size]:
    """Those with most questions, still by name."""
    most = {size.topic for size in sorted(told, key=lambda size: -size.asked)[:DRAWN]}
    return [size for size in told if size.topic in most]


def _figure(told: Sequence[Size], known: Mapping[int, Known], found: Sizes) -> go.Figure:
    every = share_of(sum(size.waiting for size in found.topics), sum(size.asked for size in found.topics))
    rows = [
        Row(
            bare(known[size.topic].name, 60),
            waiting_words(size),
            size.share_waiting.value,
            size.share_waiting.low,
            size.share_waiting.high,
        )
        for size in told
    ]
    reference = None
    if every.value is not None:
        reference = (_("All together: {value}", value=share_words(every)), every.value)
    return dots(rows, percent, reference)


def _numbers(found: Sizes, known: Mapping[int, Known], metric: Metric) -> list[Named]:
    asked = [size for size in found.topics if size.asked]
    return [
        Named(known[size.topic].name, metric, size.share_waiting)
        for size in sorted(asked, key=lambda size: known[size.topic].name.casefold())
    ]
