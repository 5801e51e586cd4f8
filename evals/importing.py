"""How fast a file comes in, beside the bare database driver on the same rows in the same run.

`python -m evals.importing [--kind posts|comments] [--rows 100000] [--stakeholders 20] [--json]` writes a made-up export
of X posts, or of comments with their replies, and loads it into two new SQLite files: by the bare driver (read the CSV,
convert, one `executemany` into the table) and by the product (recognise, check, protect, merge, observations, rollups,
load report; of comments also what each message is, conversations and deadlines). Goal for posts: a quarter of the bare
driver's speed.
"""

import argparse
import csv
import hashlib
import json
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

from data.access import LOCAL_ADMINISTRATOR
from data.declared import Stakeholder, save_stakeholders
from data.registers import add_account, add_department
from data.store import open_store
from evals import comment_export
from loaders.files import read_files
from loaders.importer import import_batch

GOAL = 0.25
_HEADER = (
    *("Tweet id", "Tweet permalink", "Tweet text", "time", "impressions", "engagements", "engagement rate", "retweets"),
    *("replies", "likes", "user profile clicks", "url clicks", "hashtag clicks", "detail expands", "permalink clicks"),
    *("follows", "media views"),
)
_COUNTS = {
    "impressions": "impressions",
    "likes": "likes",
    "comments": "replies",
    "shares": "retweets",
    "clicks": "url clicks",
    "video_views": "media views",
    "followers_gained": "follows",
}
_REST = ("id", "account_id", "external_id", "published_ts", "precision", "day", "dow", "hour", "month", "type")
_TEXTS = ("text", "permalink", "missing", "import_id")
_FIRST, _APART = 1_600_000_000, 1_800  # seconds: the first post, and half an hour between two
_EPOCH_MS = 1_288_834_974_657  # ids of X count milliseconds from here


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evals.importing", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--kind", choices=["posts", "comments"], default="posts")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--stakeholders", type=int, default=0, help="organisations whose names are looked for")
    parser.add_argument("--json", action="store_true", help="print JSON only")
    asked = parser.parse_args()
    write, load = (_export, _bare) if asked.kind == "posts" else (comment_export.write, comment_export.bare)
    with tempfile.TemporaryDirectory() as folder:
        export = write(Path(folder) / f"made_up_{asked.kind}_en.csv", asked.rows)
        bare, ours = [], []
        for turn in range(asked.rounds):
            bare.append(_seconds(partial(load, export, export.with_name(f"bare{turn}.db"))))
            ours.append(_seconds(partial(_ours, export, export.with_name(f"ours{turn}.db"), asked.stakeholders)))
    found = {
        "kind": asked.kind,
        "rows": asked.rows,
        "stakeholders": asked.stakeholders,
        "bare_rows_per_second": round(asked.rows / median(bare)),
        "import_rows_per_second": round(asked.rows / median(ours)),
        "import_processor_seconds": round(median(ours), 2),
        "ratio": round(median(bare) / median(ours), 2),
    }
    if asked.json:
        print(json.dumps(found))
    else:
        print(*(f"{name}: {value}" for name, value in found.items()), f"goal: {GOAL}", sep="\n")
    return 0


def _seconds(task: Callable[[], None]) -> float:
    """Processor time, which other work on the machine does not stretch."""
    start = process_time()
    task()
    return process_time() - start


def _export(path: Path, rows: int) -> Path:
    chance = random.Random(1)  # noqa: S311 - made-up counts
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(_HEADER)
        for n in range(rows):
            seconds = _FIRST + n * _APART
            name = (seconds * 1000 - _EPOCH_MS) << 22 | n % 4096
            moment = datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M +0000")
            counts = [chance.randrange(500) for _ in _HEADER[4:]]
            writer.writerow([name, f"https://twitter.com/made_up/status/{name}", _text(n), moment, *counts])
    return path


def _text(n: int) -> str:
    """One post in six names somebody who may be on the list."""
    return f"Message {n}" if n % 6 else f"Message {n}, thanks to @organisation{n % 20:02} for the help"


def _bare(export: Path, store: Path) -> None:
    """The least that puts these rows into the table of posts, with its indexes, and can be repeated."""
    open_store(f"sqlite:///{store}").dispose()
    columns = (*_REST, *_TEXTS, *_COUNTS)
    newer = ", ".join(f"{name} = excluded.{name}" for name in _COUNTS)
    statement = (
        f"INSERT INTO post ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))}) "  # noqa: S608 - our names
        f"ON CONFLICT (id) DO UPDATE SET {newer}"
    )
    with (
        closing(sqlite3.connect(store)) as connection,
        export.open(newline="", encoding="utf-8") as file,
        connection,
    ):
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executemany(statement, (_row(row) for row in csv.DictReader(file)))


def _row(cells: dict[str, str]) -> tuple[object, ...]:
    moment = datetime.fromisoformat(cells["time"][:16]).replace(tzinfo=UTC)
    seconds, number = int(moment.timestamp()), int(cells["Tweet id"])
    day, month = seconds // 86_400, moment.year * 100 + moment.month
    rest = (number, 1, cells["Tweet id"], seconds, "minute", day, moment.weekday(), moment.hour, month, "post")
    counts = (int(cells[name]) for name in _COUNTS.values())
    return (*rest, cells["Tweet text"], cells["Tweet permalink"], ".p....p..", 1, *counts)


def _ours(export: Path, store: Path, organisations: int) -> None:
    content = export.read_bytes()
    engine = open_store(f"sqlite:///{store}")
    department = add_department(engine, LOCAL_ADMINISTRATOR, "Made up")
    (batch,) = read_files([(export.name, content)])
    account = add_account(engine, LOCAL_ADMINISTRATOR, department, batch.platform, "made_up", name="Made up")
    listed = [Stakeholder(f"Organisation {one:02}", (f"@organisation{one:02}",)) for one in range(organisations)]
    save_stakeholders(engine, LOCAL_ADMINISTRATOR, listed)
    digest = hashlib.sha256(content).hexdigest()
    import_batch(engine, LOCAL_ADMINISTRATOR, batch, {"made_up": account}, file_hash=digest)


if __name__ == "__main__":
    sys.exit(main())
