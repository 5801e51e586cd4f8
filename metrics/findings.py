"""What the data shows, in sentences: the first three stand on top of the Overview."""

from collections.abc import Mapping, Sequence

import pandas as pd

from metrics.coverage import comparable
from metrics.periods import Period
from metrics.registry import metrics
from metrics.signals import gaps
from metrics.signals.changes import changes
from metrics.signals.differences import department_findings
from metrics.signals.differences import headline as departments_headline
from metrics.signals.dormancy import dormancy
from metrics.signals.finding import Finding
from metrics.slices import Slice
from metrics.words import N_, Message

__all__ = ["Finding", "comparisons", "departments_headline", "findings", "headline", "with_signals"]


def findings(
    both: Slice,
    period: Period,
    coverage: pd.DataFrame,
    departments: Mapping[int, str],
    weeks: Slice | None = None,
    *,
    everything: bool = False,
    unfair: Message | None = None,
) -> list[Finding]:
    """Everything worth a sentence, most useful first.

    `both` holds the windows "current" and "previous"; `weeks` is the same selection by week over both, without which
    totals are not compared. `coverage` has a row per account: account_id, name, status, first_day, newest_day,
    days_since_newest, posts (in the period), median_gap and longest_gap. `departments` gives their names by id.
    `everything` says that the period holds all the data there is. `unfair` is why departments may not be compared on
    comments (`metrics.quality.fairness`), if they may not.

    The order: too small a base, then the surest change, a silent account, departments that differ, further changes (or
    that nothing changed, which the headline says as well), what is missing.
    """
    current = both.where(period="current")
    base = gaps.small_base(current)
    kept = comparable(coverage, period)
    changed = [] if base else _changes(both.of_accounts(kept), period, coverage, weeks)
    surest = [finding for finding in changed[:1] if finding.kind == "change"]
    involved = coverage.loc[coverage["posts"] > 0, "account_id"]
    left_out = gaps.not_comparable(int((~involved.isin(kept)).sum()), len(involved), everything)
    return [
        *base,
        *surest,
        *dormancy(coverage),
        *(department_findings(current, departments) if unfair is None else gaps.unfair_comparison(unfair)),
        *changed[len(surest) :],
        *left_out,
        *gaps.missing_counts(current),
    ]


def _changes(both: Slice, period: Period, coverage: pd.DataFrame, weeks: Slice | None) -> list[Finding]:
    accounts = sorted(set(both.sums["account_id"]))
    if not accounts:
        return []
    since = coverage.loc[coverage["account_id"].isin(accounts), "first_day"].min()
    return changes(both, period, weeks.of_accounts(accounts) if weeks is not None else None, int(since))


def headline(found: Sequence[Finding]) -> Message:
    """One sentence for the Overview: how much changed since the period before.

    Among the findings can be signals, which are of the newest weeks: where the periods do not differ, it names these.
    """
    changed = [finding.metric_id for finding in found if finding.kind == "change" and finding.metric_id]
    if changed:
        labels = tuple(Message(name, metrics()[name].label) for name in changed)
        text = N_("Clearly changed since the period before: {metrics}.")
        return Message("headline_changed", text, {"metrics": labels})
    signals = sum(finding.kind == "signal" for finding in found)
    stable = any(finding.kind == "no_change" for finding in found)
    if stable and signals:
        return Message(
            "headline_signals",
            N_("{n} signal needs a look. Otherwise little changed since the period before."),
            {"n": signals},
            plural=N_("{n} signals need a look. Otherwise little changed since the period before."),
            count=signals,
        )
    if stable:
        return Message(
            "headline_stable", N_("Posts, reactions and visits did not change clearly since the period before.")
        )
    if any(finding.kind == "small_base" for finding in found):
        return Message("headline_small", N_("There is too little data in this period to draw conclusions."))
    return Message("headline_no_comparison", N_("This period cannot be compared with the period before."))


def with_signals(found: Sequence[Finding], signals: Sequence[Finding], most: int = 3) -> list[Finding]:
    """The first few findings with those of the list of signals (`metrics.signals.listing`).

    Too small a base comes before all. Then the surest signal, the surest change, and further signals, with one place
    kept for what is there now: a silent account, departments that differ, missing data. Beside a signal nobody needs
    to read that nothing changed.
    """
    if not signals:
        return list(found[:most])
    base = [one for one in found if one.kind == "small_base"]
    changed = [one for one in found if one.kind == "change"]
    now = [one for one in found if one.kind not in ("small_base", "change", "no_change")]
    rising = [*signals[:1], *changed[:1], *signals[1:]]
    first = [*base, *rising][: most - bool(now)]
    rest = [one for one in (*now, *rising) if one not in first]
    return [*first, *rest][:most]


def comparisons(found: Sequence[Finding], looked_at: int = 0) -> int:
    """How many comparisons stand behind these findings; those of one kind share theirs.

    `looked_at` is how many the list of signals made, also when none of them stands among the findings.
    """
    checks = {finding.kind: finding.checks for finding in found}
    checks["signal"] = max(looked_at, checks.get("signal", 0))
    return sum(checks.values())
