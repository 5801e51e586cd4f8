"""All claims as rows for programs: one for each person, question and check."""

from collections.abc import Iterable, Mapping

import pandas as pd

from components.i18n import _, say
from components.in_language import words
from metrics.claims.check import ClaimCheck
from metrics.claims.verdict import VERDICTS, Verdict
from metrics.maturity.claimed import ItemClaim
from metrics.maturity.questionnaire import Questionnaire


def claims_as_rows(
    questionnaire: Questionnaire, claims: Iterable[ItemClaim], people: Mapping[int, str]
) -> pd.DataFrame:
    """The rows; an answer that claims nothing has one row without a check."""
    rows = []
    for claim in claims:
        question = questionnaire.question(claim.question)
        for who, verdict in claim.verdicts.items():
            first = {
                _("Question code"): claim.question,
                _("Dimension code"): claim.dimension,
                _("Question"): words(question.text),
                _("Who answers"): people.get(who, ""),
                _("Level claimed"): claim.levels[who],
                _("Level in words"): words(question.anchors[claim.levels[who]]),
            }
            rows += [first | _check(*pair) for pair in verdict.checks] or [first]
    return pd.DataFrame(rows, dtype="object")


def _check(check: ClaimCheck, found: Verdict) -> dict[str, object]:
    return {
        _("Check code"): check.id,
        _("Claim"): _(check.claim),
        _("Verdict"): _(VERDICTS[found.code]),
        _("Verdict code"): found.code,
        _("Value"): found.value,
        _("Lowest of the 95% interval"): found.low,
        _("Highest of the 95% interval"): found.high,
        _("n"): found.n,
        _("Why"): say(found.reason),
        _("Page with the evidence"): check.page,
    }
