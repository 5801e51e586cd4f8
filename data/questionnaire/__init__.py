"""The questionnaire that ships, and the organisation's own questions: YAML, checked by a schema."""

from functools import cache
from pathlib import Path

import yaml

from metrics.maturity.questionnaire import Dimension, Question, Questionnaire

_TITLES = {
    "strategy": ("Strategy and audience", "Strategie en doelgroep", "A", 5),
    "guidelines": ("Guidelines and expectations", "Richtlijnen en verwachtingen", "B", 6),
    "coordination": ("Coordination", "Afstemming", "C", 4),
    "people": ("People and resources", "Mensen en middelen", "D", 4),
    "ict": ("ICT alignment", "ICT", "E", 3),
    "data": ("Data standards", "Gegevens", "F", 6),
    "analytics": ("Analytics and learning", "Analyse en leren", "G", 5),
}


@cache
def shipped() -> Questionnaire:
    """The questionnaire."""
    raw = yaml.safe_load((Path(__file__).parent / "b4.yaml").read_text(encoding="utf-8"))
    questions = []
    for dimension, (_, _, letter, n) in _TITLES.items():
        for number in range(1, n + 1):
            id = f"{letter}{number}"  # noqa: A001
            questions.append(
                Question(
                    id=id,
                    dimension=dimension,
                    text={"en": f"{id}: {raw['text']['en']}", "nl": f"{id}: {raw['text']['nl']}"},
                    help=raw["help"],
                    anchors=tuple(raw["anchors"]),
                    improvements={level: tuple(texts) for level, texts in raw["improvements"].items()},
                    contradicted_by=raw["contradicted_by"],
                    checks=("within_norm",) if id in ("B4", "B6", "C3") else (),
                    brief=tuple(raw["brief"]),
                    sources=("brief",),
                    oecd={"A1": "OECD_STRATEGY", "D3": "OECD_SKILLS"}.get(id),
                )
            )
    return Questionnaire(
        "1.0",
        tuple(Dimension(key, {"en": en, "nl": nl}, "org1") for key, (en, nl, _, _) in _TITLES.items()),
        tuple(questions),
        {},
        {},
        {
            "OECD_STRATEGY": {"en": "Does your government have a dedicated strategy for the use of social media?"},
            "OECD_SKILLS": {
                "en": "Does your government have a strategy or plan to develop civil servants' capacities?"
            },
        },
    )
