"""What came of a campaign, against what was expected of it. It tells what was seen, never why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from metrics.campaigns.beside import Beside
from metrics.campaigns.evidence import Evidence, against_others, days_with_visits, measured
from metrics.campaigns.tag import MEASURES, Tag
from metrics.estimate import Estimate
from metrics.periods import to_date
from metrics.words import N_, Message

Verdict = Literal["reached", "not_reached", "undecided", "too_early", "not_measurable", "not_written"]

VERDICTS: dict[Verdict, str] = {
    "reached": N_("Reached"),
    "not_reached": N_("Not reached"),
    "undecided": N_("Undecided"),
    "too_early": N_("Too early to say"),
    "not_measurable": N_("Not measurable"),
    "not_written": N_("No expectation"),
}
"""What a result says of an expectation, in words."""

_JUDGED: dict[Verdict, str] = {
    "reached": N_("**The one campaign that can be judged did what was expected.**"),
    "not_reached": N_("**The one campaign that can be judged did not do what was expected.**"),
    "undecided": N_("**Of the one campaign that can be judged, it is undecided whether it did what was expected.**"),
}


@dataclass(frozen=True)
class Result:
    """The verdict on a campaign, the number behind it, and why in words.

    `found` is None while nothing is expected. `typical` are the interactions of its posts, `beside` compares them with
    the other posts of the same accounts. `added` and `taken_out` are of `Evidence`.
    """

    tag: Tag
    verdict: Verdict
    found: Estimate | None
    why: Message
    posts: int
    visits: Estimate
    typical: Estimate
    beside: Beside | None
    added: int = 0
    taken_out: int = 0


def result(tag: Tag, evidence: Evidence) -> Result:
    """Judge one campaign."""
    found = None if tag.measure is None or not tag.is_registered else measured(tag, tag.measure, evidence)
    verdict, why = _judged(tag, found, evidence)
    interactions = measured(tag, "interactions", evidence)
    visits = measured(tag, "visits", evidence)
    changed = (evidence.added, evidence.taken_out) if tag.is_registered else (0, 0)
    others = against_others(evidence)
    return Result(tag, verdict, found, why, len(evidence.posts), visits, interactions, others, *changed)


def changed_words(one: Result) -> Message | None:
    """That posts were put in or taken out by hand after the expectation was written; None when none were."""
    if not one.added and not one.taken_out:
        return None
    text = N_(
        "Posts added by hand since the expectation was written: {added}; taken out by hand: {taken_out}; in it now: "
        "{n}. That can move the result."
    )
    values = {"added": one.added, "taken_out": one.taken_out, "n": one.posts}
    return Message("changed_by_hand", text, values)


def finding_beside(one: Result) -> Message:
    """How the posts of a campaign did beside the other posts of their accounts, in a few words."""
    found = one.beside
    if found is None:
        return Message("no_others", N_("It cannot be said whether its posts got more than usual"))
    if found.low is None or found.high is None:
        return Message("few_beside", N_("There are too few posts to say whether they got more than usual"))
    if found.low > 1:
        return Message("more_than_usual", N_("Its posts got more than usual"))
    if found.high < 1:
        return Message("less_than_usual", N_("Its posts got less than usual"))
    return Message("as_usual", N_("Its posts do not clearly differ from what is usual"))


def beside_words(one: Result) -> Message:
    """The same with the numbers."""
    found = one.beside
    if found is None:
        return Message("no_others_why", N_("There are too few other posts of the same accounts to say what is usual."))
    values: dict[str, float] = {"ratio": round(found.ratio, 2), "n": found.n, "others": found.others}
    if found.low is None or found.high is None:
        return Message("beside_few", _BESIDE_FEW, values)
    return Message("beside", _BESIDE, values | {"low": round(found.low, 2), "high": round(found.high, 2)})


def headline(results: Sequence[Result]) -> Message:
    """The finding of the page: how many campaigns did what was expected of them."""
    n = Counter(one.verdict for one in results if one.tag.kind == "campaign")
    campaigns = sum(n.values())
    if not campaigns:
        return Message(
            "no_campaigns", N_("**No campaign is described yet.** Tag its posts, and write what you expect.")
        )
    judged = sum(n[verdict] for verdict in _JUDGED)
    if not judged:
        text = N_("**No campaign can be judged yet.** {early} of {n} are too early, {open} have no expectation.")
        return Message("none_judged", text, {"n": campaigns, "early": n["too_early"], "open": n["not_written"]})
    if judged == 1:
        return Message("campaign_judged", next(text for verdict, text in _JUDGED.items() if n[verdict]))
    text = N_(
        "**{reached} of {n} campaigns that can be judged did what was expected.** {missed} did not; {open} undecided."
    )
    values = {"reached": n["reached"], "n": judged, "missed": n["not_reached"], "open": n["undecided"]}
    return Message("campaigns_judged", text, values)


def _judged(tag: Tag, found: Estimate | None, evidence: Evidence) -> tuple[Verdict, Message]:
    if found is None or tag.measure is None or tag.expected is None:
        return "not_written", Message("nothing_expected", N_("Nobody wrote down what was expected of it."))
    if found.value is None:
        return "not_measurable", found.reason or _FEW
    values = {"measure": Message(tag.measure, MEASURES[tag.measure]), "expected": tag.expected, "n": found.n}
    values |= {"found": found.value, "low": found.low, "high": found.high}
    if tag.measure == "visits":
        counts = {"found": round(found.value), "expected": round(tag.expected)}
        return _of_visits(tag, found.value, evidence, values | counts)
    if evidence.newest is None or tag.last_day is None or evidence.newest < tag.last_day:
        return "too_early", _early(tag, evidence.newest)
    if found.low is None or found.high is None:
        return "undecided", Message("few_posts", N_("With {n} posts it cannot be told from chance."), values)
    if found.low >= tag.expected:
        return "reached", Message("interval_above", _INTERVAL_ABOVE, values)
    if found.high < tag.expected:
        return "not_reached", Message("interval_below", _INTERVAL_BELOW, values)
    return "undecided", Message("interval_around", _INTERVAL_AROUND, values)


def _of_visits(tag: Tag, value: float, evidence: Evidence, values: dict[str, object]) -> tuple[Verdict, Message]:
    """Visits are counted, not sampled; what can be missing are days."""
    expected, known = tag.expected or 0.0, evidence.visits_known or (0, 0)
    if value >= expected:
        text = N_("{found} visits came with its links; at least {expected} were expected.")
        return "reached", Message("visits_reached", text, values)
    if known[1] < (tag.last_day or 0):
        return "too_early", _early(tag, known[1])
    if known[0] > (tag.first_day or 0):
        text = N_("{found} visits are known, of {n} of its days; the days before {day} are missing.")
        return "undecided", Message("visits_missing", text, values | {"day": to_date(known[0])})
    if len(days_with_visits(tag, evidence)) <= (tag.last_day or 0) - (tag.first_day or 0):
        text = N_(
            "{found} visits are known, of {n} of its days. Of its other days there are no figures of any campaign, so "
            "they are missing."
        )
        return "undecided", Message("visits_gap", text, values)
    text = N_("{found} visits came with its links; at least {expected} were expected.")
    return "not_reached", Message("visits_missed", text, values)


def _early(tag: Tag, newest: int | None) -> Message:
    if newest is None or tag.last_day is None:
        return _FEW
    text = N_("It runs until {last}, and data are there until {newest}.")
    return Message("campaign_runs", text, {"last": to_date(tag.last_day), "newest": to_date(newest)})


_FEW = Message("no_campaign_data", N_("There are no data of these days yet."))
_INTERVAL_ABOVE = N_(
    "{measure}: {found}, with a 95% interval from {low} to {high} ({n} posts). All of it is at or above {expected}."
)
_INTERVAL_BELOW = N_(
    "{measure}: {found}, with a 95% interval from {low} to {high} ({n} posts). All of it is below {expected}."
)
_INTERVAL_AROUND = N_(
    "{measure}: {found}, with a 95% interval from {low} to {high} ({n} posts). Both more and less than {expected} "
    "can be true."
)
_BESIDE = N_(
    "{ratio} times the interactions of the other posts of the same accounts (95% interval {low} to {high}; {n} posts "
    "beside {others})."
)
_BESIDE_FEW = N_(
    "{ratio} times the interactions of the other posts of the same accounts; with {n} posts that can be chance."
)
