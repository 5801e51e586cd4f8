"""Whether posts are easy enough to read."""

from metrics.guidelines.checked import Checked, at_least, not_measurable
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.parameters import OneOf, Part, Values
from metrics.guidelines.rule import Rule
from metrics.words import N_, Message, Share

LEVELS = ("A2", "B1", "B2", "C1")
"""From easy to hard."""


def judge(values: Values, evidence: Evidence) -> Checked:
    """The share of posts at the level or easier, among the posts with enough words to tell."""
    counts: dict[str, int] = {}
    for value, posts in evidence.content.get("reading", {}).items():
        level = value.rpartition(":")[2]  # "nl:B1"
        counts[level] = counts.get(level, 0) + posts
    n = sum(counts.values())
    if n == 0:
        return not_measurable("no_reading", N_("No post is long enough, in Dutch or English, to tell how easy it is."))
    easy = LEVELS[: LEVELS.index(values["level"]) + 1]
    return at_least(sum(counts.get(level, 0) for level in easy), n, values["share"], minimum=30)


RULE = Rule(
    id="language_level",
    element="conduct",
    label=N_("Language level"),
    needs=N_("At least 30 posts in Dutch or English that are long enough to measure how easy they are."),
    todo=N_("Use short sentences and everyday words. Let somebody outside the department read along."),
    basis="posts",
    parameters=(
        OneOf("level", N_("Language level"), "B1", {level: level for level in LEVELS}),
        Part("share", N_("At least this part of the posts"), 0.8),
    ),
    sentence=lambda values: Message(
        "language_level",
        N_("We write at level {level} or easier: at least {share} of our posts."),
        {"level": values["level"], "share": Share(values["share"])},
    ),
    judge=judge,
)
