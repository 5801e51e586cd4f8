"""How well topics are found in short texts: `python -m evals.topics FILE.csv [--json] [--choose-k] [--model NAME]`.

The file has the column text, and if you like label and lang (else English is taken). With labels there are as many
groups as labels, unless `--choose-k`, and the groups are compared with the labels: adjusted Rand index (`ari`) and
normalised mutual information (`nmi`), 0 as by chance and 1 the same groups. `stability`: how alike fits on parts of
the texts are. `npmi`: whether the typical words of a topic stand in the same texts. `documents_per_cpu_second` counts
words, groups and the assignment of every text, not the search for k and not the three fits that stability rests on.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from evals.labelled_file import RefusedFileError, read_texts
from metrics.text.tokens import tokens
from metrics.text.topics import semantic
from metrics.text.topics.model import MOST, Texts, fit
from metrics.text.topics.typical import npmi

MODELS = ("automatic", "tfidf", "semantic")
_SEED = 1


def read(path: Path) -> pd.DataFrame:
    """The texts of a file, with label where it has that column, and lang."""
    table = read_texts(path, ("text",))
    return table if "lang" in table.columns else table.assign(lang="en")


def measure(
    table: pd.DataFrame, choose: bool = False, model: str = "automatic", k: int | None = None
) -> dict[str, Any]:
    """What the command prints. All texts are taken to be in the language that most of them are in."""
    labels = table["label"] if "label" in table.columns else None
    wanted = k or (None if labels is None or choose else int(labels.nunique()))
    meaning = model == "semantic" or (model == "automatic" and semantic.available())
    language = semantic.ALL_LANGUAGES if meaning else str(table["lang"].mode().iloc[0])
    found = semantic.fit_meaning(table["text"], wanted) if meaning else fit(table["text"], language, wanted)
    groups, seconds = _timed(table["text"], language, found.k, meaning)
    counts = found.vocabulary.counts(tokens(table["text"], language))
    answer: dict[str, Any] = {
        "model": found.kind,
        "n": len(table),
        "k": found.k,
        "stability": round(found.stability, 4),
        "unclear": round(found.unclear, 4),
        "npmi": _rounded(npmi(found.words(), counts, found.vocabulary.written)),
        "documents_per_cpu_second": round(len(table) / max(seconds, 1e-9)),
    }
    return answer | ({} if labels is None else _against(labels, groups)) | {"words": found.words()}


def _timed(texts: "pd.Series[str]", language: str, k: int, meaning: bool) -> tuple[NDArray[np.int64], float]:
    """The group of each text, forced (no text is called unclear), and the CPU-seconds that this takes."""
    start = time.process_time()
    first = texts.iloc[:MOST]
    data = Texts.of(tokens(first, language))
    if meaning:
        groups, labels = semantic.group(first, data, k, _SEED)
    else:
        groups = data.group(k, _SEED)
        labels = groups.assign(data.counts)[0]
    if len(texts) > len(first):
        rest = data.vocabulary.counts(tokens(texts.iloc[MOST:], language))
        labels = np.concatenate([labels, groups.assign(rest)[0]])
    return labels, time.process_time() - start


def _against(labels: "pd.Series[str]", groups: NDArray[np.int64]) -> dict[str, float]:
    from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

    return {
        "ari": round(float(adjusted_rand_score(labels, groups)), 4),
        "nmi": round(float(normalized_mutual_info_score(labels, groups)), 4),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is 1 when the file is refused."""
    parser = argparse.ArgumentParser(prog="python -m evals.topics", description=__doc__)
    parser.add_argument("file", type=Path, metavar="FILE.csv")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--choose-k", action="store_true", help="look for the number of topics, also with labels")
    parser.add_argument("--k", type=int, help="this number of topics")
    parser.add_argument("--model", choices=MODELS, default=MODELS[0])
    asked = parser.parse_args(arguments)
    if asked.model == "semantic" and not semantic.available():
        print("The extra is not installed: pip install -r requirements-semantic.txt.", file=sys.stderr)
        return 1
    try:
        found = measure(read(asked.file), asked.choose_k, asked.model, asked.k)
    except RefusedFileError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(found, ensure_ascii=False) if asked.json else _table(found))
    return 0


def _table(found: dict[str, Any]) -> str:
    figures = [f"{name:26}{value}" for name, value in found.items() if name != "words"]
    return "\n".join([*figures, *(f"{number:4}  {', '.join(words)}" for number, words in enumerate(found["words"], 1))])


if __name__ == "__main__":
    sys.exit(main())
