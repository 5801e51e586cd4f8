"""Whether people can comment: posts get comments at all."""

from metrics.guidelines.checked import Checked, at_least, not_measurable
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.parameters import Part, Values
from metrics.guidelines.rule import Rule
from metrics.words import N_, Message, Share


def judge(values: Values, evidence: Evidence) -> Checked:
    """The share of posts with at least one comment, among the posts of which the number of comments is known."""
    if evidence.commented is None or evidence.commented[1] == 0:
        return not_measurable("no_comments", N_("These exports do not tell how many comments a post got."))
    return at_least(*evidence.commented, values["share"], minimum=30)


RULE = Rule(
    id="comments_open",
    element="comments",
    label=N_("Comments are open"),
    needs=N_("At least 30 posts with their number of comments. Closed comments show as posts without any."),
    todo=N_("Look on the platform whether comments are closed. If they are open, ask people something."),
    basis="posts",
    parameters=(Part("share", N_("At least this part of the posts gets a comment"), 0.05),),
    sentence=lambda values: Message(
        "comments_open",
        N_("People can comment: at least {share} of our posts get a comment."),
        {"share": Share(values["share"])},
    ),
    judge=judge,
)
