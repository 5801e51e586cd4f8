"""The charts of one campaign: its posts beside what is usual, and the visits that came with its links."""

from collections.abc import Hashable

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import time_axis
from components.campaigns.words import posts_words
from components.chart import figure_card
from components.escape import bare, plain
from components.figures.dots_in_time import MOST, Dot, Usual, dots_in_time
from components.figures.trend import Line, Point, trend
from components.i18n import _, day, ngettext, number, say
from components.kept import kept
from components.number_table import Table
from components.source import Source
from metrics.campaigns.evidence import Evidence, days_with_visits
from metrics.campaigns.results import Result, beside_words, finding_beside
from metrics.periods import to_date

_BY_DAY = 62  # days up to which each has its own point


def posts_card(found: Result, evidence: Evidence, source: Source, key: Hashable) -> None:
    """Draw its posts by day, beside the other posts of the same accounts."""
    name = f"campaign_posts_{found.tag.id}"
    known = evidence.posts[evidence.posts["interactions"].notna()]
    title, text = say(finding_beside(found)), say(beside_words(found))
    parts = [plain(found.tag.name), _("interactions per post, log scale"), posts_words(len(known))]
    figure_card(
        name,
        measure=_("Interactions per post: {name}", name=bare(found.tag.name)),
        title=title,
        subtitle="\n\n".join([text, " · ".join(parts)]) if len(known) else " · ".join(parts),
        figure=kept((key, name), lambda: _dots(found, known)) if len(known) else None,
        table=Table(lambda: _posts_words(known), lambda: _posts_raw(known)),
        alt=_("Chart with a dot for each post. {finding}", finding=f"{title}. {text}"),
        source=source,
        how=lambda: _how(name),
        empty=_("Of none of its posts are likes, comments and shares all known."),
    )
    if len(known) > MOST:
        st.caption(_("The chart shows the newest {n} posts; the numbers are of all.", n=MOST))


def visits_card(found: Result, evidence: Evidence, source: Source, key: Hashable) -> None:
    """Draw the visits that came with its links, by day or by week."""
    name = f"campaign_visits_{found.tag.id}"
    series, step = _visits(found, evidence)
    total = None if found.visits.value is None else round(found.visits.value)
    title = _("Visits that came with its links")
    if total is not None:
        title = ngettext(
            "{visits} visits came with its links, in {n} day",
            "{visits} visits came with its links, in {n} days",
            found.visits.n,
            visits=total,
        )
    heading = _("Day") if step == "day" else _("Week")
    figure_card(
        name,
        measure=_("Visits with the links of {name}", name=bare(found.tag.name)),
        title=title,
        subtitle=" · ".join([plain(found.tag.name), _("visits by day") if step == "day" else _("visits by week")]),
        figure=kept((key, name), lambda: _line(found, series)) if series else None,
        table=Table(lambda: _rows(heading, series), lambda: _raw_rows(heading, series)),
        alt=_("Line chart of visits over time. {finding}", finding=title),
        source=source,
        how=lambda: _how_visits(name),
        empty=say(found.visits.reason) if found.visits.reason else _("There are no visits of these days."),
    )


def _dots(found: Result, known: pd.DataFrame) -> go.Figure:
    rows = zip(known["day"].tolist(), known["interactions"].tolist(), strict=True)
    dots = [
        Dot(time_axis.at(at), value, _("{day}: {n} interactions", day=day(at), n=round(value))) for at, value in rows
    ]
    others = found.beside
    usual = None
    if others is not None:
        usual = Usual(others.usual_low, others.usual, others.usual_high, _("band: about half of the other posts"))
    times = time_axis.labels(sorted(set(known["day"].tolist())), "week")
    return dots_in_time(dots, usual, times, number)


def _posts_words(known: pd.DataFrame) -> pd.DataFrame:
    newest = known.sort_values("day", ascending=False).head(100)
    rows = zip(newest["day"].tolist(), newest["interactions"].tolist(), strict=True)
    return pd.DataFrame([{_("Day"): day(at), _("Interactions"): number(round(value))} for at, value in rows])


def _posts_raw(known: pd.DataFrame) -> pd.DataFrame:
    rows = known[["day", "interactions", "reach", "comments"]].astype(object).where(known.notna(), None)
    days = [to_date(one).isoformat() for one in known["day"].tolist()]
    return pd.DataFrame(
        {
            _("Day"): days,
            _("Interactions"): rows["interactions"].tolist(),
            _("Reach"): rows["reach"].tolist(),
            _("Comments"): rows["comments"].tolist(),
        },
        dtype=object,
    )


def _visits(found: Result, evidence: Evidence) -> tuple[dict[int, float], str]:
    """Visits by day, or by the Monday of each week; a known day without any is zero, others are left out."""
    days = {one: evidence.visits.get(one, 0.0) for one in days_with_visits(found.tag, evidence)}
    if len(days) <= _BY_DAY:
        return days, "day"
    weeks: dict[int, float] = {}
    for one, n in days.items():
        monday = one - (one + 3) % 7
        weeks[monday] = weeks.get(monday, 0.0) + n
    return weeks, "week"


def _line(found: Result, series: dict[int, float]) -> go.Figure:
    points = tuple(
        Point(time_axis.at(at), n, words=_("{day}: {n} visits", day=day(at), n=round(n))) for at, n in series.items()
    )
    return trend([Line(bare(found.tag.name), points)], time_axis.labels(list(series), "week"), number)


def _rows(heading: str, series: dict[int, float]) -> pd.DataFrame:
    return pd.DataFrame([{heading: day(at), _("Visits"): number(round(n))} for at, n in series.items()])


def _raw_rows(heading: str, series: dict[int, float]) -> pd.DataFrame:
    return pd.DataFrame([{heading: to_date(at).isoformat(), _("Visits"): n} for at, n in series.items()], dtype=object)


def _how(name: str) -> None:
    text = _(
        "Interactions are likes, comments and shares together, for posts of which all three are known. Each post is "
        "compared with the other posts of the same account, from half a year before the first day until the last, on "
        "the logarithm of 1 + interactions, so that one post that goes round does not decide. Only posts between 6 and "
        "24 o'clock are compared. The band is where about half of the other posts are. Posts on busy days or on "
        "popular topics may get more anyway: this shows what was seen, not why."
    )
    _explained(name, text)


def _how_visits(name: str) -> None:
    text = _(
        "Statistics of your website count visits by the name in the link (utm_campaign), and say nothing about people "
        "who came another way. They are a part of all visits. A day between days with figures on which this campaign "
        "does not appear had no such visits. Browsers that block statistics are not counted."
    )
    _explained(name, text)


def _explained(name: str, text: str) -> None:
    with st.expander(_("How is this calculated?"), key=f"how_{name}", on_change="rerun", type="compact") as drawer:
        if drawer.open:
            st.markdown(text)
