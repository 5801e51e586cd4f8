"""The scores of the dimensions, and how much each counts."""

from components.maturity.arithmetic import arithmetic
from components.maturity.dimensions import dimensions_card
from data.filters import Filters
from metrics.maturity.assessed import Assessed
from metrics.maturity.scores import scores_of
from pages._maturity.choice import people, source
from pages._maturity.weights import weights_section


def dimensions_section(now: Assessed, asked: Filters | None) -> None:
    """Draw the bars, then how each score is made, then the weights in the total."""
    found = scores_of(now)
    dimensions_card(now.questionnaire, found, source(now, asked))
    arithmetic(now.questionnaire, found, people(now))
    weights_section(now)
