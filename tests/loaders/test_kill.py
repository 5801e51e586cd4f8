"""kill -9 at any moment of an import leaves all of it or nothing, and the same import then completes."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from data.store import open_store
from tests.loaders.killed_import import large
from tests.loaders.sample_batches import contents, emptied, load, registers

ROOT = Path(__file__).parents[2]
_ITEMS = ("post", "comment", "observation", "comment_observation")
_TABLES = (*_ITEMS, "account_day", "audience", "rollup_day", "rollup_post")


def import_and_kill(url: str, posts: int, after: float | None) -> tuple[float, bool]:
    """Import in another process; killed after so many seconds unless None. How long it ran, whether it finished."""
    command = [sys.executable, "-m", "tests.loaders.killed_import", url, str(posts)]
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        start = time.monotonic()
        process.stdin.write("go\n")
        process.stdin.flush()
        if after is not None:
            time.sleep(after)
            process.kill()
        finished = process.stdout.readline() == "done\n"
        return time.monotonic() - start, finished


def sizes(engine: Engine) -> dict[str, int]:
    return {name: len(rows) for name, rows in contents(engine).items() if name in _TABLES}


def survive(url: str, posts: int, trials: int) -> None:
    """Kill imports at random moments and look at what is left each time; then let one finish."""
    engine = open_store(url)
    registers(engine)
    nothing = sizes(engine)
    took, finished = import_and_kill(url, posts, None)
    assert finished
    everything = contents(engine, "import_id")
    whole = sizes(engine)
    emptied(engine)
    chance = random.Random(os.environ.get("KILL_SEED", "1"))
    for _ in range(trials):
        import_and_kill(url, posts, chance.uniform(0, took))
        assert sizes(engine) in (nothing, whole)
        if engine.dialect.name == "sqlite":
            with engine.connect() as connection:
                assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    again = load(engine, large(posts), "the file")
    assert again.inserted in (2 * posts + 2, 0)
    assert contents(engine, "import_id") == everything
    engine.dispose()


def test_a_killed_import_leaves_nothing_and_can_be_repeated(store_url: str) -> None:
    survive(store_url, posts=2_000, trials=2)


@pytest.mark.slow
def test_imports_killed_at_many_moments(store_url: str) -> None:
    survive(store_url, posts=20_000, trials=12)
