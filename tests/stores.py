"""Stores in the states that every page is tested in, filled the way people fill them: by the command line."""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

from data.store import open_store

ROOT = Path(__file__).parent.parent
STATES = ("empty", "one_row", "demo")
DEMO_POSTS = 1500
_ONE_POST = {
    "Tweet id": "1950000000000000000",
    "Tweet permalink": "https://twitter.com/voorbeeldstad/status/1950000000000000000",
    "Tweet text": "The swimming pool is open again.",
    "time": "2025-07-29 09:00 +0000",
    "impressions": "120.0",
    "engagements": "9.0",
    "engagement rate": "0.075",
    "retweets": "1.0",
    "replies": "2.0",
    "likes": "3.0",
}


def make_store(state: str, folder: Path) -> str:
    """Make a store in one of `STATES` in a folder; gives its address."""
    url = f"sqlite:///{folder / state}.db"
    if state == "empty":
        open_store(url)
    elif state == "one_row":
        export = folder / "tweet_activity_metrics_voorbeeldstad_20250701_20250801_en.csv"
        with export.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([_ONE_POST.keys(), _ONE_POST.values()])
        _loaders(url, folder, "import", str(export), "--department", "Sport", "--account", "voorbeeldstad")
    else:
        _loaders(url, folder, "demo", "--seed", "1", "--posts", str(DEMO_POSTS))
    return url


def copy_of(url: str, folder: Path) -> str:
    """The address of a copy of a store, for tests that change it."""
    shutil.copyfile(url.removeprefix("sqlite:///"), folder / "own.db")
    return f"sqlite:///{folder / 'own.db'}"


def _loaders(url: str, folder: Path, *arguments: str) -> None:
    environment = os.environ | {"DATABASE_URL": url, "ANSWERABLE_KEY_FILE": str(folder / "key")}
    command = [sys.executable, "-m", "loaders", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
