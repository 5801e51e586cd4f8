"""Topics that are found: planted groups come back, in files and for new texts too."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score

from metrics.text.topics.model import DRIFTED, TopicModel, fit
from metrics.text.topics.steady import compare

SUBJECTS = {
    "nl": (
        "afval container grofvuil ophalen kliko vuilniswagen plastic papierbak",
        "parkeren vergunning parkeerplaats garage betaalautomaat blauwe zone bezoekerspas",
        "paspoort identiteitskaart rijbewijs afspraak balie aanvragen loket verlopen",
        "bomen snoeien gras maaien park plantsoen groen onkruid",
    ),
    "en": (
        "waste bin collection garbage recycling plastic truck bulky",
        "parking permit garage meter visitor space fine zone",
        "passport identity licence appointment desk renew counter expired",
        "trees pruning grass mowing park weeds planting green",
    ),
}
FILLERS = {
    "nl": "straat buurt weer gisteren vandaag graag weken melden iemand helaas avond",
    "en": "street quarter yesterday today please weeks report somebody sadly evening",
}


def planted(language: str, texts: int, seed: int) -> tuple["pd.Series[str]", np.ndarray]:
    """Texts of two to four words of one subject, and as many words that all subjects share."""
    random = np.random.default_rng(seed)
    truth = random.integers(0, 4, texts)
    words = [subject.split() for subject in SUBJECTS[language]]
    fillers = FILLERS[language].split()
    made = [
        " ".join([*random.choice(words[group], random.integers(2, 5)), *random.choice(fillers, random.integers(2, 5))])
        for group in truth
    ]
    return pd.Series(made), truth


@pytest.mark.parametrize("language", ["nl", "en"])
def test_planted_groups_are_found_and_new_texts_are_put_into_them(language: str) -> None:
    texts, truth = planted(language, 1200, 1)
    model = fit(texts, language, 4)
    assert adjusted_rand_score(truth, model.labels) > 0.95
    assert model.stability > 0.9 and len(model.stabilities) == 4
    new, of_new = planted(language, 400, 2)
    assert adjusted_rand_score(of_new, model.assign(new)[0]) > 0.9
    assert abs(model.drift(new)) < DRIFTED
    assert "grofvuil" in sum(model.words(), ()) or language == "en"


def test_without_a_number_the_finest_steady_grouping_is_taken() -> None:
    texts, truth = planted("en", 900, 3)
    model = fit(texts, "en")
    assert 4 <= model.k <= 12 and adjusted_rand_score(truth, model.labels) > 0.7


def test_the_same_seed_gives_the_same_topics_and_a_file_keeps_them() -> None:
    texts, _ = planted("nl", 300, 4)
    one, again = fit(texts, "nl", 4, 7), fit(texts, "nl", 4, 7)
    assert one.to_bytes() == again.to_bytes()
    kept = TopicModel.from_bytes(one.to_bytes())
    assert (kept.assign(texts)[0] == one.assign(texts)[0]).all()
    assert (kept.words(), kept.stability, kept.unclear, kept.kind) == (one.words(), one.stability, one.unclear, "tfidf")


def test_texts_of_another_kind_have_drifted() -> None:
    model = fit(planted("en", 1000, 5)[0], "en", 4)
    other, _ = planted("nl", 300, 6)
    assert model.drift(other) > DRIFTED


@pytest.mark.slow
def test_chance_alone_seldom_looks_like_drift() -> None:
    model = fit(planted("en", 3000, 7)[0], "en", 4)
    drifts = [model.drift(planted("en", 500, seed)[0]) for seed in range(100, 400)]
    assert np.mean(np.array(drifts) > DRIFTED) < 0.01


def test_hostile_and_poor_texts_do_no_harm() -> None:
    odd = ["", " ", "👍👍", "a", "\u202eabc", "Z̴̢̛a̷l̶g̵o̸", "word " * 5000, "\ud83d", "παρκινγκ στον δρόμο", None]
    model = fit(pd.Series(odd * 3, dtype=object), "nl", 4)
    found, margin = model.assign(pd.Series([*odd, "x"], dtype=object))
    assert len(found) == len(margin) == len(odd) + 1
    for texts in (["one"], ["same text here"] * 50, ["", ""]):
        assert fit(pd.Series(texts), "en", 3).k >= 1
    with pytest.raises(ValueError, match="there are none"):
        fit(pd.Series([], dtype=object), "en")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=30), st.integers(1, 6))
def test_any_texts_can_be_grouped(texts: list[str], k: int) -> None:
    model = fit(pd.Series(texts, dtype=object), "en", k)
    assert (TopicModel.from_bytes(model.to_bytes()).assign(pd.Series(texts, dtype=object))[0] < model.k).all()


def test_stability_by_hand() -> None:
    main = np.array([0, 0, 1, 1])
    same = compare(main, [np.array([1, 1, 0, 0]), main, main], 2)
    assert (same.overall, same.groups, same.agree.tolist()) == (1.0, (1.0, 1.0), [3, 3, 3, 3])
    apart = compare(main, [main, main, np.array([0, 1, 1, 1])], 2)
    assert apart.groups == (0.8333, 0.8889) and apart.agree.tolist() == [3, 2, 3, 3]
