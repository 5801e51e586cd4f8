"""What the libraries beneath raise, translated: their texts hold whole addresses, queries and headers."""

import ssl
from collections.abc import Iterator

import requests
from urllib3.exceptions import ConnectTimeoutError, DecodeError, HTTPError, NewConnectionError, ReadTimeoutError

from loaders.apis.client import problems
from loaders.apis.client.errors import ApiError
from loaders.apis.client.limits import TooLargeError
from loaders.apis.client.reading import MOST_BYTES, NoDataError
from loaders.apis.client.waiting import AgainError

FAILURES = (requests.RequestException, HTTPError, OSError, ValueError, TooLargeError, NoDataError)
"""What a request can raise beside `ApiError`."""

_LATE = (TimeoutError, requests.Timeout, ConnectTimeoutError, ReadTimeoutError)


def translated(error: Exception, host: str, seconds: float) -> ApiError | AgainError:
    """The same in words for people; an `AgainError` where it may well work in a moment.

    A server that was too slow is not asked again at once: it has enough to do.
    """
    causes = tuple(_causes(error))
    if any(isinstance(cause, TooLargeError) for cause in causes):
        return problems.too_large(host, MOST_BYTES)
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return problems.certificate(host)
    # urllib3 has a refused connection be a kind of time-out
    if any(isinstance(cause, _LATE) and not isinstance(cause, NewConnectionError) for cause in causes):
        return problems.no_answer(host, seconds)
    if any(isinstance(cause, NoDataError | DecodeError) for cause in causes):
        return problems.no_data(host, 0, is_page=False)
    if isinstance(error, ValueError):  # an invalid header, or letters that no header can have
        return problems.unsendable(host)
    return AgainError(problems.out_of_reach(host))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and what it comes from: urllib3 keeps that in `reason`, requests in its arguments."""
    todo: list[object] = [error]
    seen: set[int] = set()
    while todo:
        found = todo.pop()
        if isinstance(found, BaseException) and id(found) not in seen:
            seen.add(id(found))
            yield found
            todo += [found.__cause__, found.__context__, getattr(found, "reason", None), *found.args]
