"""A reading in words: the finding, the variation, the target, and what to do."""

from metrics.change.result import Assurance, Reading, Variation
from metrics.registry import Metric
from metrics.words import N_, Message

_VARIATION: dict[Variation, str] = {
    "improving": N_("improving"),
    "concerning": N_("concerning"),
    "higher": N_("higher than usual"),
    "lower": N_("lower than usual"),
    "common_cause": N_("ordinary variation"),
    "too_few": N_("too few weeks to say"),
}
_ASSURANCE: dict[Assurance, str] = {
    "will_meet": N_("will meet the target"),
    "will_miss": N_("will miss the target"),
    "may_meet": N_("may meet the target or miss it"),
    "no_target": N_("no target"),
    "too_few": N_("too few weeks to say"),
}


def variation_words(reading: Reading) -> Message:
    """What the latest week says, in two or three words beside an icon."""
    return Message(reading.variation, _VARIATION[reading.variation])


def assurance_words(reading: Reading) -> Message:
    """Whether the target will be met, in a few words beside an icon."""
    return Message(reading.assurance, _ASSURANCE[reading.assurance])


def sentence(metric: Metric, reading: Reading) -> Message:
    """The finding as the title of a chart."""
    return Message(
        reading.variation,
        N_("{metric}: {variation}"),
        {"metric": Message(metric.id, metric.label), "variation": variation_words(reading)},
    )


def what_to_do(metric: Metric, reading: Reading) -> Message:
    """The next step that a reading asks for."""
    return Message("no_step", N_("No step needed: reacting to ordinary variation makes it larger."))
