"""The shapes that numbers about answers come in: a share of what is due, a time, a count, a share of own posts.

Each names the platforms in it and those of which nobody loaded conversations. Answers on several platforms may be
added up: what is measured is the organisation, not the platforms.
"""

from dataclasses import replace

import pandas as pd

from metrics import reasons
from metrics.calculations import MINIMUM_FOR_SHARE
from metrics.estimate import Estimate
from metrics.histogram import merge
from metrics.intervals import wilson
from metrics.responsiveness.survival import Survival, survival, survival_of
from metrics.slices import RESPONSE, Slice
from metrics.words import N_, Message

MINIMUM_QUESTIONS = MINIMUM_FOR_SHARE
"""Times and shares need this many questions (METRICS 3.1)."""


def share_in_time(data: Slice) -> Estimate:
    """The share of the questions whose deadline has passed that were answered before it, with Wilson's interval."""
    found = about_answers(data)
    return found if found.reason else _share_of_due(data, found, int(data.answers["in_time"].sum()))


def share_answered(data: Slice) -> Estimate:
    """The share of the questions whose deadline has passed that were answered at all, in time or too late."""
    found = about_answers(data)
    if found.reason is not None:
        return found
    return _share_of_due(data, found, int((data.answers["due"] - data.answers["due_waiting"]).sum()))


def time_to_answer(data: Slice, share: float) -> Estimate:
    """The seconds within which this share of all questions is answered, those still waiting included.

    Without a value, and with "more than" so long as its reason, when fewer than that share got an answer.
    """
    found = about_answers(data)
    if found.reason is not None:
        return found
    return _time(found, curve_of(data), share)


def exact_time_to_answer(data: Slice, cases: pd.DataFrame, share: float) -> Estimate:
    """The same from single questions: asked_ts, answered_ts (NaN while waiting), until_ts; nothing is rounded."""
    found = about_answers(data)
    if found.reason is not None:
        return found
    waiting = cases["answered_ts"].isna()
    ages = (cases["until_ts"] - cases["asked_ts"])[waiting].clip(lower=0)
    return _time(found, survival_of((cases["answered_ts"] - cases["asked_ts"])[~waiting], ages), share)


def _time(found: Estimate, curve: Survival, share: float) -> Estimate:
    found = replace(found, n=curve.n)
    if curve.n < MINIMUM_QUESTIONS:
        reason = reasons.too_few_questions(curve.n, MINIMUM_QUESTIONS) if curve.n else reasons.no_questions()
        return replace(found, reason=reason)
    time = curve.quantile(share)
    if time.value is None:
        return replace(found, reason=reasons.more_than(time.longest, share))
    return replace(found, value=time.value, low=time.low, high=time.high)


def waiting_now(data: Slice) -> Estimate:
    """How many questions of the period have no answer yet; `n` is the number of questions."""
    found = about_answers(data)
    if found.reason is not None:
        return found
    return replace(found, value=float(data.answers["waiting"].sum()), n=int(data.answers["asked"].sum()))


def share_two_way(data: Slice) -> Estimate:
    """The share of own posts with a citizen's message and a reply after it, where conversations are loaded."""
    found = about_answers(data)
    if found.reason is not None:
        return found
    talked, two_way = (int(data.answers[column].sum()) for column in ("talked", "two_way"))
    own = int(data.sums.loc[data.sums["account_id"].isin(data.answers["account_id"]), "posts"].sum())
    n = max(own, talked)  # people also talk under replies of the organisation, which are not among its posts
    return (
        as_share(replace(found, n=n), two_way, of_questions=False) if n else replace(found, reason=reasons.no_posts())
    )


def share_deep(data: Slice) -> Estimate:
    """Of the own posts that citizens wrote under, the share with two or more turns between them and us."""
    found = about_answers(data)
    if found.reason is not None:
        return found
    n = int(data.answers["talked"].sum())
    if n == 0:
        return replace(found, reason=reasons.nobody_talked())
    return as_share(replace(found, n=n), int(data.answers["deep"].sum()), of_questions=False)


def as_share(found: Estimate, part: int, *, of_questions: bool = True) -> Estimate:
    """The estimate with the share `part` of its `n` and Wilson's interval; below ten "7 of 9" as its reason.

    >>> as_share(Estimate(None, n=9), 7).reason.english()
    '7 of 9 questions: too few for a percentage.'
    """
    if not 0 <= part <= found.n:
        return replace(found, reason=reasons.figures_clash())
    if found.n < MINIMUM_FOR_SHARE:
        say = reasons.too_few_questions_for_share if of_questions else reasons.too_few_for_share
        return replace(found, reason=say(part, found.n))
    low, high = wilson(part, found.n)
    return replace(found, value=part / found.n, low=low, high=high)


def curve_of(data: Slice) -> Survival:
    """How long people wait in this slice, the waiting ones included (`metrics.responsiveness.survival`)."""
    return survival(merge(data.histograms[data.histograms["measure"] == RESPONSE]), data.waiting)


def about_answers(data: Slice) -> Estimate:
    """An estimate without a value yet: the platforms in it and those without, and the reason if nothing is loaded."""
    inside = tuple(sorted(set(data.answers["platform"])))
    without = tuple(platform for platform in data.platforms if platform not in inside)
    if not inside:
        return Estimate(None, reason=reasons.no_conversations(without), without=without)
    known = set(data.answers["account_id"])
    accounts = known.union(data.sums["account_id"], data.audience["account_id"])
    notes: tuple[Message, ...] = ()
    if len(known) < len(accounts):
        text = N_("The conversations of {n} of the {accounts} accounts are known.")
        notes = (Message("accounts_missing", text, {"n": len(known), "accounts": len(accounts)}),)
    return Estimate(None, platforms=inside, without=without, notes=notes)


def _share_of_due(data: Slice, found: Estimate, part: int) -> Estimate:
    due = int(data.answers["due"].sum())
    if due == 0:
        asked = int(data.answers["asked"].sum())
        return replace(found, reason=reasons.none_due() if asked else reasons.no_questions())
    return as_share(replace(found, n=due), part)
