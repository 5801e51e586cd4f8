"""The questions that come with the product."""

from functools import cache
from pathlib import Path

import yaml

from data.questionnaire.rows import dimension_of, question_of
from metrics.maturity.questionnaire import Questionnaire

FOLDER = Path(__file__).parent
INDEX = "questionnaire.yaml"


@cache
def shipped() -> Questionnaire:
    """The questionnaire of this version of the product, its questions by dimension and id.

    >>> shipped().question("B4").dimension
    'guidelines'
    """
    index = yaml.safe_load((FOLDER / INDEX).read_text(encoding="utf-8"))
    dimensions = tuple(map(dimension_of, index["dimensions"]))
    order = [dimension.id for dimension in dimensions]
    files = [path for path in FOLDER.glob("*.yaml") if path.name != INDEX]
    found = [question_of(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in files]
    return Questionnaire(
        version=index["version"],
        dimensions=dimensions,
        questions=tuple(sorted(found, key=lambda question: (order.index(question.dimension), question.id))),
        recommendations=index["recommendations"],
        sources=index["sources"],
        oecd=index["oecd"],
    )
