"""How well the rules see which messages need a reply: `python -m evals.needs_reply [FILE.csv] [--json]`.

The file has the columns text and label, and if you like lang. Labels are codes of `metrics.needs_reply.INTENTS`, or yes
and no in one of several spellings. Without a file the sample that ships is used, which the rules were not made with.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from evals.labelled_file import RefusedFileError, read_texts
from metrics.needs_reply import INTENTS, NEEDS_REPLY, classify
from metrics.needs_reply.languages import language_of
from metrics.needs_reply.measured import PATH
from metrics.needs_reply.scores import scores, share

SAMPLE = Path(__file__).parent / "samples" / "needs_reply_test.csv"
_YES = frozenset({"1", "1.0", "yes", "true", "needs_reply", "needs reply", "ja", "y"})
_NO = frozenset({"0", "0.0", "no", "false", "no_reply", "no reply", "nee", "n"})


def read(path: Path) -> pd.DataFrame:
    """The messages of a file: text, label (small letters) and lang (empty where the file does not say)."""
    table = read_texts(path)
    table["label"] = table["label"].str.strip().str.lower()
    unknown = table.index[~table["label"].isin([*INTENTS, *_YES, *_NO])]
    if len(unknown):
        line, label = int(unknown[0]) + 2, table["label"][unknown[0]]
        raise RefusedFileError(f"{path}: row {line} has the label {label!r}. Use {', '.join(INTENTS)}, or yes and no.")
    return table.assign(lang=table["lang"].str.strip().str.lower() if "lang" in table.columns else "")


def measure(table: pd.DataFrame) -> dict[str, Any]:
    """Precision, recall and F1 of the rules on labelled messages in all and by language, and accuracy by intent."""
    found = classify(table["text"])["intent"]
    truth = table["label"].isin([*NEEDS_REPLY, *_YES]).to_numpy()
    says = found.isin(NEEDS_REPLY).to_numpy()
    unknown = (table["lang"] == "").to_numpy()
    language = np.where(unknown, language_of(table["text"]), table["lang"])
    return {
        **scores(truth, says),
        "languages": {one: scores(truth[language == one], says[language == one]) for one in sorted(set(language))},
        "intents": {
            code: {"accuracy": share(int((found[rows] == code).sum()), int(rows.sum()))}
            for code in INTENTS
            if (rows := table["label"] == code).any()
        },
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is 1 when the file is refused."""
    parser = argparse.ArgumentParser(prog="python -m evals.needs_reply", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=SAMPLE, metavar="FILE.csv")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--write", action="store_true", help="keep the figures of the sample for the Methods page")
    asked = parser.parse_args(arguments)
    try:
        found = measure(read(asked.file))
    except RefusedFileError as error:
        print(error, file=sys.stderr)
        return 1
    if asked.write:
        PATH.write_text(json.dumps(measure(read(SAMPLE)), indent=1) + "\n", encoding="utf-8")
    print(json.dumps(found) if asked.json else _table(found))
    return 0


def _table(found: dict[str, Any]) -> str:
    lines = [f"{'':12}{'n':>7}  {'precision':22}{'recall':22}{'F1':22}"]
    for name, one in {"all": found, **found["languages"]}.items():
        lines.append(f"{name:12}{one['n']:7}  " + "".join(_cell(one[key]) for key in ("precision", "recall", "f1")))
    lines += [f"{code:12}{one['accuracy']['n']:7}  {_cell(one['accuracy'])}" for code, one in found["intents"].items()]
    return "\n".join(lines)


def _cell(score: dict[str, Any]) -> str:
    if score["value"] is None:
        return f"{'-':22}"
    return f"{score['value']:.3f} ({score['low']:.3f}-{score['high']:.3f})".ljust(22)


if __name__ == "__main__":
    sys.exit(main())
