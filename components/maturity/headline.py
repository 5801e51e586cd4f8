"""What an assessment shows, in one sentence."""

from components.escape import plain
from components.i18n import _, ngettext
from components.maturity.naming import dimension_words, points
from metrics.maturity.claimed import ClaimCounts
from metrics.maturity.questionnaire import Questionnaire
from metrics.maturity.scores import Scores


def headline(questionnaire: Questionnaire, found: Scores, counts: ClaimCounts) -> str:
    """The claim beside what the data leave of it, the contradictions, and the lowest dimension: never a mean alone."""
    if not found.answered:
        return _("Nobody has answered a question yet, so there is nothing to show.")
    return " ".join(filter(None, [_scores(found, counts), _claims(counts), _lowest(questionnaire, found)]))


def counts_line(counts: ClaimCounts) -> str:
    """How many of the questions make a claim that data could test, and what came of it."""
    return ngettext(
        "Claims that could be tested with your data: {testable} of {n} question. Data agree: {agree}, data disagree: "
        "{disagree}, not enough data: {too_few}. Needs a document: {document}. Nothing to check, or no answer: {rest}.",
        "Claims that could be tested with your data: {testable} of {n} questions. Data agree: {agree}, data disagree: "
        "{disagree}, not enough data: {too_few}. Needs a document: {document}. Nothing to check, or no answer: {rest}.",
        counts.questions,
        testable=counts.testable,
        agree=counts.agree,
        disagree=counts.disagree,
        too_few=counts.too_few,
        document=counts.document,
        rest=counts.questions - counts.testable - counts.document,
    )


def _scores(found: Scores, counts: ClaimCounts) -> str:
    if found.claimed is None:
        return _(
            "{k} of {n} questions that apply are answered; {missing} of {all} dimensions have too few answers for a "
            "score, so there is no total yet.",
            k=found.answered,
            n=found.applicable,
            missing=len(found.missing),
            all=len(found.counting),
        )
    if not counts.testable:
        return _("You claim {claimed} of 100.", claimed=points(found.claimed))
    return _(
        "You claim {claimed} of 100; what was measured supports {adjusted}.",
        claimed=points(found.claimed),
        adjusted=points(found.adjusted),
    )


def _claims(counts: ClaimCounts) -> str:
    if not counts.testable:
        return _("No claim could be checked with data yet.")
    return ngettext(
        "The data disagree with {k} of {n} claim that could be checked.",
        "The data disagree with {k} of {n} claims that could be checked.",
        counts.testable,
        k=counts.disagree,
    )


def _lowest(questionnaire: Questionnaire, found: Scores) -> str:
    lowest = found.lowest
    if lowest is None:
        return ""
    values = {"dimension": plain(dimension_words(questionnaire, lowest.dimension)), "score": points(lowest.adjusted)}
    if found.missing:
        return _("Lowest of those with a score: {dimension} ({score}).", **values)
    return _("Lowest: {dimension} ({score}).", **values)
