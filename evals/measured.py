"""What a command costs: `python -m evals.measured OUT COMMAND...` writes its answer to a file and prints its costs.

A process of its own, because the peak of a child's memory begins with that of the process that started it.
"""

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_UNIT = 1 if sys.platform == "darwin" else 1024
_MOST_MEMORY = 4 * 1024**3  # a command that runs wild does not take the machine with it


@dataclass(frozen=True)
class Cost:
    """Exit code, seconds of processor time, most memory at once, and the JSON on stdout."""

    code: int
    seconds: float
    peak_mb: float
    answer: Any


def inspected(path: Path) -> Cost:
    """What `python -m loaders inspect` costs for one file."""
    out = path.with_name(f"{path.name}.answer")
    command = (sys.executable, "-m", "evals.measured", str(out), sys.executable, "-m", "loaders", "inspect", str(path))
    done = subprocess.run(command, capture_output=True, check=True, text=True, cwd=Path(__file__).parents[1])  # noqa: S603
    code, seconds, peak = json.loads(done.stdout)
    answer = json.loads(out.read_bytes())
    out.unlink()
    return Cost(code, seconds, peak / 1024**2, answer)


def main() -> int:
    """Run the command and print exit code, seconds and bytes."""
    resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MEMORY, _MOST_MEMORY))
    with Path(sys.argv[1]).open("wb") as out:
        code = subprocess.run(sys.argv[2:], stdout=out, stderr=subprocess.DEVNULL, check=False).returncode  # noqa: S603
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(json.dumps([code, used.ru_utime + used.ru_stime, used.ru_maxrss * _UNIT]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
