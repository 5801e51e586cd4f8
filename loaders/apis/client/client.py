"""Requests to one host: placeholder of the audited client, with the same face."""

import json
import os
from collections.abc import Collection, Mapping
from typing import Any

import requests

from loaders.apis.client.answer import Answer
from loaders.apis.client.errors import ApiError
from loaders.apis.client.manners import Manners
from metrics.words import N_, Message

Query = Mapping[str, str | int]


class Client:
    """Asks one host; `requests` counts what was sent."""

    def __init__(self, host: str, manners: Manners | None = None) -> None:
        self.host = host
        self.manners = manners or Manners()
        self.requests = 0
        self._session = requests.Session()
        self._session.trust_env = False

    def get(
        self,
        path: str,
        query: Query | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        accept: Collection[int] = (),
    ) -> Answer:
        """The answer to a GET; one with another status than 2xx only where `accept` names it, else `ApiError`."""
        return self._ask("GET", path, accept, params=query, headers=headers)

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
        return self._ask("POST", path, accept, data=form, json=body, headers=headers)

    def _ask(self, method: str, path: str, accept: Collection[int], **given: Any) -> Answer:
        origins = dict(pair.split("=", 1) for pair in os.environ.get("ANSWERABLE_TEST_ORIGINS", "").split(",") if pair)
        origin = origins.get(self.host, f"http://{self.host}")
        self.requests += 1
        got = self._session.request(method, origin + path, timeout=10, allow_redirects=False, **given)
        try:
            data = json.loads(got.text)
        except ValueError:
            data = None
        answer = Answer(got.status_code, {name.lower(): value for name, value in got.headers.items()}, data)
        error = self.manners.explain(answer)
        if error is not None:
            raise error
        if answer.status not in accept and not 200 <= answer.status < 300:
            text = N_("The server {host} answered with status {status}.")
            raise ApiError("unavailable", Message("status", text, {"host": self.host, "status": answer.status}))
        return answer
