"""The definition of one rule, and the registry that finds all of them.

A rule is one module in `metrics/guidelines/rules` with a `RULE`, named as its id.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from metrics.guidelines import rules as folder
from metrics.guidelines.checked import Basis, Checked
from metrics.guidelines.elements import ELEMENTS
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.parameters import Parameter, ParameterError, Values
from metrics.words import Message


def _nothing(values: Values) -> Message | None:
    return None


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Something a guideline can promise and the data can check. Texts are English templates.

    `problem` says what is wrong with values that are each possible but not together. `judge` gets clean values.
    """

    id: str
    element: str  # metrics.guidelines.elements
    label: str
    needs: str  # what data it needs, and how it is judged
    todo: str  # what to do when it is not kept
    basis: Basis  # what `n` counts
    parameters: tuple[Parameter, ...]
    sentence: Callable[[Values], Message]
    judge: Callable[[Values, Evidence], Checked]
    problem: Callable[[Values], Message | None] = _nothing
    repeatable: bool = False  # a guideline may have it more than once, with other values
    per_account: bool = True  # False: about a document, so it is checked once for each guideline

    def clean(self, values: Values) -> dict[str, object]:
        """All values of this rule, defaults for those not given. Raises `ParameterError`."""
        found = {one.name: one.clean(values.get(one.name, one.default)) for one in self.parameters}
        problem = self.problem(found)
        if problem is not None:
            raise ParameterError(problem)
        return found

    def check(self, values: Values, evidence: Evidence) -> Checked:
        """The verdict on one account; values that cannot be make it not measurable."""
        try:
            return self.judge(self.clean(values), evidence)
        except ParameterError as error:
            return Checked("not_measurable", reason=error.message)


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its id, element by element.

    >>> next(iter(rules()))
    'posts_per_week'
    """
    found: list[Rule] = [
        importlib.import_module(f"{folder.__name__}.{module.name}").RULE
        for module in pkgutil.iter_modules(folder.__path__)
    ]
    order = list(ELEMENTS)
    return {rule.id: rule for rule in sorted(found, key=lambda rule: (order.index(rule.element), rule.id))}


def rules_of(element: str) -> list[Rule]:
    """The rules of one element.

    >>> [rule.id for rule in rules_of("responsiveness")]
    ['answers_everything', 'response_norm']
    """
    return [rule for rule in rules().values() if rule.element == element]
