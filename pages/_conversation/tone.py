"""In which tone people write: counts, and shares once people have labelled a sample."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from components import time_axis
from components.address import choose_one
from components.filters import platform_name
from components.i18n import _, say
from components.labelling.results import quality_words
from components.source import Source
from components.tone.cards import period_card, side_by_side_card, steps_card
from components.tone.explained import model_card, what_it_is_not
from components.tone.group import Group, part_name
from data.filters import Filters
from data.models import scorer
from data.scoring import choice
from metrics.estimate import Estimate
from metrics.text.calibration import Calibration
from metrics.text.tone import TONES
from metrics.text.tone_counts import PARTS, change_sentence, counted_sentence, share_sentence
from metrics.words import Message
from pages import _numbers as numbers
from pages._context import access, department_names, engine
from pages._conversation.tones import STEPS, WHOLE, Tones, tones

_NOBODY = Group("", dict.fromkeys(PARTS, 0), 0)


def tone_section(asked: Filters, source: Source) -> None:
    """Draw the finding, what must be known to read it, and the charts."""
    found, key = tones(asked), numbers.key(asked)
    now = found.groups[WHOLE].get("current", _NOBODY)
    st.header(say(_finding(now)), anchor=False)
    what_it_is_not()
    if not now.n:
        return
    _checked(found.calibration.found, [say(note) for note in found.calibration.notes])
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
    model_card(scorer(choice(engine(), access())).version, ())


def _finding(now: Group) -> Message:
    if not now.shares:
        return counted_sentence(now.counts, now.n)
    return share_sentence(now.shares["negative"], now.shares["positive"])


def _change(found: Tones) -> Message | None:
    """How negative it is beside the period before; None without shares."""
    if not found.corrected:
        return None
    before = found.groups[WHOLE].get("previous")
    nothing = Estimate(None)
    now = found.groups[WHOLE]["current"].shares.get("negative", nothing)
    return change_sentence(now, before.shares.get("negative", nothing) if before else nothing)


def _checked(found: Calibration | Message, notes: list[str]) -> None:
    """What people checked, or what is missing for shares; and how good the machine is here."""
    if isinstance(found, Message):
        st.info(say(found), icon=":material/info:")
        return
    st.markdown(quality_words(found))
    for note in notes:
        st.caption(note)


def _named(group: Group, name: str) -> Group:
    return replace(group, name=name)


def _sorted(groups: dict[Any, Group], name: Callable[[Any], str]) -> list[Group]:
    """The groups by name, in alphabetical order."""
    named = [_named(group, name(code)) for code, group in groups.items()]
    return sorted(named, key=lambda group: group.name.casefold())
