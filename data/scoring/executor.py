"""Who judges the texts: this process when they are few, else processes beside it, or a Dask cluster."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pandas as pd

from data.scoring.cluster import ADDRESS, cluster
from data.scoring.judging import Models, judge
from data.scoring.processes import Judge, processes, useful

FEW = 5_000
"""Texts for which other processes would take longer to start than to work."""

_CHUNK = 2_500


@contextmanager
def executor(models: Models, texts: int) -> Iterator[Callable[[pd.DataFrame], pd.DataFrame]]:
    """What judges so many texts, in parts as large as its user likes; it is closed for good afterwards.

    The function takes and gives what `judging.judge` does.
    """
    address = os.environ.get(ADDRESS)
    if texts <= FEW:
        yield lambda wanted: judge(models, wanted)
    elif address:
        with cluster(models, address) as judges:
            yield lambda wanted: _in_chunks(judges, wanted)
    else:
        with processes(models, useful(texts)) as judges:
            yield lambda wanted: _in_chunks(judges, wanted)


def _in_chunks(judges: Judge, wanted: pd.DataFrame) -> pd.DataFrame:
    chunks = [wanted.iloc[start : start + _CHUNK] for start in range(0, max(len(wanted), 1), _CHUNK)]
    return pd.concat(judges(chunks))
