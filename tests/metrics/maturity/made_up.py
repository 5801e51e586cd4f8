"""A small questionnaire and assessments for tests: two dimensions, one claim check per level."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from metrics.claims.check import ClaimCheck
from metrics.claims.item import ItemVerdict
from metrics.claims.verdict import Code, Verdict
from metrics.maturity.answers import Answer, Respondent
from metrics.maturity.assessed import Assessed
from metrics.maturity.questionnaire import Dimension, Question, Questionnaire
from metrics.words import Message


def question(code: str, dimension: str, weight: float = 1.0, oecd: str | None = None, text: str = "?") -> Question:
    anchors = tuple({"en": f"level {level}"} for level in range(5))
    return Question(code, dimension, {"en": text}, {}, anchors, {}, {}, (), (), (), oecd, weight)


def questionnaire(*questions: Question) -> Questionnaire:
    names = dict.fromkeys(one.dimension for one in questions)
    return Questionnaire("1.0", tuple(Dimension(name, {"en": name}, "org1") for name in names), questions, {}, {})


SMALL = questionnaire(
    question("A1", "strategy", oecd="OECD_STRATEGY"),
    question("A2", "strategy"),
    question("A3", "strategy"),
    question("C1", "coordination"),
    question("C2", "coordination", weight=3.0),
)


def answer(respondent: int, code: str, level: int | str) -> Answer:
    """`level` is 0 to 4 or a state."""
    if isinstance(level, int):
        return Answer(respondent, code, "answered", level)
    return Answer(respondent, code, level)  # type: ignore[arg-type]  # one of the states


def verdict(*checks: tuple[int, Code]) -> ItemVerdict:
    """The verdict of checks, each with the level it belongs to."""
    found = tuple(
        (
            ClaimCheck(
                id=f"check{level}",
                claim="",
                needs="",
                todo="",
                from_level=level,
                page="overview",
                check=lambda facts: Verdict("document", Message("x", "x")),
            ),
            Verdict(code, Message(code, code)),
        )
        for level, code in checks
    )
    codes = {code for _, code in checks}
    order: tuple[Code, ...] = ("disagree", "agree", "too_few", "document")
    return ItemVerdict(next((code for code in order if code in codes), None), found)


@dataclass(frozen=True)
class Round:
    """An assessment as the store gives it."""

    id: int = 1
    name: str = "Spring"
    day: int = 20700
    target: int = 3
    weights: Mapping[str, float] = field(default_factory=dict)
    status: str = "open"
    version: str = "1.0"
    is_demo: bool = False


def assessed(
    answers: Iterable[Answer],
    respondents: Iterable[tuple[int, int | None, str]] = ((1, None, "Adviser"), (2, 7, "Editor"), (3, 8, "editor ")),
    verdicts: Mapping[tuple[int, str], ItemVerdict] | None = None,
    asked: Questionnaire = SMALL,
    weights: Mapping[str, float] | None = None,
) -> Assessed:
    """Answers of respondents (id, department, role)."""
    return Assessed(
        asked,
        Round(weights=weights or {}),
        tuple(Respondent(one, 1, department, role) for one, department, role in respondents),
        {(one.respondent_id, one.question): one for one in answers},
        verdicts or {},
    )
