"""The two known questions of the OECD survey, answered from the self-assessment by a fixed table.

The survey's own answer categories were not found. Yes, partly and no follow from the levels: 3 and 4 are yes, 2 is
partly, 0 and 1 are no. Level 1 is "planned" where the question's own words say "in preparation".
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from metrics.claims.verdict import Code
from metrics.maturity.assessed import Assessed
from metrics.maturity.scores import evidence_level
from metrics.words import N_

Category = Literal["yes", "partly", "planned", "no"]
CATEGORIES: dict[Category, str] = {"yes": N_("yes"), "partly": N_("partly"), "planned": N_("planned"), "no": N_("no")}
PREPARED = frozenset({"OECD_STRATEGY"})
"""Codes of the survey's questions whose level 1 means in preparation; level 1 of the others is no plan yet."""


def category(level: float, code: str) -> Category:
    """The survey's answer for a level; a mean level counts only as far as it is reached.

    >>> [category(level, "OECD_STRATEGY") for level in (4, 3, 2.5, 1, 0)]
    ['yes', 'yes', 'partly', 'planned', 'no']
    >>> category(1, "OECD_SKILLS")
    'no'
    """
    if level >= 3:
        return "yes"
    if level >= 2:
        return "partly"
    return "planned" if level >= 1 and code in PREPARED else "no"


@dataclass(frozen=True)
class Derived:
    """The answer to one question of the survey: as claimed, as the data leave it, and how many respondents say what.

    `claimed` and `adjusted` are None when nobody answered.
    """

    code: str
    question: str
    claimed: Category | None
    adjusted: Category | None
    counts: Mapping[Category, int]
    verdicts: tuple[Code, ...] = ()

    @property
    def n(self) -> int:
        """How many respondents answered."""
        return sum(self.counts.values())


def derived(assessed: Assessed) -> list[Derived]:
    """Each question of the survey that the questionnaire follows, in its order."""
    found = []
    for question in assessed.questionnaire.questions:
        if question.oecd is None:
            continue
        levels, left, verdicts = [], [], []
        for respondent in assessed.respondents:
            key = (respondent.id, question.id)
            answer, verdict = assessed.answers.get(key), assessed.verdicts.get(key)
            if answer is None or answer.state != "answered" or answer.level is None:
                continue
            levels.append(answer.level)
            left.append(evidence_level(answer.level, verdict))
            if verdict is not None and verdict.code is not None:
                verdicts.append(verdict.code)
        code = question.oecd
        found.append(
            Derived(
                code,
                question.id,
                category(sum(levels) / len(levels), code) if levels else None,
                category(sum(left) / len(left), code) if left else None,
                Counter(category(level, code) for level in levels),
                tuple(dict.fromkeys(verdicts)),
            )
        )
    return found
