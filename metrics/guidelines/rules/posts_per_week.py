"""How often an account posts: a band for the posts of a week."""

from metrics.guidelines.checked import Checked, at_least, not_measurable
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.parameters import Values, Whole
from metrics.guidelines.rule import Rule
from metrics.words import N_, Message, Share

SHARE = 0.8
"""Of the weeks, at least so many must lie in the band: a holiday or a storm breaks no rhythm."""


def judge(values: Values, evidence: Evidence) -> Checked:
    """The share of full weeks with a number of own posts inside the band."""
    if not evidence.weeks:
        return not_measurable("no_weeks", N_("There is no full week with data. Load exports with posts."))
    inside = sum(values["low"] <= posts <= values["high"] for posts in evidence.weeks)
    return at_least(inside, len(evidence.weeks), SHARE, minimum=12)


def _sentence(values: Values) -> Message:
    text = N_("We post {low} to {high} times a week, in at least {share} of the weeks.")
    return Message("posts_per_week", text, {"low": values["low"], "high": values["high"], "share": Share(SHARE)})


def _problem(values: Values) -> Message | None:
    if values["low"] <= values["high"]:
        return None
    return Message("band", N_("Posts in a week: “at least” is more than “at most”. Change one of the two."))


RULE = Rule(
    id="posts_per_week",
    element="frequency",
    label=N_("Posts per week"),
    needs=N_(
        "Posts with their date, of at least 12 full weeks. Judged over 26 weeks, or the period when that is longer."
    ),
    todo=N_("Agree who writes in quiet weeks, or change the band to what you can keep up."),
    basis="weeks",
    parameters=(
        Whole("low", N_("At least so many posts in a week"), 2, 0, 200),
        Whole("high", N_("At most so many posts in a week"), 10, 0, 500),
    ),
    sentence=_sentence,
    judge=judge,
    problem=_problem,
)
