"""The tone of the demo city's messages: what it is by the kind of each, and a sample that two people labelled.

A remark can be anything; it counts as neutral, as its writers meant most of them.
"""

import time
from datetime import date

import numpy as np
import pandas as pd
from sqlalchemy import Engine, and_, insert, select, update

from data import bulk
from data.access import Access
from data.filters import Filters
from data.labelling import start_round
from data.schema import comment, label, label_item, label_round
from data.store import writing
from loaders.demo.generate import City
from metrics.periods import Period, to_day

TONE = {
    **dict.fromkeys(("thanks", "follow_thanks", "chat"), "positive"),
    **dict.fromkeys(("complaint", "again", "nag", "sarcasm"), "negative"),
    **dict.fromkeys(("question", "peer", "remark"), "neutral"),
}
"""Kind of message -> its tone."""

PERIOD_DAYS = 182
"""Days before the end that the sample is of."""
SLIPS = 0.05
"""How often the second person hears another tone than the first."""


def add_labels(engine: Engine, access: Access, made: City, seed: int, end: date) -> int:
    """A finished round of labels of tones, marked as a demo, as two people would leave it; its id."""
    last = to_day(end)
    asked = Filters(Period(last - PERIOD_DAYS + 1, last))
    round_id = start_round(engine, access, "tone", asked, seed=seed)
    with writing(engine) as connection:
        here = and_(comment.c.post_id == label_item.c.post_id, comment.c.id == label_item.c.id)
        drawn = select(label_item.c.place, label_item.c.twice, comment.c.external_id).join(comment, here)
        items = bulk.read(connection, drawn.where(label_item.c.round_id == round_id).order_by(label_item.c.place))
        values = labels(items, made, np.random.default_rng(seed))
        kept = {"round_id": round_id, "who": access.who, "made_ts": int(time.time())}
        connection.execute(insert(label), [kept | value for value in values])
        connection.execute(update(label_round).where(label_round.c.id == round_id).values(is_demo=1))
    return round_id


def labels(items: pd.DataFrame, made: City, random: np.random.Generator) -> list[dict[str, object]]:
    """What the first person says of each item, and the second one of those labelled twice."""
    number = items["external_id"].str.rsplit("-m", n=1).str[1].astype("int64")  # as `batches` numbers messages
    truth = made.messages["intent"].map(TONE).loc[number].tolist()
    found: list[dict[str, object]] = []
    for place, twice, tone in zip(items["place"].tolist(), items["twice"].tolist(), truth, strict=True):
        found.append({"place": place, "labeller": 1, "value": tone})
        if twice:
            other = random.choice([one for one in ("negative", "neutral", "positive") if one != tone])
            found.append({"place": place, "labeller": 2, "value": str(other) if random.random() < SLIPS else tone})
    return found
