"""Label messages, so that the machine can be corrected."""

from components.source import Source
from data.filters import Filters


def labels_section(asked: Filters, source: Source) -> None:
    """Label messages, so that the machine can be corrected."""
