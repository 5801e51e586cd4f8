"""In which tone people write: counts, and shares once people have labelled a sample."""

from components.source import Source
from data.filters import Filters


def tone_section(asked: Filters, source: Source) -> None:
    """In which tone people write: counts, and shares once people have labelled a sample."""
