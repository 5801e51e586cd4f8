"""Search in posts and messages."""

from components.source import Source
from data.filters import Filters


def search_section(asked: Filters, source: Source) -> None:
    """Search in posts and messages."""
