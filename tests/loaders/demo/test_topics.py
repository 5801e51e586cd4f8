"""The planted topics of the demo city are found by the list that ships, in both languages."""

import numpy as np
import pandas as pd
import pytest

from data.topics.municipal import shipped
from loaders.demo.generate import City
from metrics.text.topics.match import match
from tests.loaders.demo.demo_city import small, whole

FITS = {
    "waste": {"waste", "recycling", "litter"},
    "parking": {"parking", "parking_permits", "charging"},
    "greenery": {"greenery", "trees"},
    "passports": {"passports", "registration", "driving_licences", "contact"},
    "roadworks": {"roadworks", "traffic", "cycling", "public_transport", "roads"},
    "safety": {"safety", "noise", "enforcement", "youth", "fireworks"},
}
"""Topic of the demo -> codes of the list that are about it."""
FEWEST = 20


def found(city: City) -> pd.DataFrame:
    """Recall and precision of each planted topic by language, over messages that are about something."""
    said = city.messages[city.messages["intent"].isin(["question", "complaint"])]
    codes = match(said["text"], said["language"].to_numpy(object), shipped())
    rows = []
    for language, part in said.groupby("language"):
        got = codes[said["language"].to_numpy() == language]
        topic = part["topic"].to_numpy()
        for planted, fitting in FITS.items():
            is_it, is_found = topic == planted, np.isin(got.astype(str), list(fitting))
            rows.append(
                {
                    "language": language,
                    "topic": planted,
                    "n": int(is_it.sum()),
                    "recall": (is_it & is_found).sum() / max(is_it.sum(), 1),
                    "precision": (is_it & (got == planted)).sum() / max((got == planted).sum(), 1),
                }
            )
    return pd.DataFrame(rows)


def test_planted_topics_are_found_in_a_small_city() -> None:
    table = found(small())
    dutch = table[(table["language"] == "nl") & (table["n"] >= FEWEST)]
    assert set(dutch["topic"]) == set(FITS)
    assert (dutch["recall"] > 0.5).all(), table
    assert (dutch["precision"] > 0.7).all(), table


@pytest.mark.slow
def test_planted_topics_are_found_in_both_languages() -> None:
    table = found(whole())
    print(table.round(2).to_string())
    assert set(table.loc[table["n"] >= FEWEST, "language"]) == {"en", "nl"}
    assert (table["recall"] > 0.5).all() and (table["precision"] > 0.7).all(), table
