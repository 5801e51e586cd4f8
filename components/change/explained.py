"""How a chart over time is made, in words: the number itself, its limits, and the decisions about them."""

from collections.abc import Iterable, Mapping

import streamlit as st

from components.change.margin import days_words, decision_words
from components.change.view import ChangeView
from components.change.words import ended, target_words
from components.differences import why_different
from components.escape import plain
from components.explain import explanation
from components.i18n import _, day
from components.source import Source
from metrics.change.decisions import Baseline
from metrics.change.reading import Kind
from metrics.words import N_

_CHARTS: dict[Kind, str] = {
    "xmr": N_(
        "**Limits.** Weeks differ anyway. The limits follow from how much neighbouring weeks differ (XmR chart: the "
        "middle, and 2.66 times the mean difference to both sides). The logarithm is taken first, because highs lie "
        "further from the middle than lows."
    ),
    "laney": N_(
        "**Limits.** Weeks differ anyway, and a week with few messages differs more. The limits follow from both "
        "(Laney chart), so they are wider in a week with fewer."
    ),
    "run": N_("**No limits yet.** With few weeks only the middle week is drawn (run chart)."),
    "none": N_("**No chart.** No week has enough data."),
}
_RULES = N_(
    "**More than ordinary.** A week outside the limits; seven weeks in a row on one side of the usual level; seven in "
    "a row rising or falling; two of three near a limit. In a number that does not change, the newest week is marked "
    "by chance about once in twenty times."
)
_FROZEN = N_(
    "**Which weeks.** The limits rest on the weeks from {first} to {last} and stay as they are, because limits that "
    "take in new weeks explain every change away. They begin anew only after a decision that somebody wrote down, or "
    "when a platform counts in another way."
)
_SOURCES = N_("**Reference:** {references}")
_REFERENCES = (
    "Wheeler (2000), Understanding Variation; NHS England (2021), Making Data Count; Laney (2002), Improved control "
    "charts for attributes; Perla, Provost & Murray (2011), The run chart"
)


def how_it_is_made(name: str, view: ChangeView, source: Source, departments: Mapping[int, str]) -> None:
    """The drawer "How is this calculated?", and the one about other numbers than the platforms show."""
    with st.expander(_("How is this calculated?"), key=f"how_{name}", on_change="rerun", type="compact") as drawer:
        if drawer.open:
            st.markdown("\n\n".join([explanation(view.metric), *_limits(view), *_decisions(view.beside.decisions)]))
    why_different(name, [view.metric], view.series.values(), source)


def _limits(view: ChangeView) -> list[str]:
    reading = view.reading
    lines = [_(_CHARTS[reading.kind])]
    if reading.kind in ("xmr", "laney"):
        lines.append(_(_RULES))
    if reading.baseline is not None:
        first, last = reading.baseline
        lines.append(_(_FROZEN, first=day(first), last=day(last + 6)))
    if reading.target is not None:
        lines.append(ended(target_words(view)))
    lines.append(_(_SOURCES, references=_REFERENCES))
    return lines


def _decisions(decisions: Iterable[Baseline]) -> list[str]:
    lines = [f"- {decision_line(one)}" for one in decisions]
    return ["\n".join([_("**Decisions about the limits:**"), "", *lines])] if lines else []


def decision_line(one: Baseline) -> str:
    """A decision in one line of Markdown: from when, what, who wrote it down, and whether it still counts."""
    said = _(
        "{day}: {words} Written down by {who} on {made}.",
        day=days_words(one.first_day, one.first_day),
        words=ended(decision_words(one)),
        who=plain(one.who),
        made=day(one.made_ts // 86_400),
    )
    if one.withdrawn_ts is None:
        return said
    return _(
        "{decision} **Withdrawn on {day}:** it no longer counts.", decision=said, day=day(one.withdrawn_ts // 86_400)
    )
