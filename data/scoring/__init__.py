"""What messages are about and in which tone."""

from sqlalchemy import Engine

from data import bulk
from data.access import Access


def choice(engine: Engine, access: Access) -> str:
    """What the tone is worked out with."""
    access.require("read")
    return "automatic"


def score(engine: Engine, access: Access, progress: bulk.Progress = bulk.silent) -> None:
    """Score what has no score of the versions in use."""
    access.require("write")
    progress(1.0)
