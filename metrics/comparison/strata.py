"""Over what the shares and rates of departments are looked at stratum by stratum."""

from typing import Literal

Dimension = Literal["platform", "topic", "weekday", "paid"]

DIMENSIONS: tuple[Dimension, ...] = ("platform", "topic", "weekday", "paid")
"""In the order in which they are tested."""
