"""Why a series has no limits or no chart, and which weeks the limits rest on."""

from metrics.change.run import SHIFT
from metrics.change.xmr import BASELINE, FEWEST
from metrics.periods import to_date
from metrics.words import N_, Message


def no_weeks() -> Message:
    """Nothing is known yet."""
    return Message("no_weeks", N_("No full week has a number yet."))


def not_a_flow() -> Message:
    """Followers and the like: a stand that is read off."""
    return Message(
        "not_a_flow", N_("This number adds up over time, so every week exceeds the one before. Look at its growth.")
    )


def few_weeks(n: int) -> Message:
    """A run chart only."""
    return Message(
        "few_weeks",
        N_("{n} week has a number. Limits of ordinary variation need {needed}; until then the line is the middle."),
        {"n": n, "needed": FEWEST},
        plural=N_(
            "{n} weeks have a number. Limits of ordinary variation need {needed}; until then the line is the middle."
        ),
        count=n,
    )


def no_recent_week(last: int) -> Message:
    """The newest number is old."""
    return Message("no_recent_week", N_("The newest week with a number begins on {day}."), {"day": to_date(last)})


def no_variation() -> Message:
    """More than half of the baseline is one and the same number."""
    return Message(
        "no_variation",
        N_(
            "Most weeks have the very same number, so there are no limits of ordinary variation. "
            "{n} weeks in a row on one side of it count as a change."
        ),
        {"n": SHIFT},
    )


def basis_of(first: int, last: int, points: int, since: int | None) -> Message:
    """Which weeks the limits rest on."""
    values = {"n": points, "first": to_date(first), "last": to_date(last + 6)}
    if points < BASELINE:
        text = N_("The limits are provisional: they rest on {n} weeks ({first} to {last}). From {needed} on they stay.")
        return Message("basis_provisional", text, values | {"needed": BASELINE})
    if since is not None:
        text = N_(
            "The limits rest on the {n} weeks after the recorded change ({first} to {last}) and stay as they are."
        )
        return Message("basis_since", text, values)
    return Message(
        "basis_first", N_("The limits rest on the first {n} weeks ({first} to {last}) and stay as they are."), values
    )
