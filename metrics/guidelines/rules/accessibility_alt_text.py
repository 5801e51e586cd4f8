"""Whether pictures have a description for people who do not see them."""

from metrics.guidelines.checked import Checked, at_least, not_measurable
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.parameters import Part, Values
from metrics.guidelines.rule import Rule
from metrics.words import N_, Message, Share


def judge(values: Values, evidence: Evidence) -> Checked:
    """The share of pictures with a description, where an export tells."""
    if evidence.described is None:
        text = N_(
            "There is no picture in this period of which an export tells. Archives and API answers of Mastodon do, and "
            "feeds of Bluesky; files of Meta, LinkedIn and X do not. There, look at ten posts by hand."
        )
        return not_measurable("no_alt_texts", text)
    return at_least(*evidence.described, values["share"], minimum=30)


RULE = Rule(
    id="accessibility_alt_text",
    element="accessibility",
    label=N_("Pictures have a description"),
    needs=N_("At least 30 pictures of which the export tells whether they have a description: Mastodon or Bluesky."),
    todo=N_("Write a description with every picture: what is on it, and the text in it."),
    basis="pictures",
    parameters=(Part("share", N_("At least this part of the pictures"), 0.95),),
    sentence=lambda values: Message(
        "accessibility_alt_text",
        N_("Our pictures have a description: at least {share} of them."),
        {"share": Share(values["share"])},
    ),
    judge=judge,
)
