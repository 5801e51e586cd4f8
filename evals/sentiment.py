"""How well the tone of texts is said: `python -m evals.sentiment FILE.csv [--model automatic|a|b|rules] [--json]`.

The file has the columns text and label, and if you like lang (a code such as nl); without it the language is
identified, which has its own speed. Labels are negative, neutral and positive, or 0, 1 and 2. The class is always the
most likely one; "unsure" is only a way to show it. Shares are from 0 to 1.
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

from data.models import scorer, semantic
from evals.labelled_file import RefusedFileError, read_texts
from evals.sentiment_scores import scores
from metrics.text.language import identify
from metrics.text.sentiment import TONES, UNSURE, Scorer

MODELS = {"automatic": "automatic", "a": "model", "b": "automatic", "rules": "rules"}
_UNKNOWN = "unknown"
_WARM = 50  # texts that are scored before the clock runs


def read(path: Path) -> pd.DataFrame:
    """The texts of a file: text, label (0, 1 or 2) and, where the file has it, lang."""
    table = read_texts(path)
    known = {name: number for number, tone in enumerate(TONES) for name in (tone, str(number), f"{number}.0")}
    labels = table["label"].str.strip().str.lower().map(known)
    if labels.isna().any():
        row = int(np.flatnonzero(labels.isna())[0])
        said = table["label"].iloc[row]
        raise RefusedFileError(
            f"{path}: row {row + 2} has the label {said!r}. Use {', '.join(TONES)}, or 0, 1 and 2 for these."
        )
    table["label"] = labels.astype(int)
    if "lang" in table.columns:
        table["lang"] = table["lang"].str.strip().str.lower().str.split(r"[-_]", regex=True).str[0]
    return table


def measure(table: pd.DataFrame, model: Scorer) -> dict[str, Any]:
    """Speed and, for each language, how good the scorer is; languages that it cannot score are under `not_scored`."""
    found: dict[str, Any] = {}
    texts = table["text"].astype(object)
    if "lang" in table.columns:
        languages = table["lang"].replace("", None).to_numpy(object)
    else:
        start = time.process_time()
        languages = identify(texts)
        found["identified_per_cpu_second"] = _speed(len(table), start)
    model.score(texts.iloc[:_WARM], languages[:_WARM])
    start = time.process_time()
    scored = model.score(texts, languages)
    found = {"version": model.version, "texts_per_cpu_second": _speed(len(table), start), **found}
    probabilities = scored[list(TONES)].to_numpy(float)
    there, labels = scored["model"].notna().to_numpy(), table["label"].to_numpy(np.int64)
    by_language, left_out = {}, {}
    names = np.array([one or _UNKNOWN for one in languages], dtype=str)
    for language in sorted(set(names.tolist())):
        here = names == language
        if missing := int((here & ~there).sum()):
            left_out[language] = missing
        if (here & there).any():
            rows = here & there
            by_language[language] = {
                **scores(probabilities[rows], labels[rows]),
                "unsure": round(float((scored["tone"][rows] == UNSURE).mean()), 4),
                "model": ",".join(sorted(set(scored["model"][rows]))),
            }
    return {**found, "languages": by_language, "not_scored": left_out}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is 1 when the file is refused."""
    parser = argparse.ArgumentParser(prog="python -m evals.sentiment", description=__doc__)
    parser.add_argument("file", type=Path, metavar="FILE.csv")
    parser.add_argument("--model", choices=list(MODELS), default="automatic", help="which scorer")
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args(arguments)
    if asked.model == "b" and not semantic.installed():
        print("Model b needs the optional extra: pip install -r requirements-semantic.txt", file=sys.stderr)
        return 1
    try:
        found = measure(read(asked.file), scorer(MODELS[asked.model]))
    except RefusedFileError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(found) if asked.json else _table(found))
    return 0


def _speed(count: int, start: float) -> int:
    return round(count / max(time.process_time() - start, 1e-6))


def _table(found: dict[str, Any]) -> str:
    lines = [f"{found['version']}: {found['texts_per_cpu_second']:,} texts per CPU-second"]
    if "identified_per_cpu_second" in found:
        lines.append(f"language identified: {found['identified_per_cpu_second']:,} texts per CPU-second")
    lines.append(f"{'':10}{'n':>7}  {'macro-F1':24}{'recall':>8}{'accuracy':>10}{'ECE':>8}{'unsure':>8}  model")
    for language, one in found["languages"].items():
        low, high = one["interval"]
        f1 = f"{one['macro_f1']:.3f} ({low:.3f}-{high:.3f})"
        lines.append(
            f"{language:10}{one['n']:7}  {f1:24}{one['macro_recall']:8.3f}{one['accuracy']:10.3f}{one['ece']:8.3f}"
            f"{one['unsure']:8.3f}  {one['model']}"
        )
    lines += [f"{language:10}{n:7}  not scored" for language, n in found["not_scored"].items()]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
