"""The figures about the rules: computed by hand, the same again, and the ones that ship."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import f1_score, precision_score, recall_score

from evals import needs_reply
from metrics.intervals import wilson
from metrics.needs_reply import INTENTS
from metrics.needs_reply.measured import PATH, measured
from metrics.needs_reply.scores import scores

SAMPLES = Path(needs_reply.__file__).parent / "samples"


def run(capsys: pytest.CaptureFixture[str], path: Path, *more: str) -> dict[str, Any]:
    assert needs_reply.main([str(path), "--json", *more]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_figures_that_ship_are_those_of_the_sample() -> None:
    assert needs_reply.measure(needs_reply.read(needs_reply.SAMPLE)) == json.loads(PATH.read_text()) == measured()


@pytest.mark.parametrize("half", ["dev", "test"])
def test_the_samples_are_as_the_guide_says(half: str) -> None:
    table = needs_reply.read(SAMPLES / f"needs_reply_{half}.csv")
    assert table["label"].isin(list(INTENTS)).all()
    assert set(table["lang"]) == {"nl", "en"}
    assert table["text"].is_unique


def test_the_halves_are_apart_and_hold_enough() -> None:
    dev, test = (needs_reply.read(SAMPLES / f"needs_reply_{half}.csv") for half in ("dev", "test"))
    assert not set(dev["text"]) & set(test["text"])
    assert pd.concat([dev, test])["lang"].value_counts().min() >= 320


def test_scores_are_those_of_scikit_learn() -> None:
    rng = np.random.default_rng(1)
    truth, says = rng.random(200) < 0.4, rng.random(200) < 0.5
    found = scores(truth, says)
    for key, score in (("precision", precision_score), ("recall", recall_score), ("f1", f1_score)):
        assert found[key]["value"] == pytest.approx(score(truth, says), abs=1e-4)
        assert found[key]["low"] < found[key]["value"] < found[key]["high"]
    low, high = wilson(int((truth & says).sum()), int(truth.sum()))
    assert found["recall"]["interval"] == [round(low, 4), round(high, 4)]
    assert found == scores(truth, says)


def test_nothing_to_find_is_no_number() -> None:
    none = np.array([False, False])
    found = scores(none, none)
    assert [found[key]["value"] for key in ("precision", "recall", "f1")] == [None, None, None]


@pytest.mark.parametrize(
    ("yes", "no"),
    [("1", "0"), ("yes", "no"), ("TRUE", "false"), ("needs_reply", "no_reply"), ("Ja", "nee"), ("question", "thanks")],
)
def test_labels_in_every_spelling(tmp_path: Path, capsys: pytest.CaptureFixture[str], yes: str, no: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f'label,text\n{yes},Wanneer komt de vuilnis?\n{no},"Bedankt, top!"\n{yes},Mooi hoor\n', "utf-8-sig")
    found = run(capsys, path)
    assert found["n"] == 3
    assert (found["precision"]["value"], found["precision"]["n"]) == (1.0, 1)
    assert (found["recall"]["value"], found["recall"]["n"]) == (0.5, 2)
    assert set(found["languages"]) == {"nl"}
    assert ("question" in found["intents"]) == (yes == "question")


def test_languages_of_the_file_are_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own.csv"
    path.write_text("text,label,lang\nWhere is my bin?,1,en\nDank!,0,\nDanke,0,de\n", "utf-8")
    found = run(capsys, path)
    assert {name: one["n"] for name, one in found["languages"].items()} == {"de": 1, "en": 1, "nl": 1}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("text\nhoi\n", "columns text and label"),
        ("text,label\nhoi,maybe\n", "row 2 has the label 'maybe'"),
        ("text,label\n", "has no texts"),
        ("", "cannot be read"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, says: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(content)
    assert needs_reply.main([str(path), "--json"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert says in printed.err


def test_a_file_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert needs_reply.main(["nowhere.csv"]) == 1
    assert "nowhere.csv" in capsys.readouterr().err


def test_the_table_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert needs_reply.main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[1:4]] == ["all", "en", "nl"]
    assert f"{measured()['recall']['value']:.3f}" in lines[1]
