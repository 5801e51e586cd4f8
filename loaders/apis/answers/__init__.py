"""What an answer of a server must be before anything in it is read."""

from typing import Any

from loaders.apis.client import Answer, ApiError
from metrics.words import N_, Message


def object_in(answer: Answer, host: str) -> dict[str, Any]:
    """The JSON object of an answer; an `ApiError` when it holds anything else.

    >>> object_in(Answer(200, {}, {"data": []}), "api.example.org")
    {'data': []}
    """
    if isinstance(answer.data, dict):
        return answer.data
    text = N_("The answer of {host} cannot be read as data. Try again later.")
    raise ApiError("unavailable", Message("no_data", text, {"host": host}), status=answer.status)
