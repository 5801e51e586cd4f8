"""The scores of the dimensions."""

from components.maturity.arithmetic import arithmetic
from components.maturity.dimensions import dimensions_card
from data.filters import Filters
from metrics.maturity.assessed import Assessed
from metrics.maturity.scores import scores_of
from pages._maturity.choice import people, source


def dimensions_section(now: Assessed, asked: Filters | None) -> None:
    """Draw the bars, then how each score is made."""
    found = scores_of(now)
    dimensions_card(now.questionnaire, found, source(now, asked))
    arithmetic(now.questionnaire, found, people(now))
