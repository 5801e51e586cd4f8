"""A store with messages of a known tone, scored by a machine that errs, and people who label them without mistakes."""

from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine, delete, select

from data import bulk
from data.access import LOCAL_ADMINISTRATOR as ME
from data.filters import Filters
from data.labelling import next_items
from data.labelling.rounds import round_of
from data.schema import comment, label, message_score
from data.store import writing
from metrics.periods import Period
from metrics.text.tone import TONES
from tests.data.answering.messages import LATER, asked
from tests.loaders.sample_batches import batch, load, post, registers

EVERYTHING = Filters(Period(20_600, 20_700))
SAYS = {"negative": "Wat een rommel hier,", "neutral": "De markt is op de kade,", "positive": "Mooie foto's,"}
ANSWERS = {"negative": "complaint", "neutral": "question", "positive": "thanks"}
VERSION = "made1"


def filled(engine: Engine, n: int = 300) -> None:
    """So many messages under posts of two departments: two of five negative, two neutral, one positive."""
    registers(engine)
    tones = ["negative", "negative", "neutral", "neutral", "positive"]
    rows = [
        asked(str(1000 + number), number / 24, text=f"{SAYS[tones[number % 5]]} nummer {number}", **_where(number))
        for number in range(n)
    ]
    load(engine, batch([post("1"), post("2", account="green")], rows, exported_ts=LATER))
    score(engine)


def _where(number: int) -> dict[str, str]:
    return {"account": "green", "post_id": "2"} if number % 3 == 0 else {"account": "parking", "post_id": "1"}


def truth(text: str) -> str:
    """The tone that a message was made with."""
    return next(tone for tone, says in SAYS.items() if text.startswith(says))


def score(engine: Engine, right: float = 0.7, version: str = VERSION) -> None:
    """Let a machine say the tone of every message: right in so many cases, else the next tone."""
    rng = np.random.default_rng(5)
    with writing(engine) as connection:
        query = select(comment.c.post_id, comment.c.id, comment.c.text).order_by(comment.c.post_id, comment.c.id)
        rows = bulk.read(connection, query.where(comment.c.is_own == 0))
        true = np.array([list(TONES).index(truth(text)) for text in rows["text"]])
        says = np.where(rng.random(len(rows)) < right, true, (true + 1) % 3) + 3 * (rng.random(len(rows)) < 0.2)
        connection.execute(delete(message_score))
        fixed = (("language", "nl"), ("tone_model", version), ("topics_version", 1))
        bulk.write(connection, message_score, rows[["post_id", "id"]].assign(tone=says), fixed=fixed)


def write_down(engine: Engine, round_id: int, labeller: int = 1, most: int = 1000, wrong: int = 0) -> None:
    """The labels of a whole round by the truth, as its task asks, at once; the first `wrong` messages get "other"."""
    with engine.connect() as connection:
        task = round_of(connection, round_id).task
    texts = next_items(engine, ME, round_id, labeller, most)[["place", "text"]]
    said = [truth(text) if place >= wrong else "other" for place, text in texts.itertuples(index=False)]
    values = pd.Series(said if task == "tone" else [ANSWERS[tone] for tone in said], dtype="str")
    fixed = (("round_id", round_id), ("labeller", labeller), ("who", ME.who), ("made_ts", 1_800_000_000))
    with writing(engine) as connection:
        bulk.write(connection, label, texts[["place"]].assign(value=values), fixed=fixed)


def counted(engine: Engine) -> pd.DataFrame:
    """What the machine counts over all messages."""
    with engine.connect() as connection:
        tones = pd.Series([tone % 3 for tone in connection.scalars(select(message_score.c.tone))])
    found: Any = tones.value_counts().reindex(range(3), fill_value=0)
    return pd.DataFrame([found.to_list()], columns=list(TONES))
