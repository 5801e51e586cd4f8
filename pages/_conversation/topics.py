"""What people talk about: topics with their size, trend and tone, and one topic in detail."""

from components.source import Source
from data.filters import Filters


def topics_section(asked: Filters, source: Source) -> None:
    """What people talk about: topics with their size, trend and tone, and one topic in detail."""
