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
    raise _no_data(host, answer.status)


def objects_in(listed: Any, host: str) -> list[dict[str, Any]]:
    """The objects of a list; an `ApiError` when it is no list, or when anything else is in it.

    What is not in a list counts as deleted, so a list that cannot be read must not pass for a short one.

    >>> objects_in([{"id": 1}], "api.example.org")
    [{'id': 1}]
    """
    if isinstance(listed, list) and all(isinstance(one, dict) for one in listed):
        return listed
    raise _no_data(host, 200)


def _no_data(host: str, status: int) -> ApiError:
    text = N_("The answer of {host} cannot be read as data. Try again later.")
    return ApiError("unavailable", Message("no_data", text, {"host": host}), status=status)
