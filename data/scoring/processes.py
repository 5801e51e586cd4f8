"""Processes of this machine that judge texts side by side.

They are started as commands and not by `multiprocessing`: that runs the main module of its parent again, which in the
server is a page. They are nicer than the server, so that pages stay quick, and end when it does.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

import pandas as pd

from data.errors import StoreError
from data.scoring.judging import Models
from metrics.words import N_, Message

Judge = Callable[[Sequence[pd.DataFrame]], list[pd.DataFrame]]
"""Chunks of texts in (`judging.judge`), what is said of them out, in the same order."""

_MOST = 4
_TEXTS_OF_A_THIRD = 120_000
_ROOT = Path(__file__).parents[2]
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def useful(texts: int) -> int:
    """How many processes so many texts are worth on this machine; each takes some 300 MB."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(_MOST, cores, 2 + texts // _TEXTS_OF_A_THIRD)


@contextmanager
def processes(models: Models, count: int) -> Iterator[Judge]:
    """So many processes, each with the models loaded once; all of them are gone afterwards.

    Raises `StoreError` when one of them ends before its work is done.
    """
    idle: SimpleQueue[_Process] = SimpleQueue()

    def ask(chunk: pd.DataFrame) -> pd.DataFrame:
        process = idle.get()
        try:
            return process.judge(chunk)
        finally:
            idle.put(process)

    with ThreadPoolExecutor(count) as threads:
        started = [_Process() for _ in range(count)]
        try:
            for process in started:
                process.send(models)
                idle.put(process)
            yield lambda chunks: list(threads.map(ask, chunks))
        finally:
            for process in started:
                process.end()


class _Process:
    """One of them, and its two pipes."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "data.scoring.worker"]
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            command, cwd=_ROOT, env=os.environ | _ONE_THREAD, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def judge(self, chunk: pd.DataFrame) -> pd.DataFrame:
        """Have a chunk judged."""
        self.send(chunk)
        assert self._process.stdout
        try:
            found: pd.DataFrame = pickle.load(self._process.stdout)  # noqa: S301 - of a process that is ours
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise _ended() from error
        return found

    def send(self, what: Models | pd.DataFrame) -> None:
        """Hand something over."""
        assert self._process.stdin
        try:
            pickle.dump(what, self._process.stdin, pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
        except OSError as error:
            raise _ended() from error

    def end(self) -> None:
        """End it: it keeps nothing that could get lost."""
        self._process.kill()
        self._process.communicate()


def _ended() -> StoreError:
    text = N_(
        "A process that works out topics and tones stopped, perhaps for lack of memory. What was worked out before is "
        "kept. Start it again: it goes on from there."
    )
    return StoreError(Message("scoring_process_ended", text))
