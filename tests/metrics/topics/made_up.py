"""Sums by topic as the store hands them over, from a few numbers."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from metrics.periods import Period
from metrics.text.tone import TONE_COLUMNS

WASTE, PARKING, TREES = 7, 9, 11
PERIOD = Period(20_633, 20_723)  # 13 full weeks, from a Monday on


def sums(*rows: dict[str, Any]) -> pd.DataFrame:
    """Rows of sums; what is not given is of account 1 of department 1 on X in the current period, and zero."""
    owner = {"period": "current", "account_id": 1, "department_id": 1, "platform": "x", "topic_id": WASTE}
    zeros = dict.fromkeys(("messages", *TONE_COLUMNS, "complaints", "asked", "waiting"), 0)
    return pd.DataFrame([owner | zeros | row for row in rows], columns=[*owner, *zeros]).astype(
        dict.fromkeys(zeros, "int64")
    )


def weekly(counts: dict[int, Sequence[int]], first: int = PERIOD.before().first) -> pd.DataFrame:
    """Messages by topic in week after week."""
    rows = [
        {"period": first + 7 * place, "topic_id": topic, "messages": n}
        for topic, weeks in counts.items()
        for place, n in enumerate(weeks)
    ]
    return pd.DataFrame(rows)


def windows(weeks: pd.DataFrame, platform: str = "x") -> pd.DataFrame:
    """The same messages added up over both periods."""
    period = ["current" if day >= PERIOD.first else "previous" for day in weeks["period"]]
    rows = weeks.assign(period=period, platform=platform)
    return rows.groupby(["period", "platform", "topic_id"], as_index=False)["messages"].sum()
