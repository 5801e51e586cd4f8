"""What the page starts from: the actions, what the assessment suggests, and today; read once for each store version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

import streamlit as st

from components.plan.naming import every_title
from data.actions import actions
from data.filters import Filters
from metrics.actions.action import Action
from metrics.actions.suggestions import Item, suggested
from metrics.maturity.assessed import Assessed
from metrics.periods import to_day
from pages._assessed import assessed
from pages._assessment.stored import AnswersKey, key_of_answers
from pages._context import access, all_dates, department_names, engine, settings
from pages._guidelines.judged import key_of_store

PLACE = "plan"
VIEW, ACTION = "view", "action"


@dataclass(frozen=True)
class Plan:
    """The plan as this reader sees it; `assessment` is None while there is none."""

    actions: tuple[Action, ...]
    assessment: Assessed | None
    items: tuple[Item, ...]  # what the assessment suggests something for
    today: int

    @cached_property
    def departments(self) -> Mapping[int, str]:
        """The departments by id, in the order of the alphabet."""
        names = department_names()
        return {one: names[one] for one in sorted(names, key=lambda one: names[one].casefold())}

    def action(self, known: int) -> Action | None:
        """An action by its id."""
        return next((one for one in self.actions if one.id == known), None)


def plan(assessment_id: int | None, asked: Filters | None) -> Plan:
    """The plan, with what one assessment suggests."""
    over = None if asked is None else Filters(asked.period)  # of the filters, only the period counts for claims
    found = None if assessment_id is None else assessed(assessment_id, over)
    known = every_action()
    items = () if assessment_id is None else _items(key_of_answers(), assessment_id, over)
    return Plan(known, found, items, _today(known))


def every_action() -> tuple[Action, ...]:
    """All actions that this reader may see, the newest first."""
    return _actions(key_of_store())


def _today(known: tuple[Action, ...]) -> int:
    """The day it is; for the plan of the demo city the day after its data end, so that it does not grow late."""
    span = all_dates()
    if known and span is not None and all(one.is_demo for one in known):
        return span.last + 1
    return to_day(datetime.now(ZoneInfo(settings().time_zone)).date())


@st.cache_resource(max_entries=32, show_spinner=False)
def _items(key: AnswersKey, assessment_id: int, asked: Filters | None) -> tuple[Item, ...]:
    return suggested(assessed(assessment_id, asked), every_action(), every_title)


@st.cache_resource(max_entries=8, show_spinner=False)
def _actions(key: tuple[str, int]) -> tuple[Action, ...]:
    return tuple(actions(engine(), access()))
