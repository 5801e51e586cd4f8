"""Runs of connections inside the server, when they are due; `python -m loaders sync` does the same from outside."""

import logging
import os
import time

from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR
from data.errors import StoreError
from data.retention import enforce
from loaders.syncing.due import due
from loaders.syncing.run import sync

SWITCH = "ANSWERABLE_SYNC"
"""Environment: "off" where cron or systemd asks for news, and the server should not."""
_EVERY_SECONDS = 60
_AT_ONCE = 2
log = logging.getLogger(__name__)


def start(engine: Engine) -> BackgroundScheduler | None:
    """Ask connections for news from now on, each when it is due; None where that is switched off.

    Its threads end with the process. A run that is cut off by that goes on the next time.
    """
    if os.environ.get(SWITCH, "").casefold() == "off":
        return None
    scheduler = BackgroundScheduler(
        timezone="UTC", executors={"default": {"type": "threadpool", "max_workers": _AT_ONCE + 1}}
    )
    scheduler.add_job(_look, "interval", seconds=_EVERY_SECONDS, args=(engine, scheduler), id="due", coalesce=True)
    scheduler.start()
    return scheduler


def _look(engine: Engine, scheduler: BackgroundScheduler) -> None:
    """Begin the runs that are due and not running, and take out what may be kept no longer."""
    for number in due(engine, LOCAL_ADMINISTRATOR, int(time.time())):
        job = f"connection {number}"
        if scheduler.get_job(job) is None:
            scheduler.add_job(_run, args=(engine, number), id=job, misfire_grace_time=None)
    enforce(engine, LOCAL_ADMINISTRATOR)


def _run(engine: Engine, number: int) -> None:
    try:
        sync(engine, LOCAL_ADMINISTRATOR, number)
    except StoreError as error:  # somebody else is at it, or it was removed just now
        log.info("connection %s: %s", number, error)
