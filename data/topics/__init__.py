"""The list of topics: what ships, what was found in messages, and what people made of both.

A message is about the topic whose words stand in it; else a fit of the messages without such words groups it
(`assigner`). Every change that can move messages raises `topics_version`, so that `data.scoring` assigns them again.
"""

from data.topics.assigning import Assigner, assigner, named
from data.topics.editing import (
    add,
    change_topic,
    own,
    pin,
    rename,
    restore,
    restore_words,
    set_words,
    switch_off,
)
from data.topics.fits import Fit, current_fits
from data.topics.fitting import Fitted, fit
from data.topics.looking import drifted, look_again
from data.topics.merging import merge, unmerge
from data.topics.reading import Listed, listed, topics
from data.topics.seeding import ready, seed, topics_version, unseed
from data.topics.splitting import split, unsplit
from data.topics.topic import Topic

__all__ = [
    "Assigner",
    "Fit",
    "Fitted",
    "Listed",
    "Topic",
    "add",
    "assigner",
    "change_topic",
    "current_fits",
    "drifted",
    "fit",
    "listed",
    "look_again",
    "merge",
    "named",
    "own",
    "pin",
    "ready",
    "rename",
    "restore",
    "restore_words",
    "seed",
    "set_words",
    "split",
    "switch_off",
    "topics",
    "topics_version",
    "unmerge",
    "unseed",
    "unsplit",
]
