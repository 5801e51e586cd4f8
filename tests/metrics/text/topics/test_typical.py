"""Typical words and whether they go together, worked out by hand."""

import math

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

from metrics.text.topics.typical import npmi, typical_words


def test_a_word_is_typical_of_the_group_that_uses_it_and_is_used_often_enough() -> None:
    texts = pd.Series(["afval container"] * 6 + ["afval vuilnis"] * 2 + ["parkeren garage"] * 5)
    groups = np.array(["waste"] * 8 + ["parking"] * 5, dtype=object)
    assert typical_words(texts, groups, "nl", least=5) == {
        "waste": ("afval", "container"),
        "parking": ("parkeren", "garage"),
    }
    groups[-1] = None
    assert typical_words(texts, groups, "nl", least=5)["parking"] == ()
    assert typical_words(pd.Series([""]), np.array(["a"], dtype=object), "nl") == {}


def test_words_that_go_together() -> None:
    counts = csr_matrix(np.array([[1, 1, 0], [1, 1, 0], [0, 0, 1], [1, 0, 0]], dtype=np.float32))
    written = ("bin", "waste", "bus")
    together = math.log((2 / 4) / (3 / 4 * 2 / 4)) / -math.log(2 / 4)
    assert npmi([("bin", "waste")], counts, written) == together
    assert npmi([("bin", "bus")], counts, written) == -1
    assert npmi([("bin",)], counts, written) is None
