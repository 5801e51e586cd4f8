"""Small pictures beside the words of a reading. The words say everything; screen readers pass the pictures over."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from components.change.words import SHAPES
from components.figures.control_parts import LOOKS, Shape
from components.i18n import _, say
from metrics.change.reading import Assurance, Reading, Variation, assurance_words, variation_words

_DRAWN: dict[str, str] = {  # how a symbol of the figure looks on the page, in the colour of its kind
    "circle": "border-radius:50%;background:{colour};transform:scale(.6)",
    "circle-open": "border-radius:50%;border:2px solid {colour};transform:scale(.8)",
    "triangle-up": "clip-path:polygon(50% 0,100% 100%,0 100%);background:{colour}",
    "triangle-down": "clip-path:polygon(50% 100%,100% 0,0 0);background:{colour}",
    "diamond": "clip-path:polygon(50% 0,100% 50%,50% 100%,0 50%);background:{colour}",
}
OF_VARIATION: dict[Variation, Shape] = {
    "improving": "improving",
    "concerning": "concerning",
    "higher": "neutral",
    "lower": "neutral",
    "common_cause": "usual",
    "too_few": "part",
}
"""The shape that stands for what the weeks of a number say."""

_TARGETS: dict[Assurance, str] = {  # a tick, a cross, a disc that is half full
    "will_meet": "clip-path:polygon(0 55%,14% 41%,38% 65%,86% 14%,100% 28%,38% 92%);background:#0072B2",
    "will_miss": "clip-path:polygon(15% 0,50% 35%,85% 0,100% 15%,65% 50%,100% 85%,85% 100%,50% 65%,15% 100%,0 85%,"
    "35% 50%,0 15%);background:#B35900",
    "may_meet": "border-radius:50%;border:2px solid #3D3D3D;background:linear-gradient(90deg,#3D3D3D 50%,#FFFFFF 50%)",
}


def icons_row(reading: Reading) -> None:
    """Variation and target, each in words with its picture. Without a target only the variation."""
    items = [(_shape(OF_VARIATION[reading.variation]), _("Change: {words}", words=say(variation_words(reading))))]
    if reading.assurance in _TARGETS:
        words = _("Target: {words}", words=say(assurance_words(reading)))
        items.append((_picture(_TARGETS[reading.assurance]), words))
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
    return _picture(_DRAWN[symbol].format(colour=colour))


def _picture(look: str) -> str:
    shape = f"display:inline-block;box-sizing:border-box;width:13px;height:13px;vertical-align:-1px;{look}"
    return f'<span aria-hidden="true" style="{shape};forced-color-adjust:none"></span>'
