"""The labelled texts: which are used, and how much each weighs."""

from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from evals.sentiment_training.sources import SOURCES

FILES = {"train": "sentiment_train.csv.gz", "dev": "sentiment_dev.csv.gz"}
COLUMNS = ("source", "lang", "label", "text")


class RefusedFolderError(ValueError):
    """The folder does not hold the labelled texts."""


def read(folder: Path) -> pd.DataFrame:
    """All labelled texts of the sources in use, with `part` (train or dev)."""
    parts = []
    for part, name in FILES.items():
        try:
            table = pd.read_csv(folder / name, keep_default_na=False)
        except (OSError, ValueError) as error:
            raise RefusedFolderError(f"{folder / name}: cannot be read ({error}).") from error
        if not set(COLUMNS) <= set(table.columns):
            raise RefusedFolderError(f"{folder / name}: needs the columns {', '.join(COLUMNS)}.")
        parts.append(table.assign(part=part))
    whole = pd.concat(parts, ignore_index=True)
    return whole[whole["source"].isin(list(SOURCES)) & (whole["text"].str.strip() != "")].reset_index(drop=True)


def balanced(table: pd.DataFrame) -> NDArray[np.float32]:
    """What each text weighs: in each language of a source all classes the same, and large sources less."""
    by_class, whole = (
        table.groupby(names)["label"].transform("size") for names in (["source", "lang", "label"], ["source", "lang"])
    )
    weight = table["source"].map({name: source.weight for name, source in SOURCES.items()})
    return np.asarray(whole / (3 * by_class) * weight, dtype=np.float32)


def folds(table: pd.DataFrame, topic: "NDArray[np.int64]", count: int, seed: int) -> NDArray[np.int64]:
    """In which fold each text of the training part is left out; -1 for the others.

    Texts with a topic (0 and up) go together: later messages are about other topics than those learned from.
    """
    random = np.random.default_rng(seed)
    drawn = random.integers(0, count, len(table))
    by_topic = random.permutation(int(topic.max(initial=0)) + 1) % count
    found = np.where(topic >= 0, by_topic[topic], drawn)
    return np.where(table["part"] == "train", found, -1)
