"""What a text is about in detail (which street, which event), so that question and answer speak of the same thing."""

import numpy as np
import pandas as pd

from loaders.demo.grammar import Texts
from loaders.demo.words import grammar

NAMES = ("street", "district", "venue", "stream", "paper", "event", "project", "measure", "sport", "relative")
_ON_THE_POST = 0.6  # of comments on a post's own topic name the same places and things
_STEPS = 3  # an answer to a question after an answer is three steps from the first message

Subjects = dict[str, Texts]


def draw(rng: np.random.Generator, rows: pd.DataFrame) -> Subjects:
    """A subject of each kind for each row, in its language; empty where its topic has no such kind."""
    subjects = {name: np.full(len(rows), "", dtype=object) for name in NAMES}
    for (language, topic), index in rows.groupby(["language", "topic"], sort=True).indices.items():
        words = grammar(language, topic)
        for name in NAMES:
            if name in words:
                subjects[name][index] = words.write(name, rng, {}, len(index))
    return subjects


def follow(rng: np.random.Generator, messages: pd.DataFrame, posts: pd.DataFrame, of_posts: Subjects) -> Subjects:
    """Subjects of messages: often those of the post, and always those of the message that is answered."""
    own = draw(rng, messages)
    post, parent = messages["post"].to_numpy(), messages["parent"].to_numpy()
    same = [messages[name].to_numpy() == posts[name].to_numpy()[post] for name in ("topic", "language")]
    close = same[0] & same[1] & (rng.random(len(messages)) < _ON_THE_POST)
    for name in NAMES:
        if name != "relative":
            own[name] = np.where(close, of_posts[name][post], own[name])
        for _ in range(_STEPS):
            inherited = own[name][np.maximum(parent, 0)]
            own[name] = np.where((parent >= 0) & (inherited != ""), inherited, own[name])
    return own
