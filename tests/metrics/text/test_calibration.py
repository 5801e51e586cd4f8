"""Corrected shares of small labelled samples, worked out by hand."""

import numpy as np
import pandas as pd
import pytest

from metrics.text.calibration import Calibration, calibrate, missing
from metrics.text.labels import TASKS
from metrics.words import Message
from tests.metrics.text.labellings import calibrated, city

TONE, REPLY = TASKS["tone"], TASKS["needs_reply"]
Row = tuple[str, str, str, str, int]


def labels(*rows: Row) -> pd.DataFrame:
    """platform, drawn_as, predicted, value, and how many of these."""
    columns = ["platform", "drawn_as", "predicted", "value"]
    return pd.DataFrame([row[:4] for row in rows for _ in range(row[4])], columns=columns)


def strata(**sizes: int) -> pd.DataFrame:
    """How many messages of X the machine gave each class."""
    return pd.DataFrame({"platform": "x", "predicted": list(sizes), "size": list(sizes.values())})


def found(*rows: Row, **sizes: int) -> Calibration:
    made = calibrate(REPLY if "no_reply" in sizes else TONE, labels(*rows), strata(**sizes))
    assert isinstance(made, Calibration)
    return made


THREE: tuple[Row, ...] = (
    ("x", "negative", "negative", "negative", 60),
    ("x", "negative", "negative", "neutral", 20),
    ("x", "neutral", "neutral", "neutral", 50),
    ("x", "neutral", "neutral", "negative", 10),
    ("x", "neutral", "neutral", "other", 20),
    ("x", "positive", "positive", "positive", 30),
    ("x", "positive", "positive", "neutral", 10),
)
SIZES = {"negative": 800, "neutral": 1000, "positive": 200}


def test_shares_of_the_sampled_messages_weigh_each_stratum_by_its_size() -> None:
    shares = found(*THREE, **SIZES).sampled()["share"]
    # negative: 3/4 of 800 and 1/8 of 1000; neutral: 1/4 of 800, 5/8 of 1000, 1/4 of 200; ...
    assert shares.to_dict() == pytest.approx({"negative": 0.3625, "neutral": 0.4375, "positive": 0.075, "other": 0.125})


def test_a_slice_is_corrected_by_how_often_the_machine_errs() -> None:
    rows = (
        ("x", "needs_reply", "needs_reply", "question", 80),
        ("x", "needs_reply", "needs_reply", "opinion", 20),
        ("x", "no_reply", "no_reply", "thanks", 90),
        ("x", "no_reply", "no_reply", "complaint", 10),
    )
    made = found(*rows, needs_reply=1000, no_reply=1000)
    # of 900 that need a reply the machine finds 800; of 1100 others it takes 200 for such
    slice_ = made.adjusted(pd.DataFrame({"needs_reply": [600, 12, 5], "no_reply": [400, 88, 4]}))
    assert slice_.at[0, "needs_reply"] == pytest.approx((0.6 - 2 / 11) / (8 / 9 - 2 / 11))
    assert slice_.at[0, "needs_reply"] + slice_.at[0, "no_reply"] == pytest.approx(1)
    assert slice_.at[1, "needs_reply"] == 0, "fewer than the machine's false alarms alone: none, not less than none"
    assert slice_.at[1, "needs_reply_high"] > 0
    assert slice_.loc[2].drop("n").isna().all() and slice_.at[2, "n"] == 9


def test_a_machine_without_errors_is_not_corrected() -> None:
    perfect = [("x", tone, tone, tone, 70) for tone in TONE.classes]
    made = found(*perfect, negative=1000, neutral=1000, positive=1000)
    shares = made.adjusted(pd.DataFrame({"negative": [700], "neutral": [200], "positive": [100]})).iloc[0]
    assert [shares[tone] for tone in TONE.classes] == pytest.approx([0.7, 0.2, 0.1])
    assert shares["other"] == 0
    assert made.quality().macro_f1 == pytest.approx(1) and made.quality().baseline == pytest.approx(1 / 6)


def test_all_shares_of_a_slice_add_up_to_one_and_lie_in_their_interval() -> None:
    made = calibrated(np.random.default_rng(1), city(np.random.default_rng(2), 3000))
    counts = pd.DataFrame(np.random.default_rng(3).integers(0, 60, (40, 3)), columns=list(TONE.classes))
    shares = made.adjusted(counts).query("n >= 10")
    assert shares[made.classes].sum(axis=1).to_numpy() == pytest.approx(1)
    for name in made.classes:
        assert (shares[f"{name}_low"] <= shares[name]).all() and (shares[name] <= shares[f"{name}_high"]).all()
        assert shares[f"{name}_low"].min() >= 0 and shares[f"{name}_high"].max() <= 1 + 1e-9


def test_a_slice_has_the_same_shares_whatever_stands_beside_it() -> None:
    made = calibrated(np.random.default_rng(1), city(np.random.default_rng(2), 3000))
    counts = pd.DataFrame({"negative": [50, 10], "neutral": [20, 90], "positive": [9, 30]}, index=["a", "b"])
    pd.testing.assert_frame_equal(made.adjusted(counts).loc[["b"]], made.adjusted(counts.loc[["b"]]))


def test_another_machine_now_is_judged_by_what_it_says_now() -> None:
    turned = [
        (platform, drawn, "negative" if value == "negative" else now, value, n)
        for platform, drawn, now, value, n in THREE
    ]
    before, after = found(*THREE, **SIZES), found(*turned, **SIZES)
    assert after.sampled()["share"].to_dict() == pytest.approx(before.sampled()["share"].to_dict())
    assert after.quality().macro_f1 > before.quality().macro_f1


def test_a_machine_that_never_says_a_class_tells_nothing_of_slices() -> None:
    never = [
        (platform, drawn, "neutral" if now == "negative" else now, value, n) for platform, drawn, now, value, n in THREE
    ]
    made = found(*never, **SIZES)
    assert found(*THREE, **SIZES).tells_apart and not made.tells_apart
    assert (
        made.adjusted(pd.DataFrame({"negative": [0], "neutral": [80], "positive": [20]}))
        .drop(columns="n")
        .isna()
        .all(axis=None)
    )
    assert made.sampled()["share"].sum() == pytest.approx(1)


def test_what_nobody_saw_is_rare_and_not_absent() -> None:
    tones = [(*row[:3], "neutral" if row[3] == "other" else row[3], row[4]) for row in THREE]
    other = found(*tones, **SIZES).sampled().loc["other"]
    assert other["share"] == 0 and other["low"] == 0
    assert 0.003 < other["high"] < 0.03, "three in two hundred could have been missed"


def test_a_sample_that_is_all_there_is_has_no_error_of_sampling() -> None:
    made = found(*THREE, negative=80, neutral=80, positive=40).sampled()
    assert made["low"].to_numpy() == pytest.approx(made["share"].to_numpy(), abs=0.01)
    assert made["high"].to_numpy() == pytest.approx(made["share"].to_numpy(), abs=0.01)


def test_macro_f1_weighs_labels_by_what_they_stand_for() -> None:
    quality = found(*THREE, **SIZES).quality()
    # without the 250 others: 725 are negative (600 found, 800 said), 875 neutral (625, 750), 150 positive (150, 200)
    f1 = (2 * 600 / (725 + 800) + 2 * 625 / (875 + 750) + 2 * 150 / (150 + 200)) / 3
    assert quality.macro_f1 == pytest.approx(f1)
    assert quality.low < f1 < quality.high and quality.n == 180
    assert quality.baseline == pytest.approx(2 * 0.5 / 1.5 / 3)


@pytest.mark.parametrize(
    ("counts", "code"),
    [
        ({"negative": 100, "neutral": 60, "positive": 39}, "too_few_labels"),
        ({"negative": 100, "neutral": 81, "positive": 19}, "too_few_of_class"),
        ({"negative": 100, "neutral": 60, "positive": 30, "other": 10}, None),
        ({"negative": 100, "neutral": 90, "positive": 20}, None),
    ],
)
def test_what_is_missing_is_said(counts: dict[str, int], code: str | None) -> None:
    lacking = missing(TONE, counts)
    assert (lacking and lacking.code) == code


def test_without_enough_labels_there_is_no_share() -> None:
    lacking = calibrate(TONE, labels(("x", "negative", "negative", "negative", 199)), strata(negative=500))
    assert isinstance(lacking, Message) and lacking.values["n"] == 199
