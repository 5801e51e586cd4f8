"""What an answer means: data, a reason to wait and ask again, or the end of it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from loaders.apis.client import hosts, problems, redact, waiting
from loaders.apis.client.answer import Answer
from loaders.apis.client.errors import ApiError
from loaders.apis.client.manners import Manners
from loaders.apis.client.reading import NoDataError


@dataclass(frozen=True)
class Judge:
    """Judges the answers of one host.

    What the manners of a platform say goes first: `wait`, then `explain`, unless the status says to come back and the
    platform knows no better; then statuses that a caller accepts, then the usual meaning of a status.
    """

    host: str
    manners: Manners
    patience: float
    now: Callable[[], float]

    def judged(
        self, answer: Answer, no_data: NoDataError | None, accept: Collection[int], hidden: frozenset[str]
    ) -> Answer:
        """The answer, if it is one; else an `ApiError`, or an `AgainError` where asking again may help."""
        asked = self.manners.wait(answer)
        explained = self._explained(answer, hidden)
        usual = problems.of_status(self.host, answer.status, with_secret=bool(hidden))
        if asked is None and explained is not None and explained.kind == "unavailable":
            asked = 0.0 if answer.status in waiting.AGAIN else None
        if asked is not None:
            raise self._again(answer, asked, explained or usual)
        if explained is not None:
            raise explained
        if answer.status in accept:
            return answer
        if answer.status in waiting.AGAIN:
            raise self._again(answer, 0, usual)
        if 300 <= answer.status < 400:
            raise problems.moved(self.host, _target(answer, hidden), answer.status)
        if not 200 <= answer.status < 300:
            raise usual
        if no_data is not None:
            raise problems.no_data(self.host, answer.status, no_data.is_page)
        return answer

    def _explained(self, answer: Answer, hidden: frozenset[str]) -> ApiError | None:
        """What the platform's own words mean; unless they repeat what was secret in the question."""
        error = self.manners.explain(answer)
        if error is None or not redact.holds(error.message.english(), hidden):
            return error
        return problems.of_status(self.host, answer.status, with_secret=True)

    def _again(self, answer: Answer, asked: float, error: ApiError) -> ApiError | waiting.AgainError:
        now = self.now()
        seconds = waiting.told(answer.headers, now) or asked or None
        if seconds is None:
            return waiting.AgainError(error)
        until = round(now + seconds) if error.until is None else error.until
        parked = ApiError("parked", error.message, until=until, status=answer.status)
        return parked if seconds > self.patience else waiting.AgainError(parked, seconds)


def _target(answer: Answer, hidden: frozenset[str]) -> str:
    """The server that a redirect names; "" where it is none that could be asked, or tells a secret."""
    try:
        found = hosts.checked_host(urlsplit(answer.headers.get("location", "")).hostname or "")
    except (ApiError, ValueError):
        return ""
    return "" if redact.holds(found, (secret.casefold() for secret in hidden)) else found
