"""Long work in the background: one at a time on this server, seen by everybody, and not tied to any page.

A job runs in a thread of its own, so it goes on when its starter opens another page or leaves. What it tells is kept in
memory only; whether another server is at the same work is up to the work itself (`data.locks`).
"""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from threading import Lock, Thread

import streamlit as st

from components.job_card import JobState, job_card
from components.progress import Tell
from data.access import Access
from data.errors import StoreError
from metrics.words import N_, Message

Task = Callable[[Tell], Message]
log = logging.getLogger(__name__)
_SEEN = "_jobs_seen"
_EVERY = 1.0


@dataclass
class _Jobs:
    """The job that runs or ran last."""

    state: JobState | None = None
    lock: Lock = field(default_factory=Lock)


def start(who: Access, doing: Message, task: Task) -> bool:
    """Begin some work that says in words what came of it; False when other work is still running.

    `task` runs outside the run of a page: it may use neither the session nor what pages cache.
    """
    jobs = _jobs()
    with jobs.lock:
        if jobs.state is not None and jobs.state.running:
            return False
        number = 1 if jobs.state is None else jobs.state.number + 1
        jobs.state = JobState(number, doing, who.who, datetime.now(UTC))
    Thread(target=_run, args=(jobs, task), name=f"job {number}", daemon=True).start()
    return True


def follow(who: Access, doing: Message, work: Callable[[Tell], object], done: Message, now: str, later: str) -> str:
    """Begin work that a change asks for: `now` when it begins, `later` when other work is still running.

    `done` is what came of it. As in `start`, it may use neither the session nor what pages cache.
    """

    def task(tell: Tell) -> Message:
        work(tell)
        return done

    return now if start(who, doing, task) else later


def running() -> bool:
    """Whether work is being done now."""
    state = _jobs().state
    return state is not None and state.running


def job_section() -> None:
    """Draw the work that is being done, or what came of it until this reader has seen that."""
    state = _jobs().state
    if state is None:
        return
    if state.running:
        _watch(state.number)
    elif st.session_state.get(_SEEN) != state.number and job_card(state):
        st.session_state[_SEEN] = state.number
        st.rerun()


@st.fragment(run_every=_EVERY)
def _watch(number: int) -> None:
    """Draw the progress again and again; the whole page when the work is done, which also ends this."""
    state = _jobs().state
    if state is None or state.number != number or not state.running:
        st.rerun()
    job_card(state)


def _run(jobs: _Jobs, task: Task) -> None:
    def tell(share: float) -> None:
        _change(jobs, share=share)

    try:
        _change(jobs, outcome=task(tell))
    except StoreError as error:
        _change(jobs, outcome=error.message, failed=True)
    except Exception as error:
        reference = secrets.token_hex(4)
        log.exception("a job broke off (%s), reference %s", type(error).__name__, reference)
        text = N_(
            "This work broke off. Your data is safe. Try again; if it happens again, give reference {reference} to "
            "whoever runs Answerable for you."
        )
        _change(jobs, outcome=Message("job_broke_off", text, {"reference": reference}), failed=True)


def _change(jobs: _Jobs, **changes: object) -> None:
    with jobs.lock:
        assert jobs.state is not None
        jobs.state = replace(jobs.state, **changes)  # type: ignore[arg-type] # fields of it, by name


@st.cache_resource(show_spinner=False)
def _jobs() -> _Jobs:
    return _Jobs()
