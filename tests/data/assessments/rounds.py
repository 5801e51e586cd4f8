"""An assessment to test with: two questions, two departments."""

from dataclasses import dataclass
from datetime import date
from multiprocessing.synchronize import Barrier

from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.assessments import add_respondent, answers, save_answer, start_assessment
from data.registers import add_department
from data.store import open_store
from metrics.maturity.answers import Answer
from metrics.maturity.questionnaire import Dimension, Question, Questionnaire

DAY = date(2026, 10, 1)
TURNS = 50
_W = {"en": "words"}


def question(id: str, dimension: str = "guidelines") -> Question:
    return Question(id, dimension, _W, _W, (_W,) * 5, dict.fromkeys(range(4), (_W,)), _W, (), ("org2",), ("brief",))


QUESTIONS = Questionnaire(
    "7", (Dimension("guidelines", _W, "org2"),), (question("B1"), question("B4")), {"org2": _W}, {"brief": "brief"}
)


@dataclass(frozen=True)
class Round:
    id: int
    green: int
    blue: int
    lead: int  # the respondent of green

    def answer(self, store: Engine, question: str = "B4", respondent: int | None = None) -> Answer:
        key = (respondent or self.lead, question)
        found = {(one.respondent_id, one.question): one for one in answers(store, ME, self.id)}
        return found.get(key, Answer(*key))

    def save(self, store: Engine, seen: int, question: str = "B4", **changes: object) -> tuple[Answer, list[object]]:
        saved = save_answer(store, ME, self.lead, question, changes, seen)
        return saved.answer, [change.new for change in saved.set_aside]


def begin(store: Engine) -> Round:
    green, blue = add_department(store, ME, "Groen"), add_department(store, ME, "Blauw")
    made = start_assessment(store, ME, "Herfst", DAY, QUESTIONS)
    return Round(made, green, blue, add_respondent(store, ME, made, green, "Teamleider"))


def write(url: str, respondent: int, name: str, together: Barrier) -> None:
    """What one of two servers does: in each turn both saw the same answer, and both save a note of their own."""
    store = open_store(url)
    for turn in range(TURNS):
        together.wait(timeout=60)
        save_answer(store, ME, respondent, "B4", {"note": f"{name}{turn}"}, seen=turn)
    store.dispose()
