"""Answers of a platform, gathered until they are enough for a page that is kept."""

import time
from collections.abc import Iterator

from loaders.apis.client import ApiError
from loaders.apis.connector import Fetched

ROWS, SECONDS = 2_000, 20
"""Rows after which answers become a page that is kept, and seconds after which they do anyway: a kill loses no more."""


def gathered(answers: Iterator[Fetched]) -> Iterator[list[Fetched]]:
    """Answers in a row that one format maps with the same clues, until they are enough for a page.

    What was fetched before a platform refuses is a page too: it may have cost something.
    """
    held: list[Fetched] = []
    began = time.monotonic()
    while True:
        try:
            answer = next(answers, None)
        except ApiError:
            if held:
                yield held
            raise
        if held and (answer is None or (answer.format, answer.clues) != (held[0].format, held[0].clues)):
            yield held
            held, began = [], time.monotonic()
        if answer is None:
            return
        held.append(answer)
        if sum(one.rows for one in held) >= ROWS or time.monotonic() - began > SECONDS:
            yield held
            held, began = [], time.monotonic()
