"""Where in the assessment a reader is: which round, answering as whom, at which dimension. It stands in the address."""

from collections.abc import Sequence
from dataclasses import dataclass

from streamlit.delta_generator import DeltaGenerator

from components.address import choose_one
from components.assessment.who_form import who_words
from components.escape import bare
from components.i18n import _, day
from components.in_language import words
from components.select import distinct
from data.assessments import Assessment
from metrics.maturity.answers import Respondent
from metrics.maturity.questionnaire import Dimension, Questionnaire
from pages._assessment.stored import people, questions
from pages._context import department_names

ASSESSMENT, WHO, DIMENSION = "assessment", "as", "dimension"
_NOBODY = ""


@dataclass(frozen=True)
class Place:
    """A round, its questions, and who answers (None: not chosen yet)."""

    assessment: Assessment
    questionnaire: Questionnaire
    who: Respondent | None

    @property
    def closed(self) -> bool:
        """Whether answers can no longer be changed."""
        return self.assessment.status == "closed"


def choose_place(rounds: Sequence[Assessment], first: DeltaGenerator, second: DeltaGenerator) -> Place:
    """Draw the choice of a round and of who answers. There is at least one round, and the newest is the default."""
    known = {str(one.id): one for one in rounds}
    names = distinct({code: round_words(one) for code, one in known.items()})
    with first:
        chosen = known[choose_one(ASSESSMENT, _("Assessment"), list(known), next(iter(known)), names.__getitem__)]
    who = {str(one.id): one for one in people(chosen.id)}
    labels = {_NOBODY: _("Choose who you are")} | distinct({code: person_words(one) for code, one in who.items()})
    with second:
        code = choose_one(WHO, _("You answer as"), list(labels), _NOBODY, labels.__getitem__)
    return Place(chosen, questions(chosen.id), who.get(code))


def choose_dimension(questionnaire: Questionnaire) -> Dimension:
    """Draw the choice of a dimension; the first one is the default."""
    known = {one.id: one for one in questionnaire.dimensions if questionnaire.of(one.id)}
    names = distinct({code: bare(words(one.title)) for code, one in known.items()})
    return known[choose_one(DIMENSION, _("Dimension"), list(known), next(iter(known)), names.__getitem__)]


def round_words(assessment: Assessment) -> str:
    """An assessment as a line of a list."""
    name, about = bare(assessment.name, 80), day(assessment.day)
    if assessment.status == "closed":
        return _("{name}, {day}, closed", name=name, day=about)
    return _("{name}, {day}", name=name, day=about)


def person_words(who: Respondent) -> str:
    """A respondent as a line of a list."""
    names = department_names()
    department = None if who.department_id is None else names.get(who.department_id, _("a department that is gone"))
    return who_words(who.role, department)
