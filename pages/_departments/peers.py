"""Which departments are compared: all, or those that are alike."""

from data.filters import Filters
from pages import _numbers as numbers
from pages._departments.numbers import Members


def choose_peers(asked: Filters) -> Members:
    """Draw the choice; the names of the departments that are compared."""
    return tuple(numbers.by_department(asked, "posts"))
