"""Requests to one host: checked, bounded, polite and patient."""

from collections.abc import Collection, Mapping
from functools import cached_property
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt

from loaders.apis.client import agent, hosts, limits, loopback, problems, reading, redact, turns, waiting
from loaders.apis.client.adapter import CheckedAdapter, CheckedSession
from loaders.apis.client.answer import Answer
from loaders.apis.client.clock import Clock
from loaders.apis.client.failures import FAILURES, translated
from loaders.apis.client.manners import Manners
from loaders.apis.client.reading import NoDataError
from loaders.apis.client.verdict import Judge

Query = Mapping[str, str | int]

redact.hush()
LONGEST = 2 * 3600.0
_WIRE = 2 * reading.MOST_BYTES  # bytes on the line, with headers and the wrapping of chunks


class Client:
    """Asks one host; `requests` counts what was sent.

    No redirect is followed, no proxy, password file or certificate switch of the environment is used. One request takes
    `manners.timeout` seconds at most, from looking up the name to the last byte. `patience` is how many seconds it
    waits at most when the server asks for that; for longer it raises an `ApiError` that says until when ("parked").
    After `LONGEST` seconds it asks nothing more: a list that never ends is left, and gone on with another time.
    """

    def __init__(
        self,
        host: str,
        manners: Manners | None = None,
        *,
        patience: float = waiting.PATIENCE,
        clock: Clock | None = None,
    ) -> None:
        self.host = host
        self.manners = manners or Manners()
        self.requests = 0
        self._clock = clock or Clock()
        self._until = self._clock.steady() + LONGEST
        self._judge = Judge(host, self.manners, patience, self._clock.now)

    def __repr__(self) -> str:
        return f"Client({self.host!r})"

    def get(
        self,
        path: str,
        query: Query | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        accept: Collection[int] = (),
    ) -> Answer:
        """The answer to a GET; one with another status than 2xx only where `accept` names it, else `ApiError`."""
        hidden = redact.secrets(headers)
        return self._patiently(self._request("GET", path, headers, params=query), accept, hidden)

    def post(
        self,
        path: str,
        *,
        form: Mapping[str, str | int] | None = None,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        accept: Collection[int] = (),
    ) -> Answer:
        """The same for a POST, with a form or a JSON body."""
        hidden = redact.secrets(headers, form, body if isinstance(body, Mapping) else None)
        return self._patiently(self._request("POST", path, headers, data=form, json=body), accept, hidden)

    def _request(self, method: str, path: str, headers: Mapping[str, str] | None, **given: Any) -> requests.Request:
        if not path.startswith("/"):
            raise ValueError("A path begins with a slash")
        if not all(value.isprintable() for value in (headers or {}).values()):
            raise problems.unsendable(self.host)
        return requests.Request(method, self._origin + path, headers=dict(headers or {}), **given)

    @cached_property
    def _origin(self) -> str:
        return hosts.origin(hosts.checked_host(self.host))

    @cached_property
    def _session(self) -> requests.Session:
        session = CheckedSession()
        session.trust_env = False
        session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        session.headers.update({"User-Agent": agent.name(), "Accept": "application/json", "Accept-Encoding": "gzip"})
        session.adapters.clear()  # so that nothing else can be asked with it, whatever a path or link says
        session.mount(f"{self._origin}/", CheckedAdapter())
        return session

    def _patiently(self, request: requests.Request, accept: Collection[int], hidden: frozenset[str]) -> Answer:
        """Ask, and again where that may help; errors are raised outside `except`, so none carries what it came from."""
        retrying = Retrying(
            sleep=self._clock.sleep,
            stop=stop_after_attempt(waiting.TRIES),
            wait=waiting.pause,
            retry=retry_if_exception_type(waiting.AgainError),
            reraise=True,
        )
        try:
            return retrying(self._once, request, accept, hidden)
        except waiting.AgainError as again:
            error = again.error
        raise error

    def _once(self, request: requests.Request, accept: Collection[int], hidden: frozenset[str]) -> Answer:
        seconds = self.manners.timeout
        with turns.turn(self.host, loopback.delay(self.manners.delay), self._clock):
            if self._clock.steady() > self._until:
                raise problems.long_run(self.host, LONGEST)
            self.requests += 1
            failed: Exception
            try:
                with limits.limited(seconds, _WIRE):
                    answer, no_data = self._sent(request)
            except FAILURES as error:
                failed = translated(error, self.host, seconds)
            else:
                return self._judge.judged(answer, no_data, accept, hidden)
        raise failed

    def _sent(self, request: requests.Request) -> tuple[Answer, NoDataError | None]:
        prepared = self._session.prepare_request(request)
        with self._session.send(prepared, stream=True, allow_redirects=False, timeout=limits.left()) as got:
            body = reading.content(got)
            headers = {name.lower(): value for name, value in got.headers.items()}
            try:
                return Answer(got.status_code, headers, reading.data(body, headers.get("content-type", ""))), None
            except NoDataError as error:
                return Answer(got.status_code, headers, None), error
