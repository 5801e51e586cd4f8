"""The labelled sample of the demo city: its truth, two people who nearly agree, and shares that hold the truth."""

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import Engine

from data import labelling
from data.access import LOCAL_ADMINISTRATOR as ME
from loaders.demo import load
from loaders.demo.generate import END
from loaders.demo.rhythm import DAY
from loaders.demo.tones import PERIOD_DAYS, SLIPS, TONE, labels
from metrics.text.tone import TONES
from tests.loaders.demo.demo_city import small, whole


def test_every_kind_of_message_has_a_tone() -> None:
    messages = small().messages
    assert set(TONE) == set(messages.loc[~messages["own"], "intent"])
    assert set(TONE.values()) == set(TONES)


def test_the_first_person_says_the_truth_and_the_second_slips_now_and_then() -> None:
    city = small()
    numbers = city.messages.index[~city.messages["own"]][:2000]
    items = pd.DataFrame(
        {"place": range(2000), "twice": 1, "external_id": [f"demo-facebook-m{number:06d}" for number in numbers]}
    )
    said = pd.DataFrame(labels(items, city, np.random.default_rng(1))).pivot(
        index="place", columns="labeller", values="value"
    )
    assert said[1].tolist() == [TONE[intent] for intent in city.messages.loc[numbers, "intent"]]
    assert (said[1] != said[2]).mean() == pytest.approx(SLIPS, abs=0.02)


@pytest.mark.slow
def test_the_shares_of_the_whole_city_hold_the_truth(sqlite_store: Engine) -> None:
    load(sqlite_store, ME)
    (of,) = labelling.rounds(sqlite_store, ME, "tone")
    assert (of.is_demo, of.labelled) == (True, of.items)
    state = labelling.round_state(sqlite_store, ME, of.id)
    assert state.agreement.n == 50 and state.agreement.same >= 45
    found = labelling.calibrated(sqlite_store, ME, "tone")
    assert found.found is not None
    shares = found.found.sampled()
    city = whole()
    recent = city.messages["minute"] >= (city.calendar.days - PERIOD_DAYS) * DAY
    truth = city.messages.loc[recent & ~city.messages["own"], "intent"].map(TONE).value_counts(normalize=True)
    assert END.isoformat() == "2026-09-30"
    for tone in TONES:
        assert shares.at[tone, "low"] <= truth[tone] <= shares.at[tone, "high"], (tone, truth, shares)
