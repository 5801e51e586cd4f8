"""Whether films have captions for people who do not hear them."""

from metrics.guidelines.checked import Checked, at_least, not_measurable
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.parameters import Part, Values
from metrics.guidelines.rule import Rule
from metrics.words import N_, Message, Share


def judge(values: Values, evidence: Evidence) -> Checked:
    """The share of films with captions, where an export tells."""
    if evidence.captioned is None:
        text = N_(
            "No file tells which films have captions. YouTube's API does (videos.list, caption), and is not read for "
            "it yet. Look at ten films by hand."
        )
        return not_measurable("no_captions", text)
    return at_least(*evidence.captioned, values["share"], minimum=30)


RULE = Rule(
    id="accessibility_captions",
    element="accessibility",
    label=N_("Films have captions"),
    needs=N_("At least 30 films of which is told whether they have captions. YouTube's API tells, and no file does."),
    todo=N_("Add captions before a film goes out, and correct the automatic ones."),
    basis="posts",
    parameters=(Part("share", N_("At least this part of the films"), 0.95),),
    sentence=lambda values: Message(
        "accessibility_captions",
        N_("Our films have captions: at least {share} of them."),
        {"share": Share(values["share"])},
    ),
    judge=judge,
)
