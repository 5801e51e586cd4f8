"""Counts of tones: what is hidden, and the sentences about them."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.estimate import Estimate
from metrics.text.tone import TONE_COLUMNS, TONES
from metrics.text.tone_counts import (
    PARTS,
    change_sentence,
    counted_sentence,
    counts,
    disclosed,
    known,
    machine,
    share_sentence,
)
from metrics.words import Message

SUMS = pd.DataFrame([dict(zip(TONE_COLUMNS, (10, 20, 30, 1, 2, 3, 4), strict=True))])


def test_parts_add_up_to_all_messages() -> None:
    assert counts(SUMS).iloc[0].to_dict() == {"negative": 10, "neutral": 20, "positive": 30, "unsure": 6, "none": 4}
    assert machine(SUMS).iloc[0].to_dict() == {"negative": 11, "neutral": 22, "positive": 33}
    assert int(counts(SUMS).to_numpy().sum()) == int(SUMS.to_numpy().sum())


@given(st.lists(st.lists(st.integers(0, 30), min_size=5, max_size=5), min_size=1, max_size=6))
def test_no_hidden_count_stands_alone_in_its_row_or_column(rows: list[list[int]]) -> None:
    counted = pd.DataFrame(rows, columns=list(PARTS))
    shown = disclosed(counted)
    assert shown["none"].tolist() == counted["none"].tolist(), "of these nothing is said"
    said = [part for part in PARTS if part != "none"]
    cells, real = shown[said].to_numpy(), counted[said].to_numpy()
    hidden = np.isnan(cells)
    assert not ((cells > 0) & (cells < 5)).any()
    assert (cells[~hidden] == real[~hidden]).all()
    assert not (hidden & (real == 0)).any(), "nothing is known of what is not there"
    for lines, marks in ((real, hidden), (real.T, hidden.T)):
        for line, mark in zip(lines, marks, strict=True):
            assert mark.sum() != 1 or (line > 0).sum() == 1
    assert not ((shown["n"] > 0) & (shown["n"] < 5)).any()


def test_periods_that_do_not_add_up_hide_nothing_of_each_other() -> None:
    counted = pd.DataFrame([[40, 60, 50, 9, 2], [3, 20, 9, 8, 0]], columns=list(PARTS))
    shown = disclosed(counted, add_up=False).fillna(-1).astype(int).to_numpy().tolist()
    assert shown == [[40, 60, 50, 9, 2, 161], [-1, 20, 9, -1, 0, 40]]


def test_hidden_counts_by_hand() -> None:
    counted = pd.DataFrame([[40, 60, 50, 9, 0], [3, 20, 9, 8, 0]], columns=list(PARTS))
    shown = disclosed(counted).fillna(-1).astype(int).to_numpy().tolist()
    assert shown == [[-1, 60, 50, -1, 0, 159], [-1, 20, 9, -1, 0, 40]]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((0, 0, 0, 0, 0), "There are no messages of citizens in this selection."),
        ((0, 0, 0, 0, 7), "None of the 7 messages has a tone yet."),
        (
            (1204, 1500, 900, 200, 96),
            "Machine count, not checked here: 1204 of 3900 messages were classed negative. Label 200 messages to get "
            "shares.",
        ),
        (
            (None, 20, None, 0, 0),
            "Machine count, not checked here: of 43 messages the number that was",
        ),
    ],
)
def test_before_labels_only_counts_are_told(parts: tuple[int | None, ...], said: str) -> None:
    n = 43 if None in parts else sum(part or 0 for part in parts)
    sentence = counted_sentence(dict(zip(PARTS, parts, strict=True)), n).english()
    assert sentence.startswith(said) and "%" not in sentence


def test_a_few_messages_are_not_counted_aloud() -> None:
    assert counted_sentence(dict.fromkeys(PARTS), None).english() == "Fewer than 5 messages: too few to show."


def test_after_labels_shares_are_told_from_where_to_where() -> None:
    shares = {"negative": Estimate(0.35, 200, 0.301, 0.412), "positive": Estimate(0.2, 200, 0.15, 0.252)}
    assert share_sentence(shares, Message("sample", "sampled in May")).english() == (
        "Between 30 % and 41 % of the messages sound negative, and between 15 % and 25 % positive (sampled in May)."
    )


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [(0.1, 0.6, True), (0.1, 0.61, False), (0.0, 1.0, False), (float("nan"), float("nan"), False)],
)
def test_a_share_that_can_be_anything_is_not_told(low: float, high: float, told: bool) -> None:
    shares = {tone: Estimate(0.3, 50, 0.25, 0.35) for tone in TONES} | {"neutral": Estimate(0.4, 50, low, high)}
    found = known(shares)
    assert [one.value is not None for one in found.values()] == [told] * 3
    assert all(one.n == 50 for one in found.values())


@pytest.mark.parametrize(
    ("before", "code"),
    [
        (Estimate(0.36, 400, 0.31, 0.41), "no_clear_change"),
        (Estimate(0.15, 400, 0.12, 0.18), "more_negative"),
        (Estimate(0.65, 400, 0.6, 0.7), "less_negative"),
        (Estimate(None), "no_comparison"),
    ],
)
def test_a_change_is_told_only_where_it_is_clear(before: Estimate, code: str) -> None:
    now = Estimate(0.35, 400, 0.3, 0.41)
    assert change_sentence(now, before).code == code
    if code == "more_negative":
        assert change_sentence(now, before).values == {"low": 14, "high": 27}
