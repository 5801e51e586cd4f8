"""The weeks of a number of every department at once: the same values as `metrics.trend.series`, in one pass.

A chart of one number asks the metric for each of its weeks. For many numbers of many departments over years that takes
many seconds, and the sums under them are the same.
"""

import pandas as pd

from metrics.calculations import MINIMUM_FOR_SHARE
from metrics.comparison.part import addable_rows
from metrics.estimate import Estimate
from metrics.ratios import Ratio
from metrics.registry import Metric
from metrics.slices import Slice

COUNTS: dict[str, Ratio] = {
    "posts": Ratio("sums", "posts", "posts"),
    "interactions": Ratio("sums", "interactions", "interactions_n"),
}
"""The totals among the numbers: what is added up, and how many posts report it."""


def weeks_by_department(metric: Metric, data: Slice) -> dict[int, dict[int, Estimate]]:
    """The number per week of each department with data, by Monday; a week that cannot be said has no value.

    `data` is a slice by week. For pooled shares (`Metric.ratio`) and the totals in `COUNTS`.
    """
    ratio = metric.ratio or COUNTS[metric.id]
    rows = ratio.rows(_weeks_alike(data) if ratio.under_frame else data)
    rows = addable_rows(rows, ratio, "department_id", data.youtube_in_totals)
    reporting = rows.groupby(["department_id", "platform"])["cases"].transform("sum") > 0
    rows = rows[reporting] if metric.id in COUNTS else rows
    rows = rows.assign(posts=rows.get("posts", 0))
    sums = rows.groupby(["department_id", "period"])[["k", "n", "least", "posts"]].sum()
    platforms = {one: tuple(sorted(set(of["platform"]))) for one, of in rows.groupby("department_id")}
    found: dict[int, dict[int, Estimate]] = {}
    for (department, week), k, n, least, posts in sums.itertuples(name=None):
        value = _count(k, n, posts) if metric.id in COUNTS else _share(k, max(n, least))
        estimate = Estimate(value, int(max(n, least)), platforms=platforms[department])
        found.setdefault(int(department), {})[int(week)] = estimate
    if metric.id in COUNTS:
        for department, week in _known_weeks(data):
            found.setdefault(department, {}).setdefault(week, Estimate(0.0, platforms=platforms.get(department, ())))
    return found


def _known_weeks(data: Slice) -> set[tuple[int, int]]:
    """The weeks of each department of which anything is known: without posts in them there were none."""
    frames = (data.sums, data.answers, data.sites)
    return {
        (int(department), int(week))
        for frame in frames
        for department, week in frame[["department_id", "period"]].drop_duplicates().itertuples(index=False, name=None)
        if pd.notna(department)
    }


def _weeks_alike(data: Slice) -> Slice:
    """Only the accounts and weeks of which answers are known: the posts of others are not under the line."""
    known = pd.MultiIndex.from_frame(data.answers[["account_id", "period"]])
    kept = pd.MultiIndex.from_frame(data.sums[["account_id", "period"]]).isin(known)
    return Slice(data.days, data.sums[kept], data.histograms, data.audience, data.sites, answers=data.answers)


def _share(k: float, n: float) -> float | None:
    return float(k / n) if n >= MINIMUM_FOR_SHARE else None


def _count(k: float, n: float, posts: float) -> float | None:
    """Without posts there is nothing to count, which is zero; posts that report nothing are not zero."""
    return float(k) if n > 0 or posts == 0 else None
