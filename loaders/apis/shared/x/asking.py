"""Questions to the X API: the token, and what its errors mean."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from loaders.apis.client import Answer, ApiError, Client
from loaders.apis.shared.parking import next_month
from loaders.files.building.documents import text_at
from metrics.words import N_, Message

_USUAL_WAIT = 60.0
"""Seconds to wait where X does not say how long."""


def ask(client: Client, token: str, path: str, query: Mapping[str, str | int], accept: Collection[int] = ()) -> Answer:
    """The answer to one question, asked with the app's token."""
    return client.get(f"/2/{path}", query, headers={"Authorization": f"Bearer {token}"}, accept=accept)


def wait(answer: Answer) -> float | None:
    """Too many questions in a quarter of an hour; the headers say until when."""
    return _USUAL_WAIT if answer.status == 429 and not _is_capped(answer.data) else None


def explain(answer: Answer) -> ApiError | None:
    """The errors of the token, the plan and the money."""
    if answer.status == 401:
        text = N_("X does not accept this token. Make a new bearer token in X's developer portal and replace it here.")
        return ApiError("broken", Message("x_token", text), status=401)
    if answer.status == 402:
        text = N_("X wants to be paid first. Look at the balance of your app in X's developer portal.")
        return ApiError("broken", Message("x_unpaid", text), status=402)
    if answer.status == 403:
        text = N_("X does not let this app read posts. Look in X's developer portal which plan the app has.")
        return ApiError("broken", Message("x_forbidden", text), status=403)
    if answer.status == 429 and _is_capped(answer.data):
        text = N_("X gives this app no more posts this month. It goes on next month.")
        return ApiError("parked", Message("x_capped", text), until=next_month(datetime.now(UTC)), status=429)
    return None


def _is_capped(data: Any) -> bool:
    return text_at(data, "title") == "UsageCapExceeded" or text_at(data, "type").endswith("/usage-capped")
