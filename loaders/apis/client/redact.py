"""Nothing that is secret, and no query of an address, in anything that people or logs get to see."""

import logging
import re
from collections.abc import Iterable, Mapping
from typing import Any

_SECRET = re.compile(
    r"authorization|cookie|token|secret|password|proof|api[-_]?key|assertion|credential|^key$", re.IGNORECASE
)
_LEAST = 6  # a shorter text is in any sentence by chance
_QUERY = re.compile(r"\?[^\s\"']*")
_LOGGERS = ("urllib3.connectionpool", "urllib3.connection", "urllib3.response", "urllib3.util.retry")


def secrets(*given: Mapping[str, Any] | None) -> frozenset[str]:
    """What is secret among headers, forms and JSON bodies, by its name.

    >>> sorted(secrets({"Authorization": "Bearer a-secret-token", "Accept": "text/plain"}))
    ['a-secret-token']
    """
    values = (str(value) for held in given if held for name, value in held.items() if _SECRET.search(name))
    return frozenset(part for value in values for part in value.split() if len(part) > _LEAST)


def holds(text: str, hidden: Iterable[str]) -> bool:
    """Whether a text tells a secret."""
    return any(secret in text for secret in hidden)


class _WithoutQuery(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = _QUERY.sub("", record.getMessage()), ()
        return True


def hush() -> None:
    """Keep queries of addresses out of the log of the library that sends the requests."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(known, _WithoutQuery) for known in logger.filters):
            logger.addFilter(_WithoutQuery())
