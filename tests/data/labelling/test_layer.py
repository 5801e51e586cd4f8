"""The layer of one's own labels: switched on where it is better, and judged by what it said before it learned."""

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import Engine, select, update

from data import bulk
from data.access import LOCAL_ADMINISTRATOR as ME
from data.errors import StoreError
from data.labelling import calibrated, in_use, save_label, start_round, switched_on, try_out, use_layer
from data.labelling.calibrated import SCORED_BEFORE
from data.labelling.layer import unseen
from data.models import scorer
from data.schema import comment, label, message_score
from data.store import writing
from metrics.text.calibration import Calibration
from metrics.text.language import identify
from metrics.text.local import Local
from metrics.text.tone import TONES
from tests.data.labelling import filled as city
from tests.data.labelling.filled import EVERYTHING, filled, write_down

LOCAL = {
    "negative": ("Vreselijke rommel hier,", "Een Molenhoekse toestand weer,"),
    "neutral": ("De markt is op de kade,", "De vergadering is om acht uur,"),
    "positive": ("Mooie foto's,", "Prachtig feest,"),
}
"""What people of this city write; only they know what a Molenhoekse toestand is."""


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules alone: the same on every machine, whatever models are installed."""
    monkeypatch.setattr("data.labelling.layer.shipped", lambda _: scorer("rules"))


def told(engine: Engine) -> None:
    """The made-up messages in the words of this city, scored by what is in use."""
    with writing(engine) as connection:
        rows = connection.execute(select(comment.c.post_id, comment.c.id, comment.c.text)).all()
        for number, (post_id, id_, text) in enumerate(rows):
            words = LOCAL[city.truth(text)][number % 2]
            here = (comment.c.post_id == post_id) & (comment.c.id == id_)
            connection.execute(update(comment).where(here).values(text=f"{words} nummer {number}"))
    rescored(engine)


def rescored(engine: Engine) -> None:
    """Scores by the rules, with the layer where it is in use: what `data.scoring` does."""
    with writing(engine) as connection:
        rows = bulk.read(connection, select(comment.c.post_id, comment.c.id, comment.c.text))
        layer, base = in_use(connection), scorer("rules")
        texts = rows["text"].astype(object)
        found = base.score(texts, identify(texts))[list(TONES)].to_numpy(np.float64)
        if layer:
            found = layer.apply(found, texts)
        connection.execute(message_score.delete())
        version = base.version + (layer.version if layer else "")
        fixed = (("language", "nl"), ("tone_model", version), ("topics_version", 1))
        tones = pd.Series(found.argmax(axis=1), dtype="int64")
        bulk.write(connection, message_score, rows[["post_id", "id"]].assign(tone=tones), fixed=fixed)


def tone(text: str) -> str:
    """The tone that a message in the words of this city was made with."""
    return next(code for code, words in LOCAL.items() if text.startswith(words))


def labelled(engine: Engine, monkeypatch: pytest.MonkeyPatch, n: int = 200) -> int:
    """A round that is labelled by the truth."""
    filled(engine, 400)
    told(engine)
    made = start_round(engine, ME, "tone", EVERYTHING, n, seed=1)
    monkeypatch.setattr(city, "truth", tone)
    write_down(engine, made)
    return made


@pytest.mark.usefixtures("rules")
def test_a_layer_that_is_better_is_used_and_judged_fairly(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    labelled(store, monkeypatch)
    before = calibrated(store, ME, "tone").found
    assert isinstance(before, Calibration) and isinstance(try_out(store, ME), Local)
    assert not switched_on(store, ME)
    monkeypatch.setattr("data.labelling.layer.time.time", lambda: 1_800_000_000.0)
    use_layer(store, ME, True)
    rescored(store)
    after = calibrated(store, ME, "tone").found
    assert switched_on(store, ME) and isinstance(after, Calibration)
    assert after.quality().low > before.quality().macro_f1
    with store.connect() as connection:
        (version,) = connection.scalars(select(message_score.c.tone_model).distinct())
        layer = in_use(connection)
        known = unseen(connection, version)
    assert layer is not None and version == scorer("rules").version + layer.version
    assert known is not None and sorted(known.values()) == sorted(layer.unseen)
    use_layer(store, ME, False)
    rescored(store)
    again = calibrated(store, ME, "tone").found
    assert isinstance(again, Calibration) and again.quality() == before.quality()


@pytest.mark.usefixtures("rules")
def test_later_labels_wait_until_the_layer_learns_again(sqlite_store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    labelled(sqlite_store, monkeypatch, n=230)
    with writing(sqlite_store) as connection:
        connection.execute(update(label).where(label.c.place >= 210).values(made_ts=1_800_000_500))
    monkeypatch.setattr("data.labelling.layer.time.time", lambda: 1_800_000_000.0)
    use_layer(sqlite_store, ME, True)
    with sqlite_store.connect() as connection:
        first = in_use(connection)
    monkeypatch.setattr("data.labelling.layer.time.time", lambda: 1_800_000_900.0)
    use_layer(sqlite_store, ME, True)
    with sqlite_store.connect() as connection:
        second = in_use(connection)
    assert first is not None and second is not None and (first.n, second.n) == (210, 230)
    assert first.version != second.version


@pytest.mark.usefixtures("rules")
def test_scores_of_a_layer_of_other_labels_tell_no_shares(
    sqlite_store: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = labelled(sqlite_store, monkeypatch)
    monkeypatch.setattr("data.labelling.layer.time.time", lambda: 4_000_000_000.0)
    use_layer(sqlite_store, ME, True)
    rescored(sqlite_store)
    assert isinstance(calibrated(sqlite_store, ME, "tone").found, Calibration)
    save_label(sqlite_store, ME, made, 0, "positive")
    save_label(sqlite_store, ME, made, 1, "positive")
    assert calibrated(sqlite_store, ME, "tone").found == SCORED_BEFORE
    rescored(sqlite_store)
    assert isinstance(calibrated(sqlite_store, ME, "tone").found, Calibration)


@pytest.mark.usefixtures("rules")
def test_without_labels_there_is_no_layer(sqlite_store: Engine) -> None:
    filled(sqlite_store, 60)
    with pytest.raises(StoreError, match="Too few labels"):
        use_layer(sqlite_store, ME, True)
    assert not switched_on(sqlite_store, ME)
    with sqlite_store.connect() as connection:
        assert in_use(connection) is None
