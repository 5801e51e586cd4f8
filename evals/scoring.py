"""What it costs to say what messages are about and in which tone.

`python -m evals.scoring [--messages 100000] [--here] [--json]` makes a store of so many made-up messages of citizens,
nearly all with another text, and runs `python -m loaders score` on it: language, tone, topic, the store and the sums of
days. It prints seconds of processor time, of this command with its processes, and their most memory together.
`--here` has one process do it all. Goals for 100,000: under 60 seconds of processor time, and under 1 GB.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from data.store import open_store
from evals.synthetic import fill

GOAL_SECONDS, GOAL_MB = 60, 1_000
_OF_CITIZENS = 0.75  # of the rows of a synthetic store
_EVERY = 0.1  # seconds between two looks at the memory
_HERE = "from data.scoring import executor; executor.FEW = 10**9; from loaders.__main__ import main; main(['score'])"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evals.scoring", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--here", action="store_true", help="in one process")
    parser.add_argument("--json", action="store_true", help="print JSON only")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'store.db'}"
        engine = open_store(url)
        fill(engine, round(asked.messages / _OF_CITIZENS), scored=False)
        engine.dispose()
        found = measure(url, asked.here)
    if asked.json:
        print(json.dumps(found))
    else:
        goals = f"goals: {GOAL_SECONDS} seconds, {GOAL_MB} MB"
        print(*(f"{name}: {value}" for name, value in found.items()), goals, sep="\n")
    return 0


def measure(url: str, here: bool) -> dict[str, Any]:
    """Score a store by a command of its own, and look at it meanwhile."""
    command = [sys.executable, *(("-c", _HERE) if here else ("-m", "loaders", "score"))]
    start, peak = time.monotonic(), 0
    seconds: dict[int, float] = {}
    with subprocess.Popen(command, env=os.environ | {"DATABASE_URL": url}, stdout=subprocess.PIPE) as process:  # noqa: S603
        while process.poll() is None:
            memory = 0
            for one in _family(process.pid):
                with suppress(psutil.Error):
                    seconds[one.pid] = sum(one.cpu_times()[:2])
                    memory += one.memory_full_info().pss
            peak = max(peak, memory)
            time.sleep(_EVERY)
        assert process.stdout
        done: dict[str, Any] = json.loads(process.stdout.read())
    spent = sum(seconds.values())
    texts = done["messages"] + done["posts"]
    return done | {
        "processes": len(seconds),
        "seconds": round(time.monotonic() - start, 1),
        "processor_seconds": round(spent, 1),
        "texts_per_processor_second": round(texts / spent),
        "peak_mb": round(peak / 1024**2),
        "ratio": round(spent / GOAL_SECONDS, 2),
    }


def _family(process: int) -> list[psutil.Process]:
    with suppress(psutil.Error):
        first = psutil.Process(process)
        return [first, *first.children(recursive=True)]
    return []


if __name__ == "__main__":
    sys.exit(main())
