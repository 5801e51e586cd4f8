"""The same scores, whoever judges the texts; and words instead of half a page when one of them stops."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pandas as pd
import psutil
import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.errors import StoreError
from data.models import scorer
from data.scoring import executor as executors
from data.scoring import pending, score
from data.scoring.cluster import ADDRESS, cluster
from data.scoring.executor import FEW, executor
from data.scoring.judging import Models, Versions, judge
from data.scoring.processes import processes, useful
from tests.data.answering.messages import LATER, asked
from tests.data.scoring.scored import listed, scores
from tests.data.scoring.topics import DEADLY, Lengths
from tests.loaders.sample_batches import batch, load, registers

ROOT = Path(__file__).parents[3]
MODELS = Models("rules", Lengths(), Versions(scorer("rules").version, 1))
TEXTS = ["Wat een prachtige dag", "Dit is een schande!", "Wanneer komt de bus?", "😍", "12345", "Τι ωραία μέρα"]


def wanted(texts: list[str]) -> pd.DataFrame:
    """Texts of which nothing is known."""
    frame = pd.DataFrame({"text": pd.array(texts, dtype="str"), "language": pd.array([None] * len(texts), dtype="str")})
    return frame.assign(read=True, toned=True, grouped=True)


def children() -> set[int]:
    return {process.pid for process in psutil.Process().children(recursive=True)}


def test_processes_say_the_same_and_are_gone_afterwards() -> None:
    before = children()
    chunks = [wanted(TEXTS), wanted(TEXTS[:2]), wanted(TEXTS[3:])]
    with processes(MODELS, 2) as judges:
        found = judges(chunks)
        assert len(children() - before) == 2
    assert children() - before == set()
    for chunk, answer in zip(chunks, found, strict=True):
        pd.testing.assert_frame_equal(answer, judge(MODELS, chunk))
    assert found[0]["topic_id"].tolist() == [len(text) for text in TEXTS]


def test_only_what_is_asked_for_is_worked_out() -> None:
    known = wanted(TEXTS[:3]).assign(language="en", read=[False, True, True], toned=[True, False, True])
    found = judge(MODELS, known.assign(grouped=[False, True, False]))
    assert found["language"].tolist() == ["en", "nl", "nl"]
    assert found["tone"].notna().tolist() == [True, False, True]
    assert found["topic_id"].notna().tolist() == [False, True, False]


def test_another_model_elsewhere_is_told() -> None:
    other = Models("rules", Lengths(), Versions("a version of next year", 1))
    with pytest.raises(StoreError, match="uses the model rules"):
        judge(other, wanted(TEXTS))


def test_a_process_that_ends_is_told_in_words(tmp_path: Path) -> None:
    before = children()
    with pytest.raises(StoreError, match="goes on from there"), processes(MODELS, 2) as judges:
        judges([wanted(TEXTS), wanted([DEADLY]), wanted(TEXTS)])
    assert children() - before == set()


def _many(store: Engine, count: int, last: str) -> None:
    registers(store)
    listed(store)
    said = [
        asked(str(n), n % 900, text=f"Wanneer komt het afval van huis {n}?", post_id=str(n % 5)) for n in range(count)
    ]
    load(store, batch([], [*said, asked(str(count), 950, text=last)], exported_ts=LATER))


def test_many_messages_go_to_processes(sqlite_store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    _many(sqlite_store, FEW + 100, "Wat een prachtige dag")
    score(sqlite_store, ME, at_once=2_000)
    by_processes = scores(sqlite_store)
    with sqlite_store.begin() as connection:
        for table in ("message_score", "rollup_topic", "rollup_topic_month"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    monkeypatch.setattr(executors, "FEW", 10 * FEW)
    score(sqlite_store, ME)
    assert scores(sqlite_store) == by_processes
    assert len(by_processes["message_score"]) == FEW + 101


def test_useful_processes_are_few() -> None:
    assert 1 <= useful(100_000) <= 2
    assert useful(100_000) <= useful(10_000_000) <= 4


@contextmanager
def dask(workers: int) -> Iterator[str]:
    """The address of a scheduler with so many workers, each a process."""
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{one.getsockname()[1]}"
    python = [sys.executable, "-m"]
    scheduler = [*python, "distributed.cli.dask_scheduler", "--host", address, "--no-dashboard", "--no-show"]
    worker = [*python, "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    started = []
    try:
        for command in (scheduler, *[worker] * workers):
            started.append(subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL))
        yield address
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(30)


def test_a_cluster_says_the_same_and_its_end_is_told(sqlite_store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    _many(sqlite_store, FEW + 100, "Wat een prachtige dag")
    with dask(2) as address:
        with cluster(MODELS, address) as judges:
            (found,) = judges([wanted(TEXTS)])
            pd.testing.assert_frame_equal(found, judge(MODELS, wanted(TEXTS)))
        with pytest.raises(StoreError, match=r"Dask workers .* stopped"), cluster(MODELS, address) as judges:
            judges([wanted(TEXTS), wanted([DEADLY])])
        monkeypatch.setenv(ADDRESS, address)
        assert score(sqlite_store, ME, at_once=3_000).messages == FEW + 101
    assert pending(sqlite_store, ME) == 0


def test_without_a_scheduler_it_is_said_what_to_do() -> None:
    with pytest.raises(StoreError, match="No Dask scheduler"), cluster(MODELS, "tcp://127.0.0.1:9", patience=1):
        pass


def test_few_texts_need_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ADDRESS, "tcp://127.0.0.1:9")
    before = children()
    with executor(MODELS, FEW) as judges:
        assert len(judges(wanted(TEXTS))) == len(TEXTS)
        assert children() == before
