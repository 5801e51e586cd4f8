"""Whether each removal of a comment names the house rule that it rests on."""

from metrics.guidelines.checked import Checked, at_least, not_measurable
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.parameters import Part, Values
from metrics.guidelines.rule import Rule
from metrics.words import N_, Message, Share


def judge(values: Values, evidence: Evidence) -> Checked:
    """The share of removals in the log with a house rule."""
    if evidence.removals is None or evidence.removals[1] == 0:
        text = N_("There is no log of removals in this period. Keep one: the count, the reason and the house rule.")
        return not_measurable("no_log", text)
    return at_least(*evidence.removals, values["share"], minimum=10)


RULE = Rule(
    id="moderation_with_reason",
    element="moderation",
    label=N_("Removals have a reason"),
    needs=N_("The log of removals, with at least 10 removals in the period."),
    todo=N_("Note the house rule with every removal. Put back what falls under none."),
    basis="removals",
    parameters=(Part("share", N_("At least this part of the removals"), 0.9),),
    sentence=lambda values: Message(
        "moderation_with_reason",
        N_("We remove a comment only under a house rule: at least {share} of the removals name it."),
        {"share": Share(values["share"])},
    ),
    judge=judge,
)
