"""The definition of one claim check, and the registry that finds all of them.

A check is one module in `metrics/claims/rules` with a `CHECK`, named as its id. The questionnaire names the checks of
each question; what people declared and what was measured comes in as `Facts`.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from metrics.claims import rules as folder
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict
from metrics.words import Message


@dataclass(frozen=True, kw_only=True)
class ClaimCheck:
    """What a level of an answer claims and how data tell. Texts are English templates.

    Answers of `from_level` and higher make the claim; lower ones claim nothing that could be checked. `confirms` is
    False for weak evidence, which can contradict a claim but does not show that it holds. `metric` is the id in
    the registry (None: a count that is not a metric of its own). `page` is the address where the evidence is, and
    `look` what to choose there, as codes of that page's address.
    """

    id: str
    claim: str  # the claim in words: "We answer in time"
    needs: str  # which data it needs at least
    todo: str  # the next step when data disagree
    from_level: int
    page: str
    check: Callable[[Facts], Verdict]
    metric: str | None = None
    look: tuple[tuple[str, str], ...] = ()
    confirms: bool = True


@cache
def checks() -> dict[str, ClaimCheck]:
    """Every claim check by its id, in the order of the alphabet."""
    found: list[ClaimCheck] = [
        importlib.import_module(f"{folder.__name__}.{module.name}").CHECK
        for module in pkgutil.iter_modules(folder.__path__)
    ]
    return {check.id: check for check in sorted(found, key=lambda check: check.id)}


def document(text: str) -> Verdict:
    """The verdict of a check for which nothing is known; `text` says which data or document would tell."""
    return Verdict("document", Message("document", text))
