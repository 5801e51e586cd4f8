"""Whether pictures have a description for people who do not see them."""

from metrics.guidelines.checked import Checked, at_least, not_measurable
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.parameters import Part, Values
from metrics.guidelines.rule import Rule
from metrics.words import N_, Message, Share


def judge(values: Values, evidence: Evidence) -> Checked:
    """The share of pictures with a description, where an export tells."""
    if evidence.described is None:
        text = N_("No export that was loaded tells. An archive of Mastodon does; elsewhere, look at ten posts by hand.")
        return not_measurable("no_alt_texts", text)
    return at_least(*evidence.described, values["share"], minimum=30)


RULE = Rule(
    id="accessibility_alt_text",
    element="accessibility",
    label=N_("Pictures have a description"),
    needs=N_("An export that tells which pictures have a description. Few do, and none is read for it yet."),
    todo=N_("Write a description with every picture: what is on it, and the text in it."),
    basis="posts",
    parameters=(Part("share", N_("At least this part of the pictures"), 0.95),),
    sentence=lambda values: Message(
        "accessibility_alt_text",
        N_("Our pictures have a description: at least {share} of them."),
        {"share": Share(values["share"])},
    ),
    judge=judge,
)
