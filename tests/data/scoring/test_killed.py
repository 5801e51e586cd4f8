"""kill -9 in the middle of scoring: the next call goes on where it stopped, and nothing is there twice."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from data.access import LOCAL_ADMINISTRATOR as ME
from data.scoring import pending
from data.store import open_store
from tests.data.answering.messages import LATER, asked
from tests.data.scoring.scored import assert_sums_are_true, listed, scored, scores
from tests.loaders.sample_batches import batch, load, post, registers

ROOT = Path(__file__).parents[3]
_MESSAGES, _AT_ONCE = 400, 40


def score_and_kill(url: str, pages: int, after: float) -> bool:
    """Score in another process, killed some seconds after so many pages; whether it came so far."""
    command = [sys.executable, "-m", "tests.data.scoring.killed_scoring", url, str(_AT_ONCE)]
    with subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE) as process:
        assert process.stdout
        told = [process.stdout.readline() for _ in range(pages)]
        time.sleep(after)
        process.kill()
    return all(told)


def survive(url: str, trials: int) -> None:
    """Kill it at other moments; what is stored is whole pages, and in the end all."""
    engine = open_store(url)
    registers(engine)
    listed(engine)
    words = ("Wanneer komt het afval", "Waarom is parkeren duur", "Wat een prachtige dag")
    said = [
        asked(str(n), n % 200, text=f"{words[n % 3]}, vraag {n % 50}?", post_id=str(n % 7)) for n in range(_MESSAGES)
    ]
    load(engine, batch([post(str(n)) for n in range(7)], said, exported_ts=LATER))
    everything = pending(engine, ME)
    assert everything == _MESSAGES + 7
    chance = random.Random(os.environ.get("KILL_SEED", "1"))
    left = everything
    for _ in range(trials):
        assert score_and_kill(url, 1, chance.uniform(0, 0.1))
        if engine.dialect.name == "sqlite":
            with engine.connect() as connection:
                assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        assert_sums_are_true(engine)
        assert pending(engine, ME) < left, "what was told to be done is kept"
        left = pending(engine, ME)
    rest = scored(engine, _AT_ONCE)
    assert rest.messages + rest.posts == left
    step_by_step = scores(engine)
    assert [len(step_by_step[name]) for name in ("message_score", "post_score")] == [_MESSAGES, 7]
    with engine.begin() as connection:
        for table in ("message_score", "post_score", "rollup_topic", "rollup_topic_month"):
            connection.execute(text(f"DELETE FROM {table}"))
    scored(engine, everything)
    assert scores(engine) == step_by_step
    engine.dispose()


def test_killed_scoring_goes_on_where_it_stopped(store_url: str) -> None:
    survive(store_url, trials=2)


@pytest.mark.slow
def test_scoring_killed_at_many_moments(store_url: str) -> None:
    survive(store_url, trials=6)
