"""The scales on which a series is judged, and the way back."""

from collections.abc import Sequence
from typing import Literal

import numpy as np

from metrics.change.rules import Floats

Scale = Literal["linear", "log"]


def scaled(values: Sequence[float] | Floats, scale: Scale) -> Floats:
    """Numbers on their scale: `log(1 + value)` for counts and times, whose highs are further out than their lows."""
    array = np.asarray(values, dtype=np.float64)
    return np.log1p(array) if scale == "log" else array


def back(points: Floats, scale: Scale) -> Floats:
    """The way back to the unit of the values."""
    return np.expm1(points) if scale == "log" else points
