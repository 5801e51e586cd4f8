"""One request at a time to each host, and a while between two: whoever asks, in this process."""

import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from loaders.apis.client.clock import Clock


@dataclass
class _Turn:
    lock: threading.Lock = field(default_factory=threading.Lock)
    ended: float = float("-inf")


_TURNS: defaultdict[str, _Turn] = defaultdict(_Turn)
_MADE = threading.Lock()


@contextmanager
def turn(host: str, delay: float, clock: Clock) -> Iterator[None]:
    """Wait until no one asks this host any more, and `delay` seconds after the last one did."""
    with _MADE:
        mine = _TURNS[host]
    with mine.lock:
        pause = min(delay, mine.ended + delay - clock.steady())
        if pause > 0:
            clock.sleep(pause)
        try:
            yield
        finally:
            mine.ended = clock.steady()
