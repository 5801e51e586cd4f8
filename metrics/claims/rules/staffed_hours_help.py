"""The hours in which somebody is there are hours in which people are helped."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Code, Verdict, saying
from metrics.comparison.periods import compare
from metrics.words import N_, Share

MINIMUM_DAYS = 28


def _check(facts: Facts) -> Verdict:
    """Questions asked while somebody is there are in time more often than the others; clearly fewer contradict it."""
    if facts.staffing is None:
        return document(N_("No questions of citizens are loaded. Load exports with messages."))
    inside, outside = facts.staffing.in_time_inside, facts.staffing.in_time_outside
    too_short = saying(
        {"days": facts.days, "minimum": MINIMUM_DAYS, "inside": inside.n, "outside": outside.n},
        agree="",
        disagree="",
        too_few=N_(
            "{inside} questions inside opening hours and {outside} outside, over {days} days: 10 of each and "
            "{minimum} days are needed."
        ),
    )
    if facts.days < MINIMUM_DAYS or inside.value is None or outside.value is None:
        return Verdict("too_few", too_short("too_few"), n=inside.n)
    say = saying(
        {"inside": Share(inside.value), "outside": Share(outside.value), "n": inside.n, "others": outside.n},
        agree=N_(
            "{inside} of {n} questions inside opening hours are answered in time, clearly more than the {outside} of "
            "{others} outside them."
        ),
        disagree=N_(
            "{inside} of {n} questions inside opening hours are answered in time, clearly less than the {outside} of "
            "{others} outside them: they pile up while somebody is there."
        ),
        too_few=N_(
            "{inside} of {n} questions inside opening hours are answered in time, and {outside} of {others} outside "
            "them: no clear difference."
        ),
    )
    direction = compare(inside, outside).direction
    code: Code = "agree" if direction == "up" else "disagree" if direction == "down" else "too_few"
    return Verdict(code, say(code), inside.value, inside.low, inside.high, inside.n)


CHECK = ClaimCheck(
    id="staffed_hours_help",
    claim=N_("Enough time is free in the hours in which we are there."),
    needs=N_("Opening hours, four weeks, and 10 questions inside and outside them whose deadline has passed."),
    todo=N_("See at which hours questions pile up, and free time there or change the opening hours."),
    from_level=3,
    page="responsiveness",
    look=(("view", "figures"),),
    metric="within_norm",
    check=_check,
)
