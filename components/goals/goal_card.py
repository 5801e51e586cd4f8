"""A goal with its numbers: level, value now, target and verdict, and what there is to say about it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.escape import plain
from components.explain import explanation
from components.goals.naming import kpi_name, level_words, now_words, target_words, verdict_words
from components.i18n import _, say
from metrics.change.reading import Reading, assurance_words
from metrics.goals.goal import Goal, Kpi
from metrics.goals.judge import PARTLY, Judged
from metrics.goals.remarks import remarks

_ASSURANCE = {
    "will_meet": ":material/trending_flat:",
    "will_miss": ":material/trending_down:",
    "may_meet": ":material/swap_vert:",
}


@dataclass(frozen=True)
class Row:
    """A number of a goal: the verdict on it, and how its weeks lie beside the target (None: it has no weeks)."""

    judged: Judged
    weeks: Reading | None = None


def goal_card(goal: Goal, rows: Sequence[Row], below: Callable[[], None], link: Callable[[Kpi], None]) -> None:
    """Draw the card. `link` draws what leads on from a number, `below` the forms of the goal."""
    with st.container(border=True, gap="small", key=f"card_goal_{goal.id}"):
        st.subheader(f":material/flag: {plain(goal.title, 300)}", anchor=False)
        for row in rows:
            _row(row, link)
        for one in remarks(goal, by_id(rows)):
            st.markdown(f":material/warning: {say(one)}")
        below()


def by_id(rows: Sequence[Row]) -> Mapping[int, Judged]:
    """The verdicts by the id of their number."""
    return {row.judged.kpi.id: row.judged for row in rows}


def _row(row: Row, link: Callable[[Kpi], None]) -> None:
    judged, kpi, metric = row.judged, row.judged.kpi, row.judged.kpi.measure
    with st.container(gap="xxsmall", key=f"kpi_{kpi.id}"):
        what, now, verdict = st.columns([4, 4, 4], gap="small")
        with what:
            st.markdown(f"**{plain(kpi_name(kpi), 200)}**  \n{level_words(kpi.level)}")
        with now:
            st.markdown(now_words(judged) or say(judged.reason))
            if judged.reason.code in PARTLY:
                st.caption(say(judged.reason))
        with verdict:
            st.markdown("  \n".join(_verdict(row)))
        if metric is not None:
            if metric.caution:
                st.caption(_(":material/warning: **Careful:** {caution}", caution=_(metric.caution)))
            with st.popover(_("How is this calculated?"), type="tertiary", key=f"how_kpi_{kpi.id}"):
                st.markdown(f"{explanation(metric)}\n\n{say(judged.reason)}")
        link(kpi)


def _verdict(row: Row) -> list[str]:
    """The verdict and the target on one line, the weeks on the next."""
    kpi = row.judged.kpi
    if kpi.target is None:
        return [verdict_words("no_target")]
    lines = [_("{verdict} · target: {target}", verdict=verdict_words(row.judged.verdict), target=target_words(kpi))]
    if row.weeks is not None and row.weeks.assurance in _ASSURANCE:
        words = say(assurance_words(row.weeks))
        lines.append(_("{icon} Week by week: {words}", icon=_ASSURANCE[row.weeks.assurance], words=words))
    return lines
