"""What the Google Analytics Data API says when it gives nothing, in words for people."""

import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from loaders.apis.client import Answer, ApiError, Manners
from loaders.files.building.documents import at, objects, text_at
from loaders.files.building.times import PACIFIC
from metrics.words import N_, Message

_HOUR = 3600


def manners() -> Manners:
    """How to deal with the server: ten requests at a time are allowed, and one is enough."""
    return Manners(wait=wait, explain=explain)


def wait(answer: Answer) -> float | None:
    """0 where a moment of patience helps; None where it does not, or where a quota is used up.

    >>> wait(Answer(429, {}, {"error": {"status": "RESOURCE_EXHAUSTED", "message": "Too many concurrent requests"}}))
    0.0
    """
    return 0.0 if _status(answer) == "RESOURCE_EXHAUSTED" and not _until(answer) else None


def explain(answer: Answer) -> ApiError | None:
    """The error in an answer; None when it is none, or when the usual words for its status do."""
    status = _status(answer)
    if status == "RESOURCE_EXHAUSTED":
        until = _until(answer)
        text = N_("The quota of this property at Google Analytics is used up. Figures are fetched again later.")
        message = Message("google_quota", text)
        return ApiError("parked" if until else "unavailable", message, until=until, status=answer.status)
    if status == "PERMISSION_DENIED" and "SERVICE_DISABLED" in _reasons(answer):
        text = N_("Switch on the Google Analytics Data API in the Google Cloud project of this service account.")
        return ApiError("broken", Message("google_api_off", text), status=answer.status)
    if status == "PERMISSION_DENIED":
        text = N_(
            "The service account may not read this property. In Google Analytics, under Property access management, "
            "add the e-mail address of the service account as Viewer."
        )
        return ApiError("broken", Message("google_permission", text), status=answer.status)
    if status == "UNAUTHENTICATED":
        text = N_("Google does not accept the token. Make a new key of the service account and replace it here.")
        return ApiError("broken", Message("google_token", text), status=answer.status)
    if status in ("INVALID_ARGUMENT", "NOT_FOUND"):
        text = N_("Google Analytics does not know this property. Check its number, under Property details.")
        return ApiError("broken", Message("google_property", text), status=answer.status)
    return None


def _status(answer: Answer) -> str:
    return text_at(answer.data, "error", "status")


def _reasons(answer: Answer) -> set[str]:
    return {text_at(one, "reason") for one in objects(at(answer.data, "error", "details"))}


def _until(answer: Answer) -> int | None:
    """When a used-up quota is full again: Google's midnight, or an hour from now."""
    said = text_at(answer.data, "error", "message").casefold()
    if "per day" in said:
        now = datetime.now(ZoneInfo(PACIFIC))
        return int((now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0).timestamp())
    return int(time.time()) + _HOUR if "per hour" in said else None
