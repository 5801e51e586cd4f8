"""Round numbers along an axis, and colours that can be told from the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import theme
from components.figures import style


def contrast(colour: str, ground: str = "#FFFFFF") -> float:
    """The WCAG contrast ratio of two colours."""

    def light(code: str) -> float:
        parts = [int(code[k : k + 2], 16) / 255 for k in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((light(colour), light(ground)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@given(st.floats(-1e6, 0), st.floats(1e-6, 1e6))
def test_steps_cover_the_range_with_few_numbers(low: float, high: float) -> None:
    steps = style.round_steps(low, high)
    slack = 1e-6 * (high - low)
    assert steps[0] <= low + slack
    assert steps[-1] >= high - slack
    assert 2 <= len(steps) <= 7
    assert steps == sorted(steps)


@pytest.mark.parametrize("colour", [*theme.CATEGORICAL, style.INTERVAL, style.BASELINE, theme.FOCUS])
def test_what_carries_meaning_has_three_to_one(colour: str) -> None:
    assert contrast(colour) >= 3


@pytest.mark.parametrize("colour", [theme.TEXT, theme.AXIS])
def test_words_have_four_and_a_half_to_one(colour: str) -> None:
    assert contrast(colour) >= 4.5
