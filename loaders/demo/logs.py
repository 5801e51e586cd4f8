"""The logs of the demo city: test messages of half a year, and removals of comments of a year."""

import time
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from datetime import time as clock
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from sqlalchemy import Engine, insert

from data.access import Access
from data.schema import moderation, test_message
from data.store import writing
from loaders.demo.batches import ZONE
from loaders.demo.words import read
from metrics.periods import to_day

Rows = list[dict[str, Any]]
_YEAR = 364
_DELETED, _CITED, _SEVERAL = 0.35, 0.93, 0.2  # shares of the usual removals
_APPEALED, _REVERSED = 0.14, 0.4  # of the removals, and of those appeals


def add_logs(engine: Engine, access: Access, accounts: Mapping[str, int], seed: int, end: date) -> None:
    """Put both logs into the store, marked as a demo; `accounts` are ids by key."""
    made = {"who": access.who, "made_ts": int(time.time()), "is_demo": 1}
    with writing(engine) as connection:
        connection.execute(insert(test_message), [row | made for row in shopper_rows(accounts, end)])
        removed = removal_rows(np.random.default_rng(seed), accounts, end)
        connection.execute(insert(moderation), [row | made | {"source": ""} for row in removed])


def shopper_rows(accounts: Mapping[str, int], end: date) -> Rows:
    """The test messages, as the store keeps them."""
    rows = []
    for one in read("logs")["test_messages"]:
        at = datetime.combine(end - timedelta(days=one["days"]), clock.fromisoformat(one["clock"]), ZoneInfo(ZONE))
        asked, minutes = int(at.timestamp()), one.get("minutes")
        rows.append(
            {
                "account_id": accounts[one["account"]],
                "asked_ts": asked,
                "question": one["question"],
                "answered_ts": None if minutes is None else asked + 60 * minutes,
                "outcome": one["outcome"],
                "note": one.get("note"),
            }
        )
    return rows


def removal_rows(rng: np.random.Generator, accounts: Mapping[str, int], end: date) -> Rows:
    """The removals, as the store keeps them: usual ones through the year, and those of the last weeks."""
    words, last = read("logs"), to_day(end)
    rows = []
    for reason, n in words["usual"].items():
        for age in rng.choice(_YEAR, size=n, replace=False).tolist():
            account = accounts[str(rng.choice(words["usual_accounts"]))]
            cited = reason != "" and rng.random() < _CITED
            rows.append(_row(rng, account, last - age, reason, words["rules"][reason] if cited else None))
    rise = words["rise"]
    ages = rng.choice(rise["days"], size=rise["rows"], replace=False).tolist()
    rising = (_row(rng, accounts[rise["account"]], last - age, rise["reason"], None) for age in ages)
    rows.extend(row | {"action": "hidden"} for row in rising)
    return sorted(rows, key=lambda row: row["day"])


def _row(rng: np.random.Generator, account: int, day: int, reason: str, rule: str | None) -> dict[str, Any]:
    n = int(rng.integers(2, 5)) if rng.random() < _SEVERAL else 1
    appealed = int(rng.random() < _APPEALED)
    return {
        "account_id": account,
        "day": day,
        "action": "deleted" if rng.random() < _DELETED else "hidden",
        "reason": reason,
        "rule": rule,
        "n": n,
        "appealed": appealed,
        "reversed": appealed * int(rng.random() < _REVERSED),
    }
