"""Which numbers changed since the period before, beyond what chance shows."""

from metrics.breaks.between import CODE
from metrics.comparison.multiple import clear_among
from metrics.comparison.periods import Change
from metrics.estimate import Estimate
from metrics.periods import Period
from metrics.registry import Metric, metrics
from metrics.signals.finding import Finding
from metrics.slices import Slice
from metrics.trend import change
from metrics.words import N_, Message, Share

WATCHED: dict[str, tuple[str, str]] = {
    "conversation": (
        N_("Posts get more comments: {now} on the middle post, against {before} in the period before."),
        N_("Posts get fewer comments: {now} on the middle post, against {before} in the period before."),
    ),
    "commitment_c1": (
        N_("More posts get a comment: {now} of 100 posts, against {before} of 100 in the period before."),
        N_("Fewer posts get a comment: {now} of 100 posts, against {before} of 100 in the period before."),
    ),
    "er_followers": (
        N_("The engagement rate by followers rose: {now} on the middle post, against {before} in the period before."),
        N_("The engagement rate by followers fell: {now} on the middle post, against {before} in the period before."),
    ),
    "interactions": (
        N_("Posts together get more likes, comments and shares: {now}, against {before} in the period before."),
        N_("Posts together get fewer likes, comments and shares: {now}, against {before} in the period before."),
    ),
    "posts": (
        N_("The accounts post more: {now} posts, against {before} in the period before."),
        N_("The accounts post less: {now} posts, against {before} in the period before."),
    ),
    "video_views": (
        N_("Videos are played more: {now} times, against {before} in the period before."),
        N_("Videos are played less: {now} times, against {before} in the period before."),
    ),
    "visitors": (
        N_("The websites get more visitors: {now} on an average day, against {before} in the period before."),
        N_("The websites get fewer visitors: {now} on an average day, against {before} in the period before."),
    ),
    "downloads": (
        N_("More files are downloaded: {now}, against {before} in the period before."),
        N_("Fewer files are downloaded: {now}, against {before} in the period before."),
    ),
}
"""The numbers that the first page watches, with what to say when they went up and when they went down."""


def changes(both: Slice, period: Period, weeks: Slice | None, since: int | None) -> list[Finding]:
    """A finding per clear change, the surest first; one that says so when nothing changed; none without a test.

    Last comes what is not compared, because a platform began to count it in another way.

    `both` holds the windows "current" and "previous". With several numbers tested at once, chance would show a
    change somewhere too often, so the p-values are held to Benjamini and Hochberg's line
    (`metrics.comparison.multiple`).
    """
    tested, refused = [], []
    for metric in (metrics()[name] for name in WATCHED):
        found = change(metric, both, period, weeks, since)
        if found.p is not None:
            tested.append((found.p, metric, found))
        elif found.reason is not None and found.reason.code == CODE:
            refused.append(_refused(metric, found.reason))
    tested.sort(key=lambda row: row[0])
    passed = len(clear_among([p for p, _, _ in tested]))
    clear = [(metric, found) for _, metric, found in tested[:passed] if found.direction in ("up", "down")]
    if tested and not clear:
        return [_nothing(len(tested)), *refused]
    return [*(_finding(metric, found, both, len(tested)) for metric, found in clear), *refused]


def _finding(metric: Metric, found: Change, both: Slice, checks: int) -> Finding:
    now, before = (_written(metric, metric.compute(both.where(period=name))) for name in ("current", "previous"))
    text = WATCHED[metric.id][found.direction == "down"]
    message = Message(f"{metric.id}_{found.direction}", text, {"now": now, "before": before})
    return Finding("change", message, _what_to_do(metric, found), "departments", metric.id, checks)


def _what_to_do(metric: Metric, found: Change) -> Message:
    if metric.id == "posts":
        return Message(
            "check_posts", N_("Check that all exports of this period are loaded, then look which accounts it concerns.")
        )
    if found.direction == "up":
        return Message("learn_from_rise", N_("See in which departments, and what their posts did differently."))
    return Message("look_into_fall", N_("See in which departments, and whether they post about other things now."))


def _refused(metric: Metric, reason: Message) -> Finding:
    """A number that two periods count in different ways."""
    text = N_("{metric}: not comparable with the period before. {how}")
    message = Message(CODE, text, {**reason.values, "metric": Message(metric.id, metric.label)})
    todo = Message(
        "compare_after_break", N_("Compare only weeks that are counted in the same way, on the page Change.")
    )
    return Finding("missing", message, todo, "change", metric.id)


def _nothing(checks: int) -> Finding:
    message = Message(
        "no_clear_change",
        N_(
            "No clear change: {n} numbers were compared with the period before, and they differ no more than by chance."
        ),
        {"n": checks},
    )
    todo = Message("no_action_on_change", N_("Do not act on small ups and downs. Compare the departments instead."))
    return Finding("no_change", message, todo, "departments", checks=checks)


def _written(metric: Metric, estimate: Estimate) -> float:
    """The value as it stands in the sentence: a percentage, a number of 100 posts, a whole count."""
    value = estimate.value or 0.0
    match metric.unit:
        case "rate":
            return Share(value)
        case "share":
            return round(100 * value)
        case "count" | "per_day":
            return round(value)
        case _:
            return int(value) if value.is_integer() else value
