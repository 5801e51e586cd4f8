"""The command that measures topics: its answer, and what it says of files that are none."""

import json
from pathlib import Path

import pandas as pd
import pytest

from evals.topics import main
from tests.metrics.text.topics.test_model import planted


def test_groups_are_compared_with_the_labels(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts, truth = planted("en", 600, 1)
    file = tmp_path / "texts.csv"
    pd.DataFrame({"text": texts, "label": truth}).to_csv(file, index=False)
    assert main([str(file), "--json", "--model", "tfidf"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"k", "stability", "npmi", "ari", "nmi", "documents_per_cpu_second"} <= set(found)
    assert (found["k"], found["model"], found["n"]) == (4, "tfidf", 600) and found["ari"] > 0.9
    assert main([str(file), "--choose-k", "--model", "tfidf"]) == 0
    assert "stability" in capsys.readouterr().out


def test_without_labels_there_is_nothing_to_compare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "texts.csv"
    pd.DataFrame({"text": planted("en", 200, 1)[0]}).to_csv(file, index=False)
    assert main([str(file), "--json", "--k", "3", "--model", "tfidf"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["k"] <= 3 and "ari" not in found


@pytest.mark.parametrize(
    ("content", "said"),
    [("message\nhello\n", "needs the column text"), ("text\n", "has no texts"), ("", "cannot be read")],
)
def test_other_files_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, said: str) -> None:
    file = tmp_path / "texts.csv"
    file.write_text(content, encoding="utf-8")
    assert main([str(file)]) == 1
    assert said in capsys.readouterr().err
