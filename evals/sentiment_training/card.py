"""The model card: what was learned from which texts, how good it is by language, and where it ends."""

import datetime
import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from jinja2 import Environment, StrictUndefined
from numpy.typing import NDArray

from evals.sentiment_scores import scores
from evals.sentiment_training.sources import LEFT_OUT, SOURCES
from evals.sentiment_training.stack import RIGHT

PAGE = Path(__file__).parents[2] / "docs" / "model-card.md"
TARGET = "The tone of the message: negative, neutral or positive. Not how satisfied somebody is with the city."
_TEMPLATE = Path(__file__).with_name("card.md.j2")
_Measured = tuple[float, float, NDArray[np.floating[Any]]]


def made(table: pd.DataFrame, fold: "NDArray[np.int64]", measured: dict[str, _Measured]) -> dict[str, Any]:
    """The card; `measured` has for each model from where on it is sure, for which share, and its probabilities."""
    labels = table["label"].to_numpy(np.int64)
    return {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "target": TARGET,
        "sources": [
            {
                "id": name,
                "name": source.name,
                "terms": source.terms,
                "weight": source.weight,
                "n": {part: int(n) for part, n in table.loc[table["source"] == name, "part"].value_counts().items()},
            }
            for name, source in SOURCES.items()
        ],
        "left_out": LEFT_OUT,
        "models": {
            model: {
                "sure": sure,
                "sure_share": round(share, 4),
                "sure_right": RIGHT,
                "dev": _by_language(table, labels, probabilities, fold < 0),
                "cross_validation": _by_language(table, labels, probabilities, fold >= 0),
            }
            for model, (sure, share, probabilities) in measured.items()
        },
    }


def write(card: dict[str, Any], data: Path, page: Path) -> None:
    """The card for programs, and the same for people."""
    data.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    page.write_text(as_page(card), encoding="utf-8")


def as_page(card: dict[str, Any]) -> str:
    """The card in Markdown."""
    words = Environment(trim_blocks=False, undefined=StrictUndefined, autoescape=False)  # noqa: S701 - no HTML
    return words.from_string(_TEMPLATE.read_text(encoding="utf-8")).render(card=card).rstrip() + "\n"


def _by_language(
    table: pd.DataFrame,
    labels: "NDArray[np.int64]",
    probabilities: "NDArray[np.floating[Any]]",
    rows: "NDArray[np.bool_]",
) -> dict[str, Any]:
    """The figures of each language; sets without one of the classes have no macro-F1 and are left out."""
    found = {}
    for language in sorted(table["lang"].unique()):
        here = rows & (table["lang"] == language).to_numpy() & (table["source"] != "tweeteval").to_numpy()
        if here.any():
            found[str(language)] = scores(probabilities[here], labels[here])
    return found
