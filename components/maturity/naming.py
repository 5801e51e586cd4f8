"""What questions, dimensions, levels and scores are called on the pages with results."""

from collections.abc import Iterable

from components.escape import bare, plain
from components.i18n import _, number
from components.in_language import words
from metrics.maturity.questionnaire import Questionnaire

_QUESTION, _DIMENSION = 300, 80


def question_words(questionnaire: Questionnaire, question: str) -> str:
    """A question with its id, as Markdown: "B4 · Is there a norm?"; the id alone when it is not in it any more."""
    known = {one.id: one for one in questionnaire.questions}
    if question not in known:
        return plain(question)
    return _("{id} · {text}", id=plain(question), text=plain(words(known[question].text), _QUESTION))


def dimension_words(questionnaire: Questionnaire, dimension: str) -> str:
    """The title of a dimension, not escaped; its code when it is not in it any more."""
    title = next((one.title for one in questionnaire.dimensions if one.id == dimension), None)
    return bare(words(title), _DIMENSION) if title else bare(dimension)


def points(score: float | None) -> str:
    """A score from 0 to 100 as people read it: whole points."""
    return number(round(score)) if score is not None else _("no score")


def level_words(level: float | None) -> str:
    """A level, or the mean of several: "3", "2.5"; a dash when there is none."""
    return number(float(level)) if level is not None else "–"


def listed(ids: Iterable[str]) -> str:
    """Ids of questions in a sentence."""
    return ", ".join(plain(one) for one in ids)
