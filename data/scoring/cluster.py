"""Other machines that judge texts: the workers of a Dask scheduler.

They need the product and the same extras, but not the store: masked texts go to them, and scores come back.
"""

from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager

from data.errors import StoreError
from data.scoring.judging import Models, judge
from data.scoring.processes import Judge
from metrics.words import N_, Message

ADDRESS = "DASK_SCHEDULER"
"""The environment variable that names the scheduler, such as tcp://10.0.0.5:8786."""

_PATIENCE = 30  # seconds until the scheduler and one of its workers must answer


@contextmanager
def cluster(models: Models, address: str, patience: float = _PATIENCE) -> Iterator[Judge]:
    """The workers of the scheduler at this address, each with the models loaded once.

    Raises `StoreError` when it does not answer or has no workers, when Dask is not installed, and when its workers end
    before their work is done.
    """
    try:
        from distributed import Client, KilledWorker
        from distributed.comm import CommClosedError
    except ImportError as error:
        text = N_("{variable} is set, but Dask is not installed. Install it: pip install -r requirements-dask.txt")
        raise StoreError(Message("no_dask", text, {"variable": ADDRESS})) from error
    gone = (OSError, TimeoutError, CommClosedError, KilledWorker, CancelledError)
    try:
        client = Client(address, timeout=patience, set_as_default=False)
    except (ValueError, *gone) as error:
        raise _no_answer(address) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=patience)
            sent = client.scatter(models, broadcast=True)
        except gone as error:
            raise _no_answer(address) from error

        def judged(chunks):  # type: ignore[no-untyped-def]  # distributed has no types
            try:
                return client.gather([client.submit(judge, sent, chunk, pure=False) for chunk in chunks])
            except gone as error:
                raise _ended(address) from error

        yield judged


def _no_answer(address: str) -> StoreError:
    text = N_(
        "No Dask scheduler with workers answers at {address}. Start it, or take {variable} out of the environment: "
        "then this machine does the work."
    )
    return StoreError(Message("no_dask_scheduler", text, {"address": address, "variable": ADDRESS}))


def _ended(address: str) -> StoreError:
    text = N_(
        "The Dask workers at {address} stopped while they worked out topics and tones. What was worked out before is "
        "kept. Start it again: it goes on from there."
    )
    return StoreError(Message("dask_ended", text, {"address": address}))
