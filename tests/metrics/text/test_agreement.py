"""Agreement of two people, with figures from the literature."""

import numpy as np
import pytest

from metrics.text.agreement import agreement, alpha, sentence, share_words


def pairs(**cells: int) -> tuple[list[str], list[str]]:
    """Labels of two people from counts: `np=3` is three messages that were n for one and p for the other."""
    flat = [name for name, n in cells.items() for _ in range(n)]
    return [name[0] for name in flat], [name[1] for name in flat]


def test_the_example_of_krippendorff() -> None:
    """Ten messages, two kinds, four of which differ: alpha is .095 (Krippendorff 2011, section A)."""
    first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    table = np.zeros((1, 2, 2), dtype=np.int64)
    np.add.at(table[0], (first, second), 1)
    assert alpha(table)[0] == pytest.approx(0.095, abs=0.0005)


@pytest.mark.parametrize(
    ("cells", "word"),
    [
        ({"nn": 25, "pp": 25}, "good"),
        ({"nn": 22, "pp": 20, "np": 8}, "fair"),
        ({"nn": 20, "pp": 15, "np": 15}, "weak"),
        ({"nn": 20, "pp": 19}, "not_enough"),
        ({"nn": 50}, "not_enough"),
    ],
)
def test_it_is_said_in_words(cells: dict[str, int], word: str) -> None:
    found = agreement(*pairs(**cells))
    assert found.word == word
    assert sentence(found).code.startswith("agreement_")
    if found.alpha is not None:
        assert found.low is not None and found.high is not None
        assert found.low <= found.alpha <= found.high


def test_the_order_of_the_two_does_not_matter() -> None:
    first, second = pairs(nn=20, pp=20, np=6, zn=4)
    assert agreement(first, second).alpha == pytest.approx(agreement(second, first).alpha)


def test_labels_dealt_out_by_chance_agree_about_nothing() -> None:
    rng = np.random.default_rng(1)
    one, other = (rng.choice(["n", "z", "p"], 4000).tolist() for _ in range(2))
    found = agreement(one, other)
    assert found.alpha == pytest.approx(0, abs=0.05)
    assert found.low is not None and found.high is not None and found.low < 0 < found.high


def test_nothing_labelled_twice_is_no_error() -> None:
    found = agreement([], [])
    assert found.n == 0 and found.share is None and share_words(found) is None


def test_labels_without_a_partner_are_an_error() -> None:
    with pytest.raises(ValueError, match="two labels"):
        agreement(["n"], [])
