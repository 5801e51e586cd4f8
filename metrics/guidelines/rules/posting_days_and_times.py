"""On which weekdays and between which hours an account posts."""

from metrics.guidelines.checked import Checked, at_least, not_measurable
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.parameters import Days, Part, Values, Whole
from metrics.guidelines.rule import Rule
from metrics.weekdays import weekdays
from metrics.words import N_, Message, Share


def judge(values: Values, evidence: Evidence) -> Checked:
    """The share of own posts with a known hour that lie inside the days and hours."""
    n = sum(evidence.hours.values())
    if n == 0 and evidence.posts:
        text = N_("These exports give the day of a post and not the hour. Load an export with times, if there is one.")
        return not_measurable("no_hours", text)
    if n == 0:
        return not_measurable("no_posts", N_("There are no posts in this period."))
    opening, closing = values["start"], values["end"]
    inside = sum(
        posts for (day, hour), posts in evidence.hours.items() if day in values["days"] and opening <= hour < closing
    )
    return at_least(inside, n, values["share"], minimum=30)


def _sentence(values: Values) -> Message:
    text = N_("We post on {days} from {start}:00 to {end}:00: at least {share} of our posts.")
    clock = {"start": values["start"], "end": values["end"]}
    return Message("posting_times", text, {"days": weekdays(values["days"]), **clock, "share": Share(values["share"])})


def _problem(values: Values) -> Message | None:
    if values["start"] < values["end"]:
        return None
    return Message("hours", N_("Posting times: the first hour must lie before the last hour."))


RULE = Rule(
    id="posting_days_and_times",
    element="timing",
    label=N_("Days and times of posting"),
    needs=N_("At least 30 posts with the hour they were published."),
    todo=N_("Plan posts ahead for the agreed hours, or write the hours that suit your readers into the guideline."),
    basis="posts",
    parameters=(
        Days("days", N_("Days on which you post"), [0, 1, 2, 3, 4]),
        Whole("start", N_("From this hour"), 8, 0, 23),
        Whole("end", N_("Until this hour"), 20, 1, 24),
        Part("share", N_("At least this part of the posts"), 0.9),
    ),
    sentence=_sentence,
    judge=judge,
    problem=_problem,
)
