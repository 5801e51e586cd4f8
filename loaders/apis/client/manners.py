"""What is particular in dealing with one platform's server."""

from collections.abc import Callable
from dataclasses import dataclass

from loaders.apis.client.answer import Answer
from loaders.apis.client.errors import ApiError


def _never(_answer: Answer) -> None:
    return None


@dataclass(frozen=True)
class Manners:
    """How to deal with a platform.

    `delay`: seconds between two requests to its host. `wait`: how many seconds an answer asks to wait, where the usual
    headers do not say it (0: as long as the usual rule says); None where it asks for no patience. `explain`: the error
    that an answer means in the platform's own way of saying so (some come with status 200); None when it is fine, or
    when the usual words for its status do.
    """

    delay: float = 0.3
    timeout: float = 60.0
    wait: Callable[[Answer], float | None] = _never
    explain: Callable[[Answer], ApiError | None] = _never
