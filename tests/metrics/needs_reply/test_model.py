"""A model of one's own labels: offered when it is better than the rules, refused when not."""

import numpy as np
import pandas as pd
import pytest

from metrics.needs_reply import NEEDS_REPLY, classify
from metrics.needs_reply.model import LABELS, Model, fit
from metrics.words import Message

STREETS = [
    f"{name}{kind}" for name in ("Linden", "Merel", "Oever", "Haven", "Kerk") for kind in ("straat", "laan", "pad")
]


def messages(n: int, seed: int, local: str) -> tuple[pd.Series, pd.Series]:
    """Made-up messages; those with the `local` word need a reply, which no rule can know."""
    rng = np.random.default_rng(seed)
    street = rng.choice(STREETS, n)
    needs = rng.random(n) < 0.4
    tail = rng.choice(["vandaag", "gisteren", "hier", "bij ons", "in de buurt"], n)
    texts = [
        f"{local if need else 'mooi'} {where} {when}" for need, where, when in zip(needs, street, tail, strict=True)
    ]
    return pd.Series(texts), pd.Series(np.where(needs, "complaint", "opinion"))


def test_a_model_that_knows_more_is_offered() -> None:
    texts, intents = messages(240, 1, "flubberpaal")
    model = fit(texts, intents)
    assert isinstance(model, Model)
    assert model.n == 240
    assert 0 < model.better[1] <= model.better[0] <= model.better[2]
    new, truth = messages(60, 2, "flubberpaal")
    found = model.classify(new)
    assert (found["intent"].isin(NEEDS_REPLY) == truth.isin(NEEDS_REPLY)).mean() > 0.95
    assert set(found["intent"]) <= {"complaint", "opinion"}
    assert found.columns.tolist() == classify(new).columns.tolist()


def test_a_model_that_knows_no_more_is_refused() -> None:
    texts, intents = messages(240, 1, "waar blijft de bak in de")
    found = fit(texts, intents)
    assert isinstance(found, Message)
    assert found.code == "model_no_better"
    assert "The rules stay." in found.english()


@pytest.mark.parametrize(("n", "needing"), [(LABELS - 1, 80), (LABELS + 20, 19), (LABELS + 20, LABELS + 1)])
def test_too_few_labels_are_said(n: int, needing: int) -> None:
    intents = pd.Series(["question"] * needing + ["opinion"] * (n - needing))
    found = fit(pd.Series([f"tekst {i}" for i in range(n)]), intents)
    assert isinstance(found, Message)
    assert found.code == "too_few_labels"
    assert found.values["n"] == n


def test_unknown_intents_are_an_error() -> None:
    with pytest.raises(ValueError, match="codes of INTENTS"):
        fit(pd.Series(["a"]), pd.Series(["gibberish"]))


def test_texts_may_be_missing() -> None:
    texts, intents = messages(240, 1, "flubberpaal")
    model = fit(texts, intents)
    assert isinstance(model, Model)
    assert len(model.classify(pd.Series([None, "", "flubberpaal Havenpad"], dtype=object))) == 3
