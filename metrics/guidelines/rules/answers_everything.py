"""Whether every question gets an answer in the end."""

from metrics.guidelines.checked import Checked, at_least, not_measurable
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.parameters import Part, Values
from metrics.guidelines.rule import Rule
from metrics.guidelines.rules.response_norm import NO_CONVERSATIONS, NO_NORM
from metrics.words import N_, Message, Share


def judge(values: Values, evidence: Evidence) -> Checked:
    """The share of questions whose deadline has passed that got an answer, late or not."""
    answers = evidence.answers
    if answers is None:
        return not_measurable("no_conversations", NO_CONVERSATIONS)
    if answers.due == 0:
        return Checked("not_measurable", reason=NO_NORM)
    return at_least(answers.due - answers.due_waiting, answers.due, values["share"], minimum=10)


RULE = Rule(
    id="answers_everything",
    element="responsiveness",
    label=N_("Every question gets an answer"),
    needs=N_("At least 10 questions whose deadline has passed. Automatic and holding replies are no answer."),
    todo=N_("Start with the questions that still wait: the page Responsiveness lists them."),
    basis="questions",
    parameters=(Part("share", N_("At least this part of the questions gets an answer"), 0.9),),
    sentence=lambda values: Message(
        "answers_everything",
        N_(
            "We answer every question: at least {share} have an answer when the deadline has passed, late ones "
            "included."
        ),
        {"share": Share(values["share"])},
    ),
    judge=judge,
)
