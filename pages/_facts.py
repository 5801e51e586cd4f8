"""What was declared and measured, for the organisation and for each department."""

from data.filters import Filters
from metrics.claims.facts import Facts


def facts(asked: Filters) -> dict[int | None, Facts]:
    """Facts of the whole organisation (None) and of each department."""
    return {None: Facts()}
