"""The form of a number of a goal: one of the registry, or one in own words; how much is enough."""

from dataclasses import dataclass

import streamlit as st

from components.goals.naming import level_words
from components.i18n import _
from components.select import select
from metrics.goals.goal import DIRECTIONS, Direction, Level
from metrics.goals.levels import LEVELS, ORDER
from metrics.goals.target import stored, typed, typed_in
from metrics.registry import Metric, metrics, offered

_HERE, _ELSEWHERE = "here", "elsewhere"
_NAME, _SOURCE = 200, 300


@dataclass(frozen=True)
class KpiWish:
    """What somebody wants a number to be; `metric` None: it is measured elsewhere. `target` is in its unit."""

    metric: str | None = None
    name: str = ""
    level: Level = "outcome"
    direction: Direction = "at_least"
    target: float | None = None
    source: str = ""


def new_kpi_form(key: str, button: str) -> KpiWish | None:
    """Draw the choice of a number, and the form for its target; what was wished once it is sent.

    The number is chosen before the form, so that the form can ask for a target in its unit.
    """
    ways = {_HERE: _("A number of this product"), _ELSEWHERE: _("A number that is measured elsewhere")}
    way = st.radio(_("Which number shows it?"), list(ways), key=f"{key}_way", format_func=ways.__getitem__)
    if way == _ELSEWHERE:
        return kpi_form(key, KpiWish(), button)
    listed = by_level()
    metric = metrics()[select(_("Number"), listed, next(iter(listed)), key=f"{key}_metric")]
    st.markdown(about(metric))
    better: Direction = "at_most" if metric.better == "lower" else "at_least"
    return kpi_form(f"{key}_{metric.id}", KpiWish(metric.id, level=metric.level, direction=better), button)


def kpi_form(key: str, start: KpiWish, button: str) -> KpiWish | None:
    """Draw the form of one number, filled with `start`; what was wished once it is sent."""
    metric = metrics().get(start.metric or "")
    name, level, source = start.name, start.level, start.source
    with st.form(key, border=False):
        if start.metric is None:
            name, level, source = _own_words(key, start)
        first, second = st.columns(2)
        with first:
            sides = {code: _(words) for code, words in DIRECTIONS.items()}
            side = select(_("It should be"), sides, start.direction, key=f"{key}_direction")
        with second:
            given = st.number_input(
                target_label(metric),
                value=typed(metric, start.target),
                key=f"{key}_target",
                help=_("How much is enough? Leave it empty while you do not know."),
            )
        if not st.form_submit_button(button, key=f"{key}_go", type="primary", icon=":material/save:"):
            return None
    return KpiWish(start.metric, name, level, side, stored(metric, given), source)


def by_level() -> dict[str, str]:
    """The numbers of the registry that can be chosen, level by level, with the level in front."""
    return {
        one.id: _("{level} · {number}", level=_(LEVELS[level].name), number=_(one.label))
        for level in ORDER
        for one in offered()
        if one.level == level
    }


def about(metric: Metric) -> str:
    """What a chosen number counts, its level, and what it must not be used for; as Markdown."""
    lines = [
        _("{level}: {meaning}", level=f"**{level_words(metric.level)}**", meaning=_(LEVELS[metric.level].meaning)),
        _(metric.definition),
    ]
    if metric.caution:
        lines.append(_(":material/warning: **Careful:** {caution}", caution=_(metric.caution)))
    return "  \n".join(lines)


def target_label(metric: Metric | None) -> str:
    """What a target is typed in."""
    return {
        "percent": _("Target, in percent"),
        "hours": _("Target, in hours"),
        "per_week": _("Target, per week"),
        "own": _("Target"),
    }[typed_in(metric)]


def _own_words(key: str, start: KpiWish) -> tuple[str, Level, str]:
    name = st.text_input(
        _("What is counted, and in what?"),
        start.name,
        key=f"{key}_name",
        max_chars=_NAME,
        help=_("For example: residual waste per resident, in kilograms a year."),
    )
    words = {level: _("{level}: {meaning}", level=_(one.name), meaning=_(one.meaning)) for level, one in LEVELS.items()}
    level = select(_("Level"), words, start.level, key=f"{key}_level")
    source = st.text_input(
        _("Where is it measured?"),
        start.source,
        key=f"{key}_source",
        max_chars=_SOURCE,
        help=_("A register, a count, a survey: which one, how often, and which role has it."),
    )
    return name, level, source
