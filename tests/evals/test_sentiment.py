"""The measure of the tone models: figures by hand, all spellings of labels, and files that are refused."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sklearn.metrics import f1_score, recall_score

from data.models import card
from evals import sentiment, sentiment_lexicon, train_sentiment
from evals.sentiment_scores import calibration_error, scores
from evals.sentiment_training.card import PAGE, as_page
from evals.sentiment_training.stack import certainty, sure

GOOD = """text,label,lang
Wat een prachtig park! Dank jullie wel,positive,nl
Schandalig slecht geregeld weer,negative,nl
De markt is op zaterdag,neutral,nl
Thank you so much for the lovely day,2,en
This is terrible and I am angry,0,en
The desk opens at nine,1,en
Zzyx qwrt,1,xx
"""


def measured(capsys: pytest.CaptureFixture[str], path: Path, *more: str) -> dict[str, Any]:
    assert sentiment.main([str(path), "--json", *more]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_figures_are_those_of_another_library() -> None:
    random = np.random.default_rng(1)
    labels, probabilities = random.integers(0, 3, 500), random.dirichlet([1, 1, 1], 500)
    answers, found = probabilities.argmax(axis=1), scores(probabilities, labels)
    assert found["macro_f1"] == pytest.approx(f1_score(labels, answers, average="macro"), abs=1e-4)
    assert found["macro_recall"] == pytest.approx(recall_score(labels, answers, average="macro"), abs=1e-4)
    assert found["interval"][0] < found["macro_f1"] < found["interval"][1]


def test_calibration_error_is_nought_when_certainty_is_right_and_large_when_it_is_not() -> None:
    always = np.tile([1.0, 0.0, 0.0], (10, 1))
    assert calibration_error(always, np.zeros(10, dtype=int)) == 0
    assert calibration_error(always, np.ones(10, dtype=int)) == 1


@pytest.mark.parametrize("model", ["a", "rules"])
def test_each_language_has_its_figures_and_what_cannot_be_scored_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], model: str
) -> None:
    path = tmp_path / "texts.csv"
    path.write_text(GOOD, encoding="utf-8")
    found = measured(capsys, path, "--model", model)
    assert found["texts_per_cpu_second"] > 0
    assert set(found["languages"]) == {"nl", "en"} and found["not_scored"] == {"xx": 1}
    for one in found["languages"].values():
        assert {"n", "macro_f1", "macro_recall", "accuracy", "ece", "interval"} <= set(one) and one["n"] == 3
        assert one["accuracy"] >= 0.66
    assert sentiment.main([str(path), "--model", model]) == 0
    assert "not scored" in capsys.readouterr().out


def test_without_a_language_it_is_identified(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "texts.csv"
    path.write_text("label,text\n2,Wat een prachtig park is dit geworden!\n0,This is a terrible mess\n")
    found = measured(capsys, path, "--model", "a")
    assert set(found["languages"]) == {"nl", "en"} and found["identified_per_cpu_second"] > 0


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("text,tone\nhallo,1\n", "needs the columns text and label"),
        ("text,label\nhallo,happy\n", "row 2 has the label 'happy'"),
        ("text,label\n", "has no texts"),
        ("", "cannot be read"),
    ],
)
def test_bad_files_get_a_plain_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, says: str
) -> None:
    path = tmp_path / "texts.csv"
    path.write_text(content)
    assert sentiment.main([str(path), "--json"]) == 1
    said = capsys.readouterr()
    assert says in said.err and not said.out


def test_what_is_called_sure_is_right_often_enough() -> None:
    random = np.random.default_rng(2)
    probabilities = random.dirichlet([0.7, 0.7, 0.7], 4000)
    labels = np.array([random.choice(3, p=one) for one in probabilities])
    least, share = sure(probabilities.astype(np.float32), labels, np.ones(4000, np.float32))
    over = probabilities.max(axis=1) >= least
    assert (probabilities.argmax(axis=1) == labels)[over].mean() >= 0.75
    assert share == pytest.approx(over.mean(), abs=1e-3)


def test_a_language_whose_answers_are_too_certain_is_made_less_so() -> None:
    random = np.random.default_rng(3)
    true = random.dirichlet([1, 1, 1], 3000)
    labels = np.array([random.choice(3, p=one) for one in true])
    last = (np.eye(3, dtype=np.float32) * 1.5, np.zeros(3, np.float32))
    signs = np.log(true).astype(np.float32)
    found = certainty(signs, last, labels, np.ones(3000, np.float32), ["nl"] * 3000)
    assert found["nl"] == pytest.approx(1 / 1.5, abs=0.06)


def test_training_refuses_a_folder_without_the_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert train_sentiment.main([str(tmp_path)]) == 1
    assert "sentiment_train.csv.gz: cannot be read" in capsys.readouterr().err


def test_the_card_for_people_is_the_one_for_programs() -> None:
    assert PAGE.read_text(encoding="utf-8") == as_page(card())


def test_the_table_of_words_is_made_from_the_package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("languages", "emojis"):
        (tmp_path / "build" / folder).mkdir(parents=True)
    words = {"Mooi": 3, "om te huilen": -3, "nul": 0, "een heel erg lange uitdrukking": 1}
    for code, scored in (("nl", words), ("iw", {"טוב": 2, "abandon": -2}), ("no", {"fint": 2})):
        (tmp_path / "build" / "languages" / f"AFINN-{code}.json").write_text(json.dumps(scored))
    (tmp_path / "build" / "emojis" / "Emoji_Sentiment_Data_v1.0.csv").write_text(
        "Emoji,Unicode codepoint,Occurrences,Position,Negative,Neutral,Positive\n"
        "a,0x1f44d,10,0.5,0,2,8\nb,0x1f621,10,0.5,9,1,0\nc,0x1f600,2,0.5,0,0,2\n"
    )
    assert sentiment_lexicon.main([str(tmp_path), "--out", str(tmp_path / "out.npz")]) == 0
    found = sentiment_lexicon.words(tmp_path)
    assert found["nl"] == {"mooi": 3, "om te huilen": -3} and found["he"] == {"טוב": 2}
    assert found["*"] == {"👍": 4, "😡": -4} and found["nn"] == {"fint": 2}
    assert sentiment_lexicon.main([str(tmp_path / "nothing")]) == 1
    assert "is not the unpacked package" in capsys.readouterr().err
