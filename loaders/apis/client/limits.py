"""How long one request may take and how much may come in, for everything beneath it: a name, headers, every byte.

A time-out of a socket counts anew at each byte that drips in. These sockets ask before each read how much of the whole
time is left.
"""

import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any


class TooLargeError(Exception):
    """More came in than may."""


@dataclass
class _Limits:
    until: float  # on the steady clock
    size: int  # bytes that may still come in


_QUICK: int | None = getattr(socket, "TCP_QUICKACK", None)  # Linux
_LIMITS: ContextVar[_Limits] = ContextVar("limits")


@contextmanager
def limited(seconds: float, size: int) -> Iterator[None]:
    """Within it, sockets of this module read for so many seconds and bytes in all."""
    token = _LIMITS.set(_Limits(time.monotonic() + seconds, size))
    try:
        yield
    finally:
        _LIMITS.reset(token)


def left() -> float:
    """Seconds that are left, more than 0; a `TimeoutError` when there are none."""
    seconds = _LIMITS.get().until - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


def _ready(sock: socket.socket) -> None:
    sock.settimeout(left())
    if _QUICK is not None:  # else a server that sends headers and body apart waits 40 ms for a late acknowledgement
        sock.setsockopt(socket.IPPROTO_TCP, _QUICK, 1)


def _took(size: int) -> int:
    limits = _LIMITS.get()
    limits.size -= size
    if limits.size < 0:
        raise TooLargeError
    return size


class PlainSocket(socket.socket):
    """A socket within the limits."""

    def recv_into(self, *given: Any, **named: Any) -> int:
        """Read what there is, in the time that is left."""
        _ready(self)
        return _took(super().recv_into(*given, **named))


class TlsSocket(ssl.SSLSocket):
    """The same, encrypted."""

    def recv_into(self, *given: Any, **named: Any) -> int:
        """Read what there is, in the time that is left."""
        _ready(self)
        return _took(super().recv_into(*given, **named))
