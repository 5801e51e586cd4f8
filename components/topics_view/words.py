"""What is said of a topic, in the same words in figures, tables and facts."""

from components.i18n import _, ngettext, number, say, share
from metrics.estimate import Estimate
from metrics.text.tone import TONES, UNSURE
from metrics.topics.changes import Shift
from metrics.topics.sizes import NOT_SCORED, Size, Tones
from metrics.words import N_

TONE_WORDS: dict[str, str] = {**TONES, UNSURE: N_("Unsure"), NOT_SCORED: N_("Not scored")}
"""What the machine can say of a message, in the order of tables."""


def share_words(found: Estimate) -> str:
    """A share with its interval, "18% (16% to 20%)", or why there is none."""
    if found.value is None:
        return say(found.reason) if found.reason else _("Not available")
    if found.low is None or found.high is None:
        return share(found.value)
    interval = _("{low} to {high}", low=share(found.low), high=share(found.high))
    return _("{share} ({interval})", share=share(found.value), interval=interval)


def size_words(size: Size) -> str:
    """The share of a topic and how many messages it is."""
    return _("{share}, {messages}", share=share_words(size.share), messages=messages_words(size.messages))


def messages_words(n: int) -> str:
    """A number of messages."""
    return ngettext("{n} message", "{n} messages", n)


def change_words(shift: Shift | None) -> str:
    """How a topic compares with the period before."""
    if shift is None:
        return _("too few to compare")
    match shift.direction:
        case "up":
            return _("rose, from {share}", share=share(shift.before))
        case "down":
            return _("fell, from {share}", share=share(shift.before))
        case _:
            return _("no clear change ({before} before)", before=share(shift.before))


def waiting_words(size: Size) -> str:
    """How many questions on a topic wait; the share where there are enough of them."""
    if size.asked == 0:
        return _("no questions")
    counted = ngettext("{k} of {n} question waits", "{k} of {n} questions wait", size.asked, k=number(size.waiting))
    if size.share_waiting.value is None:
        return counted
    return _("{counted}: {share}", counted=counted, share=share_words(size.share_waiting))


def tone_words(tones: Tones) -> str:
    """How many messages the machine counted in each tone; groups that are too small are not told."""
    told = [(_(label), tones[code]) for code, label in TONE_WORDS.items() if tones[code] != 0]
    return " · ".join(_("{tone}: {n}", tone=label, n=_("few") if n is None else n) for label, n in told)
