"""Small pictures beside the words of a reading. The words say everything; screen readers pass the pictures over."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from components.change.words import SHAPES
from components.figures.control_parts import LOOKS, Shape
from components.i18n import _, say
from metrics.change.reading import Assurance, Reading, Variation, assurance_words, variation_words

_DRAWN: dict[str, str] = {
    "circle": '<circle cx="8" cy="8" r="4" fill="{colour}"/>',
    "circle-open": '<circle cx="8" cy="8" r="4.5" fill="#FFFFFF" stroke="{colour}" stroke-width="2"/>',
    "triangle-up": '<path d="M8 1 15 14H1Z" fill="{colour}"/>',
    "triangle-down": '<path d="M8 15 1 2h14Z" fill="{colour}"/>',
    "diamond": '<path d="M8 0 16 8 8 16 0 8Z" fill="{colour}"/>',
}
_OF_VARIATION: dict[Variation, Shape] = {
    "improving": "improving",
    "concerning": "concerning",
    "higher": "neutral",
    "lower": "neutral",
    "common_cause": "usual",
    "too_few": "part",
}
_TARGETS: dict[Assurance, str] = {  # a tick, a cross, a wave across the line of the target
    "will_meet": '<path d="M2 8.5 6.5 13 14 4" fill="none" stroke="#0072B2" stroke-width="2.6"/>',
    "will_miss": '<path d="M3 3 13 13M13 3 3 13" fill="none" stroke="#B35900" stroke-width="2.6"/>',
    "may_meet": '<path d="M0 8h16" stroke="#3D3D3D" stroke-dasharray="3 2" stroke-width="1.5"/>'
    '<path d="M1 8c2-7 5-7 7 0s5 7 7 0" fill="none" stroke="#6B6B6B" stroke-width="2"/>',
}


def icons_row(reading: Reading) -> None:
    """Variation and target, each in words with its picture. Without a target only the variation."""
    items = [(_shape(_OF_VARIATION[reading.variation]), _("Change: {words}", words=say(variation_words(reading))))]
    if reading.assurance in _TARGETS:
        words = _("Target: {words}", words=say(assurance_words(reading)))
        items.append((_svg(_TARGETS[reading.assurance]), words))
    _row(items, strong=True)


def key_row(shapes: Iterable[Shape]) -> None:
    """What the points of the chart mean, of the kinds that are in it."""
    _row([(_shape(shape), _(SHAPES[shape])) for shape in SHAPES if shape in set(shapes)])


def _row(items: Sequence[tuple[str, str]], *, strong: bool = False) -> None:
    look = "display:flex;flex-wrap:wrap;gap:4px 18px;font-size:.875rem" + (";font-weight:600" if strong else "")
    cells = "".join(f'<span style="white-space:normal">{picture} {escape(words)}</span>' for picture, words in items)
    st.html(f'<div style="{look}">{cells}</div>')


def _shape(shape: Shape) -> str:
    symbol, colour, _size = LOOKS[shape]
    return _svg(_DRAWN[symbol].format(colour=colour))


def _svg(drawn: str) -> str:
    look = 'width="14" height="14" viewBox="0 0 16 16" style="vertical-align:-2px"'
    return f'<svg {look} aria-hidden="true" focusable="false">{drawn}</svg>'
