"""The switch for tests: servers on this very machine, off unless the environment turns it on.

`ANSWERABLE_TEST_LOOPBACK=1` admits `127.0.0.1:PORT` and `localhost:PORT` as a typed host, over http. With it,
`ANSWERABLE_TEST_ORIGINS` ("graph.facebook.com=http://127.0.0.1:9001,...") sends platforms' own hosts there, and
`ANSWERABLE_API_DELAY` replaces the seconds between two requests. Without the first, the others do nothing.
"""

import os
import re

_HERE = re.compile(r"(?:127\.0\.0\.1|localhost):([1-9][0-9]{0,4})")


def is_open() -> bool:
    """Whether servers on this machine may be asked."""
    return os.environ.get("ANSWERABLE_TEST_LOOPBACK") == "1"


def is_here(host: str) -> bool:
    """Whether a host is a port of this machine, and the switch is on."""
    found = _HERE.fullmatch(host) if is_open() else None
    return found is not None and int(found[1]) < 65_536


def origin(host: str) -> str | None:
    """Where a host is to be found on this machine; None for everywhere else."""
    if is_here(host):
        return f"http://{host}"
    pairs = os.environ.get("ANSWERABLE_TEST_ORIGINS", "") if is_open() else ""
    for name, _, where in (pair.strip().partition("=") for pair in pairs.split(",")):
        if name == host and where.startswith("http://") and is_here(where.removeprefix("http://")):
            return where
    return None


def delay(usual: float) -> float:
    """Seconds between two requests to a host."""
    try:
        return max(0.0, float(os.environ["ANSWERABLE_API_DELAY"])) if is_open() else usual
    except (KeyError, ValueError):
        return usual
