"""How the checks of a guideline are said: the verdict as an icon and a word, its number, what to do."""

from collections.abc import Iterable

from components.i18n import _, ngettext, say, share
from metrics.guidelines.checked import VERDICTS, Basis, Checked, Verdict
from metrics.guidelines.checks import Check, tally
from metrics.guidelines.content import Use
from metrics.guidelines.parameters import ParameterError
from metrics.words import N_

_LOOK: dict[Verdict, tuple[str, str]] = {
    "kept": ("check_circle", "green"),
    "not_kept": ("cancel", "red"),
    "too_few": ("hourglass_empty", "orange"),
    "not_measurable": ("visibility_off", "gray"),
}
BASES: dict[Basis, str] = {
    "weeks": N_("weeks"),
    "posts": N_("posts"),
    "pictures": N_("pictures"),
    "questions": N_("questions"),
    "removals": N_("removals"),
    "documents": N_("documents"),
}
"""What n counts, for the CSV."""


def verdict_words(verdict: Verdict) -> str:
    """The verdict as Markdown: an icon with a shape of its own and the word, coloured as well."""
    icon, colour = _LOOK[verdict]
    return f":{colour}[:material/{icon}: {_(VERDICTS[verdict])}]"


def tally_line(found: Iterable[Check]) -> str:
    """How many checks have each verdict, as one line of badges."""
    counts = tally(found)
    return " · ".join(f"**{counts[verdict]}** {verdict_words(verdict)}" for verdict in VERDICTS)


def figure_words(check: Check) -> str:
    """The share with its interval and what it rests on: "82% (71% to 90%), 61 posts"."""
    checked, basis = check.checked, basis_words(check.rule.basis, check.checked.n)
    if checked.value is None or checked.low is None or checked.high is None:
        return basis if checked.n and check.rule.basis != "documents" else ""
    value, low, high = map(share, (checked.value, checked.low, checked.high))
    return _("{share} ({low} to {high}), {basis}", share=value, low=low, high=high, basis=basis)


def basis_words(basis: Basis, n: int) -> str:
    """What a share rests on."""
    match basis:
        case "weeks":
            return ngettext("{n} week", "{n} weeks", n)
        case "posts":
            return ngettext("{n} post", "{n} posts", n)
        case "pictures":
            return ngettext("{n} picture", "{n} pictures", n)
        case "questions":
            return ngettext("{n} question", "{n} questions", n)
        case "removals":
            return ngettext("{n} removal", "{n} removals", n)
        case "documents":
            return ngettext("{n} document", "{n} documents", n)


def reason_words(checked: Checked) -> str:
    """Why the verdict is not simply "kept"; empty when the number says it."""
    return say(checked.reason) if checked.reason else ""


def todo_words(check: Check) -> str:
    """What to do about a rule that is not kept; the other reasons say it themselves."""
    return _(check.rule.todo) if check.checked.verdict == "not_kept" else ""


def use_words(use: Use) -> str:
    """A rule of a guideline as a sentence; what is wrong with its values when they cannot be."""
    rule = use.definition
    if rule is None:
        return _("A rule that this version of Answerable does not know.")
    try:
        return say(rule.sentence(rule.clean(use.values)))
    except ParameterError as error:
        return say(error.message)
