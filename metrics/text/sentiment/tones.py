"""What the tone of a message can be, and what every scorer answers."""

from typing import Any, Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.text.tone import TONES, UNSURE

COLUMNS = (*TONES, "tone", "model")

_DIGITS = 4  # beyond these the neighbours of a text in a batch show


class Scorer(Protocol):
    """Says the tone of texts."""

    @property
    def version(self) -> str:
        """Which rules or weights these are; stored with each score."""
        ...

    def score(self, texts: "pd.Series[Any]", languages: "NDArray[np.object_]") -> pd.DataFrame:
        """For each text the probabilities `negative`, `neutral`, `positive` (missing where not scored), the `tone`
        (a key of `TONES`, `UNSURE`, or None where not scored) and the `model` ("a", "b", "rules" or None).

        The index is that of `texts`; `languages` is what `metrics.text.language.identify` says, one a text.
        """
        ...


def table(
    index: "pd.Index[Any]",
    probabilities: "NDArray[np.floating[Any]]",
    sure: "float | NDArray[np.float64]",
    model: "NDArray[np.object_]",
) -> pd.DataFrame:
    """The answer of a scorer: rows without a model are not scored, and below `sure` the tone is unsure."""
    scored = pd.notna(model)
    probabilities = np.round(np.asarray(probabilities, dtype=np.float64), _DIGITS)
    shown = np.where(scored[:, None], probabilities, np.nan)
    tone = np.full(len(shown), None, dtype=object)
    best = np.array(list(TONES), dtype=object)[np.argmax(probabilities, axis=1)] if len(shown) else tone
    tone[scored] = np.where(
        probabilities[scored].max(axis=1, initial=0) >= np.broadcast_to(sure, len(shown))[scored], best[scored], UNSURE
    )
    found = pd.DataFrame(shown.astype(float), columns=list(TONES), index=index)
    return found.assign(
        tone=pd.Series(tone, index=index, dtype=object), model=pd.Series(model, index=index, dtype=object)
    )


def as_text(texts: "pd.Series[Any]") -> list[str]:
    """The texts of a column; what is no text is an empty one."""
    return [value if isinstance(value, str) else "" for value in texts.array]
