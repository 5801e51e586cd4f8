"""What the Graph API says when it gives nothing, in words for people, and how long it wants to be left alone."""

import time

from loaders.apis.client import Answer, ApiError, Kind, Manners
from loaders.apis.graph.usage import minutes_to_wait
from loaders.files.building.documents import at
from metrics.words import N_, Message

THROTTLED = frozenset({4, 17, 32, 613, 80001})
TEMPORARY = frozenset({2})
DEAD_TOKEN = frozenset({102, 190})
PARAMETER, PERMISSION = "graph_parameter", "graph_permission"
"""The codes of the messages that a caller may take as an answer: this field or metric is not to be had."""

_UNKNOWN_ACCOUNT = 803


def manners(platform: str) -> Manners:
    """How to deal with Meta's server; `platform` is the name that people know."""
    return Manners(wait=wait, explain=lambda answer: explain(platform, answer))


def wait(answer: Answer) -> float | None:
    """Seconds to wait before asking again; 0 where Meta does not say how long, None where waiting does not help.

    >>> wait(Answer(400, {}, {"error": {"code": 613}})), wait(Answer(400, {}, {"error": {"code": 190}}))
    (0.0, None)
    """
    code = _code(answer)
    if code in THROTTLED:
        return minutes_to_wait(answer.headers) * 60.0
    return 0.0 if code in TEMPORARY else None


def explain(platform: str, answer: Answer) -> ApiError | None:
    """The error in an answer; None when it is none."""
    code = _code(answer)
    if code is None:
        return None
    if code in THROTTLED:
        return _throttled(platform, minutes_to_wait(answer.headers), answer.status)
    kind, message = _told(platform, code)
    return ApiError(kind, message, status=answer.status)


def _code(answer: Answer) -> int | None:
    code = at(answer.data, "error", "code")
    return code if isinstance(code, int) and not isinstance(code, bool) else None


def _throttled(platform: str, minutes: int, status: int) -> ApiError:
    values: dict[str, str | int] = {"platform": platform, "minutes": minutes}
    if not minutes:
        text = N_("{platform} was asked too often and lets us wait. The next run goes on where this one stopped.")
        return ApiError("unavailable", Message("graph_throttled", text, values), status=status)
    message = Message(
        "graph_throttled",
        N_("{platform} answers again in {minutes} minute. The next run goes on where this one stopped."),
        values,
        plural=N_("{platform} answers again in {minutes} minutes. The next run goes on where this one stopped."),
        count=minutes,
    )
    return ApiError("parked", message, until=int(time.time()) + minutes * 60, status=status)


def _told(platform: str, code: int) -> tuple[Kind, Message]:
    values: dict[str, str | int] = {"platform": platform, "code": code}
    if code in DEAD_TOKEN:
        text = N_(
            "{platform} does not accept the token any more. Make a new Page token in Meta Business Suite and replace "
            "it here."
        )
        return "broken", Message("graph_token", text, values)
    if code == 10 or 200 <= code < 300:
        text = N_(
            "{platform} does not give this to the token: a permission is missing (error {code}). Give the system user "
            "the rights that stand above, make a new token, and replace it here."
        )
        return "broken", Message(PERMISSION, text, values)
    if code in (100, _UNKNOWN_ACCOUNT):
        text = N_(
            "{platform} does not know what was asked for (error {code}). Check the id of the account, and that the "
            "token may see it."
        )
        return "broken", Message(PARAMETER, text, values)
    text = N_("{platform} answered with error {code}. If it comes back in the next run, look it up at Meta.")
    return "unavailable", Message("graph_error", text, values)
