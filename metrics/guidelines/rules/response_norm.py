"""Whether answers come in time: the norm that was promised, the unanswered counted as late."""

from metrics.guidelines.checked import Checked, at_least, not_measurable
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.parameters import OneOf, Part, Values
from metrics.guidelines.rule import Rule
from metrics.words import N_, Message, Share

NO_NORM = Message("no_norm", N_("No norm says by when to answer, or no deadline has passed. Set a norm."))
NO_CONVERSATIONS = N_("No import brings messages of citizens. Load an export with comments.")


def judge(values: Values, evidence: Evidence) -> Checked:
    """The share of questions whose deadline has passed that a person answered before it."""
    answers = evidence.answers
    if answers is None:
        return not_measurable("no_conversations", NO_CONVERSATIONS)
    if answers.due == 0 or not answers.has_norm:
        return Checked("not_measurable", reason=NO_NORM)
    share = answers.target if values["source"] == "norm" and answers.target is not None else values["share"]
    return at_least(answers.in_time, answers.due, share, minimum=10)


def _sentence(values: Values) -> Message:
    if values["source"] == "norm":
        text = N_("We answer within the time of our norm: as often as the norm promises, or else {share} of questions.")
    else:
        text = N_("We answer at least {share} of questions within the time of our norm.")
    return Message("response_norm", text, {"share": Share(values["share"])})


RULE = Rule(
    id="response_norm",
    element="responsiveness",
    label=N_("Answers in time"),
    needs=N_(
        "At least 10 questions whose deadline has passed, and a norm. A question without an answer counts as late."
    ),
    todo=N_(
        "Look on the page Responsiveness at which hours answers are late: more people, other hours or another norm."
    ),
    basis="questions",
    parameters=(
        OneOf(
            "source",
            N_("Which part of the questions"),
            "norm",
            {"norm": N_("what the norm promises"), "here": N_("what is filled in here")},
        ),
        Part("share", N_("At least this part of the questions"), 0.8),
    ),
    sentence=_sentence,
    judge=judge,
)
