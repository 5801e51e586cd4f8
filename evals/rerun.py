"""What drawing a page again costs the server, in milliseconds of processor time.

`python -m evals.rerun --json` starts a server on the store of `DATABASE_URL`, draws every page once, then again and
again, and prints per page the processor time of the first drawing (everything has to be computed) and the mean of the
others. It measures the whole process, so leave the machine's other work out of it: processor time does not grow with
the load, but caches do get colder. `--pages "responsiveness?view=waiting"` draws a page with choices made.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from evals.protocol import Visitor, visit

ROOT = Path(__file__).parent.parent
_START = 120.0  # seconds


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evals.rerun", description=__doc__.split("\n")[0])
    parser.add_argument("--reruns", type=int, default=20, help="how often each page is drawn again")
    parser.add_argument("--pages", nargs="*", default=page_names(), help="their addresses, such as overview")
    parser.add_argument("--json", action="store_true", help="print JSON instead of lines")
    arguments = parser.parse_args()
    with _server() as (process, host):
        rows = [measure(process, host, page, arguments.reruns) for page in arguments.pages]
    if arguments.json:
        print(json.dumps({"reruns": arguments.reruns, "pages": rows}))
    else:
        for row in rows:
            print(f"{row['page']:<30} first {row['first_ms']:>8.1f} ms   rerun {row['rerun_ms']:>6.1f} ms")
    return 0


def page_names() -> list[str]:
    """The pages there are: the files in `pages/` that are no helpers."""
    return sorted(path.stem for path in (ROOT / "pages").glob("*.py") if path.stem != "main" and path.stem[0] != "_")


def measure(process: int, host: str, page: str, reruns: int) -> dict[str, str | float]:
    """Processor time of a page: drawn for the first time by a new visitor, and drawn again."""
    with visit(host) as visitor:
        before = _processor_ms(process)
        visitor.run(page)
        first = _processor_ms(process) - before
        return {"page": page, "first_ms": first, "rerun_ms": _mean_rerun(process, visitor, page, reruns)}


def _mean_rerun(process: int, visitor: Visitor, page: str, reruns: int) -> float:
    time.sleep(0.5)  # what the first drawing left to do in the background is not part of the next
    before = _processor_ms(process)
    for _ in range(reruns):
        visitor.run(page)
    return round((_processor_ms(process) - before) / reruns, 2)


def _processor_ms(process: int) -> float:
    """Processor time of a process so far, user and system, all threads (Linux counts in steps of 10 ms)."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


@contextmanager
def _server() -> Iterator[tuple[int, str]]:
    """A server of its own on a free port: process id and host."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={host.rpartition(':')[2]}"]
    with subprocess.Popen(command, cwd=ROOT, stdout=sys.stderr) as process:  # noqa: S603 - fixed arguments
        try:
            _wait_for(f"http://{host}/healthz")
            yield process.pid, host
        finally:
            process.terminate()


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + _START
    while True:
        try:
            urlopen(address, timeout=5).close()  # noqa: S310 - this machine
            return
        except (URLError, OSError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.3)


if __name__ == "__main__":
    sys.exit(main())
