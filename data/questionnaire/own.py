"""The organisation's own questions and weights beside those that ship."""

from sqlalchemy import Engine

from data.access import Access
from data.questionnaire import shipped
from metrics.maturity.questionnaire import Questionnaire


def current(engine: Engine, access: Access) -> Questionnaire:
    """The questions that a new assessment gets."""
    return shipped()
