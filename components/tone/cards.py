"""The charts of tones: of the whole period, week by week, and of platforms and departments."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

from components import time_axis
from components.chart import figure_card
from components.figures import rows
from components.figures.trend import Line, Point, trend
from components.i18n import _, ngettext, number, percent, period, say
from components.kept import kept
from components.source import Source
from components.time_axis import Step
from components.tone.explained import how_it_is_made
from components.tone.group import Group, count_words, group_table, part_name, share_words
from metrics.text.tone import TONES
from metrics.words import N_, Message

By = Literal["platform", "department"]
_BY: dict[By, tuple[str, str, str]] = {
    "platform": (
        N_("Platform"),
        N_("{tone}: by platform, corrected by your labels"),
        N_("{tone}: by platform, counted by the machine"),
    ),
    "department": (
        N_("Department"),
        N_("{tone}: by department, corrected by your labels"),
        N_("{tone}: by department, counted by the machine"),
    ),
}


_OVER_TIME: dict[tuple[Step, bool], str] = {
    ("week", True): N_("Tones per week, corrected by your labels"),
    ("week", False): N_("Tones per week, counted by the machine"),
    ("month", True): N_("Tones per month, corrected by your labels"),
    ("month", False): N_("Tones per month, counted by the machine"),
}
_SAID = 20  # groups that the text beside a chart names; the table has them all


def sample_card(sampled: Group, source: Source, key: Hashable) -> None:
    """The shares of the messages that the labelled ones were drawn from."""
    about = ngettext("{n} label, {sampled}", "{n} labels, {sampled}", sampled.n or 0, sampled=sampled.name)
    card = _Card("tone-sample", _("Shares of the messages that were sampled"), _("Sample"), [sampled], about)
    _draw(card, source, kept((key, card.name), lambda: _of_period(sampled)))


def period_card(now: Group, change: Message | None, source: Source, key: Hashable) -> None:
    """The tones of the whole period; `change` says how it compares with the period before, where there are shares."""
    title = _("Counted by the machine, not checked by people") if change is None else say(change)
    card = _Card("tone-period", title, _("Period"), [now], _about(now.n, source))
    _draw(card, source, kept((key, card.name), lambda: _of_period(now)), how=True)


def steps_card(steps: Mapping[int, Group], step: Step, n: int | None, source: Source, key: Hashable) -> None:
    """The tones week by week, or month by month; `n` are the messages of the period."""
    groups = list(steps.values())
    shares = any(group.corrected for group in groups)
    title = _(_OVER_TIME[step, shares])
    card = _Card("tone-steps", title, _("Week") if step == "week" else _("Month"), groups, _about(n, source))
    _draw(card, source, kept((key, card.name), lambda: _over_time(steps, step, shares, source)))


def side_by_side_card(by: By, tone: str, groups: Sequence[Group], n: int | None, source: Source, key: Hashable) -> None:
    """One tone of platforms or departments, in alphabetical order: this is no ranking."""
    shares = any(group.corrected for group in groups)
    heading, corrected, counted = _BY[by]
    title = _(corrected if shares else counted, tone=part_name(tone))
    card = _Card(f"tone-{by}", title, _(heading), groups, _about(n, source))
    _draw(card, source, kept((key, card.name, tone), lambda: _side_by_side(groups, tone, shares)))


@dataclass(frozen=True)
class _Card:
    """A chart: its code, its title, what a row of its table is, the rows, and which messages they are about."""

    name: str
    title: str
    heading: str
    groups: Sequence[Group]
    about: str


def _about(n: int | None, source: Source) -> str:
    parts = [period(source.period), source.who()]
    if n is not None:
        parts.append(ngettext("{n} message", "{n} messages", n))
    return " · ".join(parts)


def _draw(card: _Card, source: Source, figure: go.Figure, *, how: bool = False) -> None:
    said = "; ".join(map(_said, card.groups[:_SAID]))
    figure_card(
        card.name,
        measure=_("Tone of messages"),
        title=card.title,
        subtitle=card.about,
        figure=figure,
        table=group_table(card.heading, card.groups),
        alt=_("{title}. {groups}", title=card.title, groups=said),
        source=source,
        how=lambda: how_it_is_made() if how else None,
    )


def _said(group: Group) -> str:
    """A group in words: its shares, or else its counts."""
    told = {code: count_words(n) for code, n in group.counts.items()}
    if group.corrected:
        told = {code: share_words(one) for code, one in group.shares.items()}
    return f"{group.name}: " + ", ".join(f"{part_name(code)} {words}" for code, words in told.items())


def _of_period(now: Group) -> go.Figure:
    if now.corrected:
        shown = [_row(part_name(code), now, code, True) for code in now.shares]
        return rows.dots(shown, percent)
    return rows.bars([_row(part_name(code), now, code, False) for code in now.counts], number)


def _side_by_side(groups: Sequence[Group], tone: str, shares: bool) -> go.Figure:
    shown = [_row(group.name, group, tone, shares) for group in groups]
    return rows.dots(shown, percent) if shares else rows.bars(shown, number)


def _row(name: str, group: Group, code: str, shares: bool) -> rows.Row:
    if shares:
        found = group.shares[code]
        return rows.Row(name, share_words(found), found.value, found.low, found.high)
    count = group.counts[code]
    return rows.Row(name, _of(count, group.n), count)


def _of(count: int | None, n: int | None) -> str:
    if count is None:
        return count_words(None)
    return _("{k} of {n}", k=count, n=count_words(n))


def _over_time(steps: Mapping[int, Group], step: Step, shares: bool, source: Source) -> go.Figure:
    lines = [Line(part_name(tone), tuple(_points(steps, step, tone, shares, source))) for tone in TONES]
    times = time_axis.labels(sorted(steps), step)
    return trend(lines, times, percent if shares else number)


def _points(steps: Mapping[int, Group], step: Step, tone: str, shares: bool, source: Source) -> list[Point]:
    points = []
    for start, group in sorted(steps.items()):
        row = _row("", group, tone, shares)
        words = f"{group.name}, {part_name(tone)}: {row.words}"
        whole = time_axis.is_whole(start, step, source.period)
        points.append(Point(time_axis.at(start), row.value, row.low, row.high, whole, words))
    return points
