"""What the guidelines of some accounts promise, and how often these accounts kept it."""

from collections.abc import Iterable, Mapping

from metrics.claims.facts import Guided, Promise, Tally
from metrics.guidelines.content import Guideline, Use
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.parameters import ParameterError
from metrics.guidelines.rules.posts_per_week import SHARE as WEEKS_SHARE

INDICATORS: dict[str, str] = {
    "posts_per_week": "posts_per_week",
    "response_norm": "within_norm",
    "answers_everything": "answered_share",
}
"""The rules that look at a metric of the registry."""


def guided(evidence: Mapping[int, Evidence], guidelines: Mapping[int, Guideline], day: int) -> Guided:
    """The promises of the guidelines that accounts follow (by account), added up over these accounts.

    `day` is the last day of the period: documents are judged by their age on it.
    """
    following = {one: guidelines[one] for one in evidence if one in guidelines}
    pictures = _uses(following, "accessibility_alt_text")
    everything = _uses(following, "answers_everything")
    return Guided(
        weeks=_added((_kept(evidence[one], use), WEEKS_SHARE) for one, use in _uses(following, "posts_per_week")),
        times=_judged(evidence, following, "posting_days_and_times"),
        language=_judged(evidence, following, "language_level"),
        commented=_judged(evidence, following, "comments_open"),
        pictures=_added((evidence[one].described, _share(use)) for one, use in pictures),
        answered=_added((_answered(evidence[one]), _share(use)) for one, use in everything),
        text=_text(following, day),
    )


def indicators(guidelines: Iterable[Guideline]) -> frozenset[str]:
    """The metrics that rules of these guidelines look at."""
    return frozenset(INDICATORS[use.rule] for one in guidelines for use in one.uses if use.rule in INDICATORS)


def _uses(following: Mapping[int, Guideline], rule: str) -> list[tuple[int, Use]]:
    """Each account whose guideline has a rule, with that rule; values that cannot be are no promise."""
    return [(one, use) for one, content in following.items() for use in content.uses if use.rule == rule and _can(use)]


def _can(use: Use) -> bool:
    try:
        return use.definition is not None and bool(use.definition.clean(use.values))
    except ParameterError:
        return False


def _share(use: Use) -> float:
    assert use.definition is not None
    return float(use.definition.clean(use.values)["share"])  # type: ignore[arg-type]  # a Part is a number


def _judged(evidence: Mapping[int, Evidence], following: Mapping[int, Guideline], rule: str) -> Promise | None:
    """A rule with a share, over the accounts that follow it."""
    return _added((_kept(evidence[one], use), _share(use)) for one, use in _uses(following, rule))


def _kept(evidence: Evidence, use: Use) -> Tally | None:
    """The cases in which an account kept a rule; one with fewer cases than the rule needs has no share, and is out."""
    assert use.definition is not None
    found = use.definition.check(use.values, evidence)
    return None if found.value is None else (round(found.value * found.n), found.n)


def _answered(evidence: Evidence) -> Tally | None:
    answers = evidence.answers
    return None if answers is None else (answers.due - answers.due_waiting, answers.due)


def _added(promises: Iterable[tuple[Tally | None, float]]) -> Promise | None:
    """Promises of several accounts as one; None when nobody promised."""
    every = list(promises)
    if not every:
        return None
    known = [(tally, share) for tally, share in every if tally is not None and tally[1]]
    k, n = (sum(tally[place] for tally, _ in known) for place in (0, 1))
    return Promise(k, n, sum(tally[1] * share for tally, share in known) / n if n else every[0][1])


def _text(following: Mapping[int, Guideline], day: int) -> bool | None:
    """Whether each guideline with the rule on a text about expectations keeps it; None when none has it."""
    uses = [use for _, use in _uses(following, "expectation_text")]
    checked = [use.definition.check(use.values, Evidence(day)).verdict for use in uses if use.definition is not None]
    return all(verdict == "kept" for verdict in checked) if checked else None
