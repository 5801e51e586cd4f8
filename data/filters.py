"""What the reader asked to see: a period, departments, platforms. Every query takes one."""

from dataclasses import dataclass

from metrics.periods import Period


@dataclass(frozen=True)
class Filters:
    """The shared filter bar as a value. None means all; hashable, so figures can be cached by it."""

    period: Period
    departments: tuple[int, ...] | None = None
    platforms: tuple[str, ...] | None = None
