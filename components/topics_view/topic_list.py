"""All topics in one card: how large each is, what changed, who waits, in which tone, and whose matter it is."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.chart import figure_card
from components.differences import calculation
from components.escape import bare, plain
from components.figures.topic_rows import TopicRow, topic_rows
from components.i18n import _, ngettext, percent, period
from components.kept import kept
from components.number_table import Table
from components.source import Source
from components.time_axis import Step
from components.topics_view.words import (
    TONE_WORDS,
    change_words,
    messages_words,
    size_words,
    tone_words,
    waiting_words,
)
from metrics.registry import metrics
from metrics.topics.sizes import Size, Sizes

DRAWN = 10
"""Topics in the figure; the table has all."""


@dataclass(frozen=True)
class Known:
    """What is known of a topic besides its numbers: its name and its owner ("": nobody), as people wrote them."""

    name: str
    owner: str = ""


def topic_list_card(
    found: Sizes,
    known: Mapping[int, Known],
    steps: Mapping[int, Sequence[float]],
    step: Step,
    source: Source,
    key: Hashable,
) -> None:
    """Draw the card. `steps` are the shares of each topic by week (or month), smoothed."""
    shown = [size for size in found.topics if size.share.value is not None]
    metric = metrics()["topic_share"]
    figure_card(
        "topics",
        measure=_(metric.label),
        title=_title(shown, known),
        subtitle=_subtitle(found, len(shown), step, source),
        figure=kept((key, "topics"), lambda: _figure(shown[:DRAWN], known, steps)) if shown else None,
        table=Table(lambda: _words(found.topics, known), lambda: _raw(found.topics, known)),
        alt=kept((key, "topics", "alt"), lambda: _alt(shown[:DRAWN], known)),
        source=source,
        how=lambda: calculation("topics", metric, [], source),
        empty=_("No topic has enough messages to show."),
    )


def _title(shown: Sequence[Size], known: Mapping[int, Known]) -> str:
    """The largest topic, or the two largest where chance alone could have put either first."""
    if not shown:
        return _("What people write about")
    names = [plain(known[size.topic].name) for size in shown[:2]]
    if len(shown) > 1 and (shown[1].share.high or 0.0) > (shown[0].share.low or 0.0):
        return _("People write most about {first} and {second}", first=names[0], second=names[1])
    return _("People write most about {first}", first=names[0])


def _subtitle(found: Sizes, shown: int, step: Step, source: Source) -> str:
    parts = [
        plain(source.who(), limit=200),
        period(source.period),
        _("share of {messages}", messages=messages_words(found.messages)),
        _("small lines: three weeks at a time, each on its own scale")
        if step == "week"
        else _("small lines: three months at a time, each on its own scale"),
        _("beside a name: the owner"),
    ]
    if shown > DRAWN:
        parts.append(_("the {n} largest of {of} topics; the table has all", n=DRAWN, of=shown))
    if found.hidden:
        few = ngettext(
            "{n} topic has too few messages to show", "{n} topics have too few messages to show", found.hidden
        )
        parts.append(few)
    line = " · ".join(parts)
    return line[:1].upper() + line[1:]


def _figure(shown: Sequence[Size], known: Mapping[int, Known], steps: Mapping[int, Sequence[float]]) -> go.Figure:
    rows = []
    for size in shown:
        share, about = size.share, known[size.topic]
        rows.append(
            TopicRow(
                name=bare(about.name, 40),
                beside=bare(about.owner, 40),
                words=(size_words(size), change_words(size.shift), waiting_words(size)),
                share=share.value or 0.0,
                low=share.low or 0.0,
                high=share.high or 0.0,
                steps=tuple(steps.get(size.topic, ())),
            )
        )
    return topic_rows(rows, percent)


def _alt(shown: Sequence[Size], known: Mapping[int, Known]) -> str:
    rows = "; ".join(
        f"{bare(known[size.topic].name)}: {size_words(size)}, {change_words(size.shift)}" for size in shown
    )
    return _("Bars of topics, the largest first. {rows}", rows=rows)


def _words(topics: Sequence[Size], known: Mapping[int, Known]) -> pd.DataFrame:
    rows = [
        {
            _("Topic"): plain(known[size.topic].name),
            _("Share of the messages"): size_words(size),
            _("Since the period before"): change_words(size.shift),
            _("Questions without an answer"): waiting_words(size),
            _("Tone, as the machine counts"): tone_words(size.tones),
            _("Owner"): plain(known[size.topic].owner) or _("nobody yet"),
        }
        for size in topics
    ]
    return pd.DataFrame(rows)


def _raw(topics: Sequence[Size], known: Mapping[int, Known]) -> pd.DataFrame:
    rows = []
    for size in topics:
        shift, waits = size.shift, size.share_waiting
        row: dict[str, object] = {
            _("Topic"): known[size.topic].name,
            _("Messages"): size.messages,
            _("Share (0 to 1)"): size.share.value,
            _("Lowest of the 95% interval"): size.share.low,
            _("Highest of the 95% interval"): size.share.high,
            _("n"): size.share.n,
            _("Share in the period before"): shift.before if shift else None,
            _("Change"): change_words(shift),
            _("p of the change"): shift.p if shift else None,
            _("Questions"): size.asked,
            _("Without an answer"): size.waiting,
            _("Share without an answer"): waits.value,
            _("Lowest of that interval"): waits.low,
            _("Highest of that interval"): waits.high,
        }
        row |= {_(label): size.tones[code] for code, label in TONE_WORDS.items()}
        rows.append(row | {_("Owner"): known[size.topic].owner})
    return pd.DataFrame(rows, dtype=object)
