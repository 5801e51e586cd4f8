"""Questions to the YouTube Data API: the key, the units they take, and what its errors mean."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from loaders.apis.answers import objects_in
from loaders.apis.client import Answer, ApiError, Client
from loaders.apis.shared.parking import next_midnight
from loaders.files.building.documents import at, objects, text_at
from metrics.words import N_, Message

ZONE = "America/Los_Angeles"
"""Where the clock of the daily quota stands."""

_USED_UP = {"quotaExceeded", "dailyLimitExceeded"}
_TOO_FAST = {"rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED"}
_BAD_KEY = {"keyInvalid", "keyExpired", "API_KEY_INVALID"}
_NOT_ON = {"accessNotConfigured", "SERVICE_DISABLED"}
_BARRED = {
    "ipRefererBlocked",
    "API_KEY_SERVICE_BLOCKED",
    "API_KEY_HTTP_REFERRER_BLOCKED",
    "API_KEY_IP_ADDRESS_BLOCKED",
}


class Asking:
    """Asks with a key, and counts the units: each call takes one, also one that fails."""

    def __init__(self, client: Client, key: str) -> None:
        self._client = client
        self._headers = {"X-Goog-Api-Key": key}  # not in the address, which logs keep
        self._units = 0

    def get(self, resource: str, query: Mapping[str, str | int], accept: Collection[int] = ()) -> Answer:
        """The answer of one resource."""
        self._units += 1
        return self._client.get(f"/youtube/v3/{resource}", query, headers=self._headers, accept=accept)

    def page(self, resource: str, query: Mapping[str, str | int], token: str, accept: Collection[int] = ()) -> Answer:
        """One page of a list; the first where the token is ""."""
        return self.get(resource, {**query, "pageToken": token} if token else query, accept)

    def items(self, answer: Answer) -> list[dict[str, Any]]:
        """The things in a list; none where one of the statuses is accepted that come with no list."""
        return [] if answer.status >= 400 else objects_in(at(answer.data, "items"), self._client.host)

    def taken(self) -> int:
        """The units since this was last asked."""
        units, self._units = self._units, 0
        return units


def reasons(data: Any) -> set[str]:
    """What an error says of itself, in YouTube's codes.

    >>> reasons({"error": {"errors": [{"reason": "quotaExceeded"}]}})
    {'quotaExceeded'}
    """
    error = data.get("error") if isinstance(data, dict) else None
    found = error if isinstance(error, dict) else {}
    told = [*objects(found.get("errors")), *objects(found.get("details"))]
    return {text_at(one, "reason") for one in told} - {""}


def wait(answer: Answer) -> float | None:
    """YouTube says "too fast" with status 403 too."""
    too_fast = answer.status in (403, 429) and reasons(answer.data) & _TOO_FAST
    return 0 if too_fast else None


def explain(answer: Answer) -> ApiError | None:
    """The errors of the key and the quota; those of single videos are for who asked for them."""
    if answer.status < 400:
        return None
    found, status = reasons(answer.data), answer.status
    if found & _USED_UP:
        text = N_("The units that YouTube gives for a day are used up. It goes on after midnight in California.")
        until = next_midnight(ZONE, datetime.now(UTC))
        return ApiError("parked", Message("youtube_quota", text), until=until, status=status)
    if found & _BAD_KEY or status == 401:
        text = N_("YouTube does not accept this API key. Make a key in the Google Cloud console and replace it here.")
        return ApiError("broken", Message("youtube_key", text), status=status)
    if found & _NOT_ON:
        text = N_('The API key is of a project without YouTube. Switch on "YouTube Data API v3" in that project.')
        return ApiError("broken", Message("youtube_not_on", text), status=status)
    if found & _BARRED:
        text = N_("The API key may not be used from this server. Change its restrictions in the Google Cloud console.")
        return ApiError("broken", Message("youtube_barred", text), status=status)
    return None
