"""A reading in words: the finding, the variation, the target, and what to do."""

from datetime import date

from metrics.change.result import Assurance, Reading, Variation
from metrics.change.xmr import FEWEST
from metrics.periods import to_date
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
_IN: dict[tuple[bool, int], str] = {
    (False, 1): N_("{metric}: higher in the week of {day}"),
    (False, -1): N_("{metric}: lower in the week of {day}"),
    (True, 1): N_("{metric}: longer in the week of {day}"),
    (True, -1): N_("{metric}: shorter in the week of {day}"),
}
_SINCE: dict[tuple[bool, int], str] = {
    (False, 1): N_("{metric}: higher since the week of {day}"),
    (False, -1): N_("{metric}: lower since the week of {day}"),
    (True, 1): N_("{metric}: longer since the week of {day}"),
    (True, -1): N_("{metric}: shorter since the week of {day}"),
}
_TITLES: dict[str, str] = {
    "no_weeks": N_("{metric}: no full week with a number yet"),
    "not_a_flow": N_("{metric}: adds up over time, so look at its growth"),
    "no_recent_week": N_("{metric}: no number in the newest weeks"),
}
"""By the code of the reason, where it says more than the variation does."""


def variation_words(reading: Reading) -> Message:
    """What the latest week says, in two or three words beside an icon."""
    return Message(reading.variation, _VARIATION[reading.variation])


def assurance_words(reading: Reading) -> Message:
    """Whether the target will be met, in a few words beside an icon."""
    return Message(reading.assurance, _ASSURANCE[reading.assurance])


def sentence(metric: Metric, reading: Reading) -> Message:
    """The finding, as the title of a chart."""
    name = {"metric": Message(metric.id, metric.label)}
    code = reading.reason.code if reading.reason is not None else ""
    if code in _TITLES:
        return Message(code, _TITLES[code], name)
    if reading.variation == "too_few":
        return Message("too_few", N_("{metric}: too few weeks to tell a change from chance"), name)
    if reading.variation == "common_cause":
        return Message("common_cause", N_("{metric}: no change beyond the ordinary"), name)
    texts = _SINCE if _lasts(reading) else _IN
    text = texts[metric.unit == "duration", reading.side]
    return Message(reading.variation, text, {**name, "day": _day(reading)})


def what_to_do(metric: Metric, reading: Reading) -> Message:
    """The next step that a reading asks for."""
    if reading.reason is not None and reading.reason.code in _NO_CHART:
        return Message(f"do_{reading.reason.code}", _NO_CHART[reading.reason.code])
    match reading.variation:
        case "too_few":
            text = N_("Load older exports, or wait until {needed} weeks have a number.")
            return Message("do_wait", text, {"needed": FEWEST})
        case "improving" if _lasts(reading):
            text = N_(
                "Find out what helped and keep it. If it is there to stay, record the decision: limits start anew."
            )
            return Message("do_keep", text)
        case "improving":
            text = N_("Find out what was different in that week. One good week is not yet a new level.")
            return Message("do_learn", text)
        case "concerning":
            text = N_("See what changed around {day}: a topic, staff, a tool, the platform or an event.")
            return Message("do_look", text, {"day": _day(reading)})
        case "higher" | "lower":
            text = N_("Check that all exports are loaded, then see what changed around {day}.")
            return Message("do_check", text, {"day": _day(reading)})
    match reading.assurance:
        case "will_miss":
            text = N_("Ordinary weeks miss the target. Only another way of working, or another target, changes that.")
            return Message("do_rework", text)
        case "may_meet":
            text = N_("Some ordinary weeks miss the target. Improve how the work is done, not single weeks.")
            return Message("do_steady", text)
    return Message("do_nothing", N_("No step needed: who reacts to ordinary ups and downs makes them larger."))


_NO_CHART: dict[str, str] = {
    "no_weeks": N_("Load exports that have this number for full weeks."),
    "not_a_flow": N_("Choose the growth of this number instead."),
    "no_recent_week": N_("Load the newest exports."),
}


def _lasts(reading: Reading) -> bool:
    """Whether the change is of more than the latest week."""
    known = [week for week, value in zip(reading.weeks, reading.values, strict=True) if value is not None]
    return reading.changed is not None and reading.changed != known[-1]


def _day(reading: Reading) -> date:
    assert reading.changed is not None  # a change begins somewhere
    return to_date(reading.changed)
