"""Small batches as a format would hand them over, and what a store looks like after them."""

from itertools import count
from typing import Any

import pandas as pd
from sqlalchemy import Engine, insert, select

from data.access import LOCAL_ADMINISTRATOR
from data.schema import account, department, metadata, site
from data.store import writing
from loaders.importer import Loaded, import_batch
from loaders.records import (
    ACCOUNT_DAY_COLUMNS,
    AUDIENCE_COLUMNS,
    COMMENT_COLUMNS,
    POST_COLUMNS,
    SITE_DAY_COLUMNS,
    Batch,
)
from metrics.measures import COUNTS

ACCOUNTS = {"parking": 1, "green": 2}
SITES = {"www.example.org": 1}
MONDAY = 1_782_727_200  # 2026-06-29 12:00 in Amsterdam, day 20633
DAY = 86_400
_numbers = count(1)


def registers(engine: Engine) -> None:
    """Two departments with an account each on X, and a site."""
    with writing(engine) as connection:
        for number, name in enumerate(ACCOUNTS, start=1):
            connection.execute(insert(department).values(id=number, name=name))
            values = {"id": number, "department_id": number, "platform": "x", "handle": f"City_{name}", "name": name}
            connection.execute(insert(account).values(values))
        connection.execute(insert(site).values(id=1, department_id=1, host="www.example.org"))


def post(post_id: str, **values: Any) -> dict[str, Any]:
    """A post of the parking account on Monday; counts that are not named are missing."""
    row = dict.fromkeys(COUNTS) | {
        "line": int(post_id) + 1 if post_id.isdigit() else 2,
        "account": "parking",
        "post_id": post_id,
        "published_ts": MONDAY,
        "precision": "minute",
        "text": f"Message {post_id}",
        "permalink": f"https://x.example/{post_id}",
        "type": "post",
        "parent_id": "",
        "views_definition": None,
    }
    row |= values
    row.setdefault("missing", "".join("f" if row[name] is None else "." for name in COUNTS))
    return row


def comment(comment_id: str, **values: Any) -> dict[str, Any]:
    """A citizen's comment under post 1 of the parking account."""
    row = {
        "line": 2,
        "account": "parking",
        "post_id": "1",
        "comment_id": comment_id,
        "parent_id": "",
        "is_own": False,
        "author": "jan_jansen",
        "published_ts": MONDAY + 3600,
        "precision": "minute",
        "text": "Why?",
        "mentions": [],
        "likes": None,
    }
    return row | values


def day_value(date: str, value: float, metric: str = "followers", account: str = "parking") -> dict[str, Any]:
    """A number of an account on a day."""
    return {"line": 2, "account": account, "date": date, "metric": metric, "value": value}


def group(label: str, value: float, metric: str = "followers", **values: Any) -> dict[str, Any]:
    """A figure of a group of the parking account's audience: by country, and of no day that the file says."""
    row = {"line": 2, "account": "parking", "date": "", "dimension": "country", "label": label}
    return row | {"metric": metric, "value": value} | values


def batch(
    posts: list[dict[str, Any]] | None = None,
    comments: list[dict[str, Any]] | None = None,
    account_days: list[dict[str, Any]] | None = None,
    site_days: list[dict[str, Any]] | None = None,
    audience: list[dict[str, Any]] | None = None,
    exported_ts: int | None = None,
    file: str = "export.csv",
) -> Batch:
    """A batch of these rows, each with its own line."""
    frames = {
        "posts": _frame(posts, POST_COLUMNS),
        "comments": _frame(comments, COMMENT_COLUMNS),
        "account_days": _frame(account_days, ACCOUNT_DAY_COLUMNS),
        "site_days": _frame(site_days, SITE_DAY_COLUMNS),
        "audience": _frame(audience, AUDIENCE_COLUMNS),
    }
    kind: Any = next((name for name, frame in frames.items() if len(frame)), "posts")
    rows = sum(map(len, frames.values()))
    return Batch(file, format="sample", kind=kind, platform="x", rows_read=rows, exported_ts=exported_ts, **frames)


def full(age: int, **values: Any) -> Batch:
    """An import of everything, as it was so many days after Monday."""
    return batch(
        [post("1", likes=age, **values), post(str(100 + age))],
        [comment("10", likes=age), comment(str(200 + age))],
        [day_value("2026-06-29", 100.0 + age), day_value(f"2026-07-{10 + age}", 5.0)],
        [{"line": 2, "site": "www.example.org", "date": "2026-06-29", "metric": "visitors", "value": 1.0 + age}],
        [group("NL", 60.0 + age), group(f"only then {age}", 7.0)],
        exported_ts=MONDAY + age * DAY,
    )


def load(engine: Engine, loaded: Batch, file_hash: str | None = None, **options: Any) -> Loaded:
    """Import a batch as the local administrator; by default every file is another one."""
    options.setdefault("accounts", ACCOUNTS)
    options.setdefault("sites", SITES)
    chosen = file_hash or f"file {next(_numbers)}"
    return import_batch(engine, LOCAL_ADMINISTRATOR, loaded, file_hash=chosen, **options)


def emptied(engine: Engine) -> Engine:
    """The store without anything imported, for the next example of a law."""
    with writing(engine) as connection:
        for table in reversed(metadata.sorted_tables):
            if table.name not in {"setting", "department", "account", "site"}:
                connection.execute(table.delete())
    return engine


def contents(engine: Engine, *without: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that imports fill, but for the columns named; not the list of imports itself."""
    skipped = {"setting", "import_batch", "assignment", "mapping"}
    found = {}
    with engine.connect() as connection:
        for name, table in metadata.tables.items():
            if name not in skipped:
                columns = [column for column in table.columns if column.name not in without]
                rows = connection.execute(select(*columns).order_by(*table.primary_key)).all()
                found[name] = [tuple(row) for row in rows]
    return found


def _frame(rows: list[dict[str, Any]] | None, columns: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows or [], columns=list(columns)).astype(columns)
