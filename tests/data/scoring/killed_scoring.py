"""A process that scores and is meant to be killed: `python -m tests.data.scoring.killed_scoring URL AT_ONCE`."""

import sys

from data.access import LOCAL_ADMINISTRATOR
from data.scoring import score
from data.store import open_store
from data.topics import topic

if __name__ == "__main__":
    topic.shipped = lambda: ()  # the list of the test, as in conftest
    engine = open_store(sys.argv[1])
    score(engine, LOCAL_ADMINISTRATOR, lambda share: print(share, flush=True), int(sys.argv[2]))
