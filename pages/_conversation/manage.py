"""The list of topics: rename, merge, split, pin, own; find new ones."""

from components.source import Source
from data.filters import Filters


def manage_section(asked: Filters, source: Source) -> None:
    """The list of topics: rename, merge, split, pin, own; find new ones."""
