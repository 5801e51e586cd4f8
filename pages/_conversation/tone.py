"""In which tone people write: counts, and shares once people have labelled a sample."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from components import time_axis
from components.address import choose_one
from components.i18n import _, say
from components.labelling.results import quality_words
from components.source import Source
from components.tone.cards import period_card, sample_card, side_by_side_card, steps_card
from components.tone.explained import Measured, model_card, what_it_is_not
from components.tone.group import Group, part_name
from components.words import platform_name
from data.filters import Filters
from data.models import card, scorer
from data.scoring import choice
from metrics.estimate import Estimate
from metrics.periods import Period
from metrics.text.calibration import Calibration
from metrics.text.tone import TONES
from metrics.text.tone_counts import PARTS, change_sentence, counted_sentence, share_sentence
from metrics.words import N_, Message
from pages import _numbers as numbers
from pages._context import access, department_names, engine
from pages._conversation.tones import STEPS, WHOLE, Tones, tones

_ONLY_COUNTS = N_(
    "The messages that you chose above have counts only: there are too few of them, or the machine mixes up tones too "
    "often here to correct their counts."
)
_NOBODY = Group("", dict.fromkeys(PARTS, 0), 0)


def tone_section(asked: Filters, source: Source) -> None:
    """Draw the finding, what must be known to read it, and the charts."""
    found, key = tones(asked), numbers.key(asked)
    now = found.groups[WHOLE].get("current", _NOBODY)
    st.header(say(_finding(now, found)), anchor=False)
    what_it_is_not()
    if not now.n:
        return
    _checked(found.calibration.found, [say(note) for note in found.calibration.notes])
    if found.sampled is not None:
        sample_card(_named(found.sampled, say(_sample(found))), source, (key, "tone_sample"))
        if not now.corrected:
            st.info(_(_ONLY_COUNTS), icon=":material/info:")
    period_card(replace(now, name=_("this period")), _change(found), source, (key, "tones"))
    step = time_axis.step_of(asked.period)
    steps = {start: _named(group, time_axis.name_of(start, step)) for start, group in found.groups[STEPS].items()}
    steps_card(steps, step, now.n, source, (key, "tone_steps"))
    tone = choose_one("which", _("Tone to compare"), list(TONES), "negative", part_name, 260)
    st.caption(_("In alphabetical order. Who gets which messages differs, so this is no ranking."))
    platforms, names = _sorted(found.groups["platform"], platform_name), department_names()
    side_by_side_card("platform", tone, platforms, now.n, source, (key, "tone_p"))
    departments = _sorted(found.groups["department"], names.__getitem__)
    side_by_side_card("department", tone, departments, now.n, source, (key, "tone_d"))
    version = scorer(choice(engine(), access())).version
    model_card(version, _measured(version))


def _finding(now: Group, found: Tones) -> Message:
    if found.sampled is None:
        return counted_sentence(now.counts, now.n)
    return share_sentence(found.sampled.shares, _sample(found))


def _sample(found: Tones) -> Message:
    """Of which messages the labelled ones are a sample."""
    drawn = found.calibration.state
    period = None if drawn is None else Period(drawn.round.first_day, drawn.round.last_day)
    return Message("sample", N_("messages sampled from {period}"), {"period": period})


def _change(found: Tones) -> Message | None:
    """How negative it is beside the period before; None where there are no shares to tell."""
    now, before = (found.groups[WHOLE].get(name, _NOBODY) for name in ("current", "previous"))
    if not now.corrected:
        return None
    return change_sentence(now.shares["negative"], before.shares.get("negative", Estimate(None)))


def _checked(found: Calibration | Message, notes: list[str]) -> None:
    """What people checked, or what is missing for shares; and how good the machine is here."""
    if isinstance(found, Message):
        st.info(say(found), icon=":material/info:")
        return
    st.markdown(quality_words(found))
    for note in notes:
        st.caption(note)


def _measured(version: str) -> list[Measured]:
    """How good a model was by language, on texts that it was not trained on; nothing for the rules."""
    found = card()["models"].get(version.partition("+")[0].rstrip("0123456789"), {}).get("dev", {})
    ends = {code: one["interval"] for code, one in found.items()}
    return [Measured(code, one["macro_f1"], ends[code][0], ends[code][1], one["n"]) for code, one in found.items()]


def _named(group: Group, name: str) -> Group:
    return replace(group, name=name)


def _sorted(groups: dict[Any, Group], name: Callable[[Any], str]) -> list[Group]:
    """The groups by name, in alphabetical order."""
    named = [_named(group, name(code)) for code, group in groups.items()]
    return sorted(named, key=lambda group: group.name.casefold())
