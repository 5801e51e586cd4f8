"""What a text is about in detail (which street, which event), so that question and answer speak of the same thing."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.demo.grammar import Texts
from loaders.demo.words import grammar

NAMES = (
    "street",
    "district",
    "venue",
    "clock",
    "stream",
    "paper",
    "event",
    "project",
    "measure",
    "sport",
    "euro",
    "relative",
)
_ON_THE_POST = 0.6  # of comments on a post's own topic name the same places and things
_STEPS = 3  # an answer to a question after an answer is three steps from the first message

Subjects = dict[str, Texts]


def draw(rng: np.random.Generator, rows: pd.DataFrame) -> Subjects:
    """A subject of each kind for each row, in its language; empty where its topic has no such kind."""
    subjects = {name: np.full(len(rows), "", dtype=object) for name in NAMES}
    groups: dict[Any, Any] = rows.groupby(["language", "topic"], sort=True).indices
    for (language, topic), index in groups.items():
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
        own[name] = inherit(own[name], parent)
    return own


def inherit(values: Texts, parent: NDArray[Any]) -> Texts:
    """Each message's value, or that of the message it answers where that has one.

    >>> inherit(np.array(["a", "b", "c"], dtype=object), np.array([-1, 0, 1])).tolist()
    ['a', 'a', 'a']
    """
    for _ in range(_STEPS):
        above = values[np.maximum(parent, 0)]
        values = np.where((parent >= 0) & (above != ""), above, values)
    return values
