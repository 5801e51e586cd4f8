"""One run of a connection: check, fetch page by page, put in, score."""

import json
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, func, select
from sqlalchemy.exc import DataError, IntegrityError

from data import syncing
from data.access import Access
from data.bulk import Progress, silent
from data.connections import ApiConnection, Status, change, one
from data.errors import StoreError
from data.retention import enforce
from data.schema import sync_run
from data.scoring import score
from data.syncing.basis import CHANGED
from data.syncing.ending import Ended, Whose
from data.syncing.pages import Took
from data.time_zone import organisation_zone
from loaders.apis.client import ApiError, Client
from loaders.apis.connector import Connector, Found, Wanted
from loaders.syncing.asking import client_of, connector_of, require_allowed, same_account, target_of, today
from loaders.syncing.due import SOON
from loaders.syncing.gathering import gathered
from loaders.syncing.mapping import page_of
from loaders.syncing.outcome import Outcome
from metrics.words import N_, Message

_BAD_REQUEST = 400
"""What a server says to a place in a list that it no longer knows: then the run begins anew."""
_FETCHED = 0.8  # share of the work, for the progress bar
_UNEXPECTED = (
    *(LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError),  # a connector, a format
    *(DataError, IntegrityError),  # the store
)
log = logging.getLogger(__name__)


def sync(engine: Engine, access: Access, connection_id: int, progress: Progress = silent) -> Outcome:
    """Fetch what is new for a connection, and put it in. A run that broke off goes on where it was.

    What the platform refuses is part of the outcome, and the connection is marked when a person must act. Raises
    `StoreError` when the connection is being run already, or the store refuses; `AccessDeniedError`.
    """
    access.require("write")
    connection = one(engine, access, connection_id)
    with syncing.alone(engine, connection_id):
        return _Sync(engine, access, connection, progress).outcome()


@dataclass
class _Sync:
    engine: Engine
    access: Access
    connection: ApiConnection
    progress: Progress
    run: syncing.SyncRun | None = None
    kept: int = 0  # pages that this attempt added
    connector: Connector = field(init=False)
    fetched_all: bool = False

    def outcome(self) -> Outcome:
        try:
            return self._whole()
        except ApiError as error:
            return self._failed(error)
        except _UNEXPECTED as error:
            log.warning("connection %s: an answer broke its connector (%s)", self.connection.name, type(error).__name__)
            text = N_("The answers of the platform are not as this version of Answerable expects. Nothing was changed.")
            return self._failed(ApiError("unavailable", Message("unexpected_answer", text)))
        except StoreError as error:
            if self.run is not None:
                syncing.stop(self.engine, self.run, error.message, again=False)
            usual = int(time.time()) + self.connection.every_minutes * 60
            self._mark("active", None if error.message.code == CHANGED else usual, error.message)
            raise

    def _whole(self) -> Outcome:
        self.connector = connector_of(self.connection)
        require_allowed(self.engine, self.access, self.connector)
        client = client_of(self.connector, self.connection.host)
        target = target_of(self.engine, self.connection, client)
        found = same_account(self.connection, self.connector.check(client, target))
        self.run = syncing.begin(self.engine, self.access, self.connection, self._since())
        self._fetch(client, found, self.run)
        self.fetched_all = True
        ended = self._finish(self.run)
        following = int(time.time()) + self.connection.every_minutes * 60
        known = {} if self.connection.upstream_id else {"upstream_id": found.upstream_id}
        self._mark("active", following, None, **known)
        return self._put_in(ended, following, whole=True)

    def _finish(self, run: syncing.SyncRun, cut_off: Message | None = None) -> Ended:
        def tell(share: float) -> None:
            self._tell(_FETCHED, share)

        return syncing.finish(self.engine, self.access, run, self._whose(), tell, cut_off)

    def _put_in(self, ended: Ended, following: int | None, *, whole: bool) -> Outcome:
        """What follows once rows are in the store: terms of platforms, topics and tones."""
        enforce(self.engine, self.access)
        if ended.counted.changes:
            score(self.engine, self.access)
        self.progress(1.0)
        counted = ended.counted
        numbers = (ended.fetched, counted.inserted, counted.updated, ended.deleted)
        return Outcome(self.connection.name, *numbers, ended.problems, following, whole=whole)

    def _since(self) -> int | None:
        """From which moment on posts are wanted: all of them now and then, usually those whose counts still move."""
        wanted = self.connection.since
        oldest = None if wanted is None else int(datetime.fromisoformat(wanted).replace(tzinfo=UTC).timestamp())
        whole = syncing.last_whole(self.engine, self.connection.id, oldest)
        now = datetime.now(UTC)
        if whole is None or whole < (now - timedelta(days=self.connector.whole_days)).timestamp():
            return oldest
        return max(oldest or 0, int((now - timedelta(days=self.connector.window_days)).timestamp()))

    def _fetch(self, client: Client, found: Found, run: syncing.SyncRun) -> None:
        """Keep everything that the platform gives, page by page."""
        with self.engine.connect() as connection:
            zone = organisation_zone(connection)
            text = connection.scalar(select(sync_run.c.report).where(sync_run.c.id == run.id))
        report: Mapping[str, Any] = json.loads(text or "{}")
        wanted = Wanted(
            target=replace(target_of(self.engine, self.connection, client), upstream_id=found.upstream_id),
            texts=self.connection.texts and self.connector.texts,
            since_ts=run.since_ts,
            today=today(zone),
            after=run.after,
            budget=self._budget(),
        )
        number, asked = run.pages, 0
        for answers in gathered(self.connector.fetch(client, wanted)):
            page = page_of(self.engine, self.connection, found, answers, report)
            report = page.report
            listed = next((answer.listed_from for answer in answers if answer.listed_from is not None), None)
            threads = [] if page.unread else [thread for answer in answers for thread in answer.threads]
            count = sum(answer.rows for answer in answers)
            cost = sum(answer.cost for answer in answers)
            took = Took(client.requests - asked, sum(answer.quota for answer in answers), cost)
            asked = client.requests
            syncing.keep_page(
                self.engine,
                run,
                number,
                page.rows,
                after=answers[-1].after,
                fetched=count,
                report=report,
                took=took,
                listed_from=None if report["unread"] else listed,
                threads=threads,
            )
            number += 1
            self.kept += 1
            self._tell(0.0, 1 - 0.5 ** (number / 4))

    def _budget(self) -> float | None:
        """US dollars that are left of this month's."""
        if self.connection.budget is None:
            return None
        month = datetime.now(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        spent = select(func.sum(sync_run.c.cost)).where(
            sync_run.c.connection_id == self.connection.id, sync_run.c.started_ts >= int(month.timestamp())
        )
        with self.engine.connect() as connection:
            return max(0.0, self.connection.budget - (connection.scalar(spent) or 0.0))

    def _whose(self) -> Whose:
        return Whose(self.connection.account_id, self.connector.platform, self.connection.name)

    def _failed(self, error: ApiError) -> Outcome:
        """Remember what went wrong, keep what was fetched, and say when it is tried again."""
        now = int(time.time())
        if self.run is not None and error.until is not None and error.until > self.run.stale_ts and self._has_pages():
            ended = self._finish(self.run, cut_off=error.message)
            self._mark("active", error.until, error.message)
            return self._put_in(ended, error.until, whole=False)
        if self.run is not None:
            lost = error.status == _BAD_REQUEST and self.run.after is not None and not self.kept
            again = not (error.kind == "refused" or lost or self.fetched_all)  # pages that cannot be put in must go
            syncing.stop(self.engine, self.run, error.message, again=again)
        is_broken = error.kind in ("broken", "refused")
        soon = min(SOON, self.connection.every_minutes * 60)
        following = None if is_broken else error.until or now + soon
        self._mark("broken" if is_broken else "active", following, error.message)
        log.info("connection %s: %s", self.connection.name, error)
        return Outcome(self.connection.name, errors=(error.message,), next_ts=following)

    def _has_pages(self) -> bool:
        return self.run is not None and self.run.pages + self.kept > 0

    def _mark(self, status: Status, next_ts: int | None, problem: Message | None, **more: Any) -> None:
        """Tell how the connection is; one that somebody paused, before or during the run, stays so."""
        if one(self.engine, self.access, self.connection.id).status == "paused":
            status, next_ts = "paused", None
        fields = {"status": status, "next_ts": next_ts, "problem": problem, **more}
        change(self.engine, self.access, self.connection.id, **fields)

    def _tell(self, before: float, share: float) -> None:
        part = _FETCHED if before == 0 else 1 - _FETCHED
        self.progress(min(0.99, before + part * share))
