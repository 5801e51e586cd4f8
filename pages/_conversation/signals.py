"""What suddenly rose, beyond what is normal."""

from components.source import Source
from data.filters import Filters


def signals_section(asked: Filters, source: Source) -> None:
    """What suddenly rose, beyond what is normal."""
