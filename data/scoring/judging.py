"""What is said of texts: language, tone and topic. Nothing is read from the store here, so any process can do it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.errors import StoreError
from metrics.text.tone import LEANING, TONES, UNSURE
from metrics.words import N_, Message

Assign = Callable[["pd.Series[Any]", NDArray[np.object_]], NDArray[np.object_]]
"""Texts and their languages in, the ids of their topics out; None for those of no topic."""

JUDGED = ["tone", "negative", "positive"]


class Layer(Protocol):
    """What the labels of this organisation add to a model (`data.labelling.layer`)."""

    @property
    def version(self) -> str:
        """Which labels it learned from; added to the version of the model."""
        ...

    def apply(self, probabilities: NDArray[np.float64], texts: "pd.Series[Any]") -> NDArray[np.float64]:
        """The probabilities of the model, a row for each text, with what was learned; rows without stay without."""
        ...


class Versions(NamedTuple):
    """Which tone model, and which list of topics, scores are of."""

    tone_model: str
    topics: int


@dataclass(frozen=True)
class Models:
    """What texts are judged with: plain data, so that it can be sent to another process."""

    choice: str  # data.models.CHOICES
    assign: Assign
    versions: Versions
    layer: Layer | None = None


def judge(models: Models, wanted: pd.DataFrame) -> pd.DataFrame:
    """Work out what is not known of these texts yet.

    `wanted` has text, language (of those known already), read (whether the language is not known), toned and grouped:
    whether tone and topic are asked for. The answer has the same index: language, and tone (`metrics.text.tone`),
    negative, positive and topic_id, missing where they were not asked for or nothing can be said.
    """
    read, toned, grouped = (wanted[name].to_numpy(bool) for name in ("read", "toned", "grouped"))
    texts = wanted["text"]
    languages = wanted["language"].to_numpy(dtype=object, copy=True)
    languages[wanted["language"].isna().to_numpy(bool)] = None
    if read.any():
        languages[read] = _identified(texts[read])
    found = pd.DataFrame({"language": pd.array(languages, dtype="str")}, index=wanted.index)
    for asked, judged in ((toned, _tones), (grouped, _topics)):
        found = found.join(judged(models, texts[asked], languages[asked]))
    return found


def _identified(texts: "pd.Series[Any]") -> NDArray[np.object_]:
    from metrics.text.language import identify  # the models take a second, and most imports bring nothing to score

    return identify(texts)


def _tones(models: Models, texts: "pd.Series[Any]", languages: NDArray[np.object_]) -> pd.DataFrame:
    if texts.empty:
        return pd.DataFrame(columns=JUDGED, dtype="float64").astype({"tone": "Int64"})
    from data.models import scorer
    from metrics.text.sentiment.rules import SURE

    model = scorer(models.choice)
    version = model.version + (models.layer.version if models.layer else "")
    if version != models.versions.tone_model:
        raise StoreError(_other_model(models.versions.tone_model, version))
    scores = model.score(texts, languages)
    unsure = (scores["tone"] == UNSURE).to_numpy(bool)
    if models.layer:
        scores[list(TONES)] = models.layer.apply(scores[list(TONES)].to_numpy(np.float64), texts)
        unsure = (scores[list(TONES)].max(axis=1) < SURE).to_numpy(bool)
    number = scores[list(TONES)].to_numpy(np.float64).argmax(axis=1) + LEANING * unsure
    tone = pd.Series(number, index=texts.index, dtype="Int64").mask(scores["tone"].isna())
    return scores[["negative", "positive"]].assign(tone=tone)[JUDGED]


def _topics(models: Models, texts: "pd.Series[Any]", languages: NDArray[np.object_]) -> pd.DataFrame:
    found = models.assign(texts, languages) if len(texts) else ()
    numbers = [None if pd.isna(one) else int(one) for one in found]
    return pd.DataFrame({"topic_id": pd.array(numbers, dtype="Int64")}, index=texts.index)


def _other_model(here: str, there: str) -> Message:
    text = N_(
        "The machine that works out tones uses the model {there}, this one uses {here}. "
        "Install the same version of the product, with the same extras, on all machines."
    )
    return Message("other_tone_model", text, {"here": here, "there": there})
