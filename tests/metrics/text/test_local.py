"""A layer of one's own labels: offered when it is better than the model, refused when not."""

import numpy as np
import pandas as pd
import pytest

from metrics.text.local import Local, fit
from metrics.text.tone import TONES
from metrics.words import Message

CODES = list(TONES)
KNOWN = {"negative": "vreselijk", "neutral": "markt", "positive": "prachtig"}
"""What the model knows."""


def messages(n: int, seed: int, local: str) -> tuple[pd.Series, np.ndarray, list[str]]:
    """Made-up messages, the model's probabilities and the truth; half of the negative ones have a `local` word only.

    Of these the model thinks that they are neutral.
    """
    rng = np.random.default_rng(seed)
    true = rng.choice(3, n, p=[0.5, 0.3, 0.2])
    hidden = (true == 0) & (rng.random(n) < 0.5)
    where = rng.choice(["haven", "kade", "plein", "brug", "wijk"], n)
    words = [local if hide else KNOWN[CODES[tone]] for hide, tone in zip(hidden, true, strict=True)]
    says = np.where(hidden, 1, np.where(rng.random(n) < 0.1, rng.choice(3, n), true))
    probabilities = np.full((n, 3), 0.2) + 0.4 * np.eye(3)[says]
    said = enumerate(zip(words, where, strict=True))
    texts = pd.Series([f"{word} bij de {place} nummer {number}" for number, (word, place) in said])
    return texts, probabilities, [CODES[tone] for tone in true]


def right(said: list[str] | tuple[str, ...], truth: list[str]) -> float:
    """The share of tones that are right."""
    return sum(one == other for one, other in zip(said, truth, strict=True)) / len(truth)


def best(probabilities: np.ndarray) -> list[str]:
    """The tone that is likeliest."""
    return [CODES[code] for code in probabilities.argmax(axis=1)]


def test_a_layer_that_knows_more_is_offered() -> None:
    found = fit(*messages(200, 1, "flubberpaal"))
    assert isinstance(found, Local)
    assert 0 < found.better[1] <= found.better[0] <= found.better[2]
    texts, probabilities, truth = messages(300, 2, "flubberpaal")
    after = found.apply(probabilities, texts)
    assert after.shape == (300, 3) and after.sum(axis=1) == pytest.approx(1)
    assert right(best(after), truth) > right(best(probabilities), truth) + 0.1


def test_what_it_says_of_its_own_lessons_is_from_before_it_learned_them() -> None:
    texts, probabilities, truth = messages(200, 1, "flubberpaal")
    rng = np.random.default_rng(7)
    odd = range(0, 200, 8)  # words of their own, which teach nothing about others
    for number in odd:
        texts[number] = " ".join("".join(rng.choice(list("bcdfghklmnprst"), 9)) for _ in range(4))
        probabilities[number], truth[number] = [0.25, 0.5, 0.25], CODES[rng.integers(0, 2) * 2]
    found = fit(texts, probabilities, truth)
    assert isinstance(found, Local)
    learned = best(found.apply(probabilities, texts))
    before, after, true = ([said[number] for number in odd] for said in (found.unseen, learned, truth))
    assert right(after, true) > 0.9 and right(before, true) < 0.8, "half of them by chance"


def test_a_layer_that_knows_no_more_is_refused() -> None:
    found = fit(*messages(200, 1, "vreselijk")[:2], messages(200, 3, "x")[2])
    assert isinstance(found, Message) and found.code == "layer_no_better"
    assert "The model stays as it is." in found.english()


@pytest.mark.parametrize(("n", "rare"), [(179, 40), (240, 19)])
def test_too_few_labels_are_said(n: int, rare: int) -> None:
    truth = ["negative"] * (n - 2 * rare) + ["neutral"] * rare + ["positive"] * rare
    found = fit(pd.Series([f"tekst {number}" for number in range(n)]), np.full((n, 3), 1 / 3), truth)
    assert isinstance(found, Message) and found.code == "too_few_labels"


def test_another_set_of_labels_is_another_version() -> None:
    texts, probabilities, truth = messages(200, 1, "flubberpaal")
    one, same, other = (fit(texts, probabilities, said) for said in (truth, truth, [*truth[:-1], "positive"]))
    assert isinstance(one, Local) and isinstance(same, Local) and isinstance(other, Local)
    assert one.version == same.version and one.version != other.version and one.version.startswith("+l")


def test_what_is_not_scored_stays_not_scored() -> None:
    found = fit(*messages(200, 1, "flubberpaal"))
    assert isinstance(found, Local)
    after = found.apply(np.array([[np.nan] * 3, [0.2, 0.6, 0.2]]), pd.Series([None, "flubberpaal"], dtype=object))
    assert np.isnan(after[0]).all() and after[1].argmax() == 0
    assert found.apply(np.empty((0, 3)), pd.Series([], dtype=object)).shape == (0, 3)


def test_labels_that_are_no_tones_are_an_error() -> None:
    with pytest.raises(ValueError, match="codes of TONES"):
        fit(pd.Series(["a"]), np.full((1, 3), 1 / 3), ["other"])
