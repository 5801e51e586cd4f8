"""Tags, campaign visits and posts to learn from for a synthetic store, so that each statement of a page has rows."""

import numpy as np
import pandas as pd
from sqlalchemy import Connection, insert

from data import bulk
from data.schema import post_tag, practice, site_day, standout, tag
from metrics.campaigns.utm import metric_of
from metrics.periods import Period

CAMPAIGN = "zwemmen-2026"
_PAID, _HELD = 5, 50  # one of so many posts is paid for, one of so many is in the campaign
_EXCEEDING = 40
_NEWEST = 5  # posts that exceed their range for certain, so that a short period has some


def groups(connection: Connection, posts: pd.DataFrame, days: Period) -> None:
    """Write them for these own posts (`id`, `account_id`, `day`), before the rollups are worked out."""
    made = {"rules": "{}", "expectation": "", "who": "synthetic", "made_ts": 1}
    rows = [
        {"id": 1, "name": "Paid", "kind": "paid", "utm_campaign": None, **made},
        {"id": 2, "name": "Swimming", "kind": "campaign", "utm_campaign": CAMPAIGN, **made},
    ]
    connection.execute(insert(tag), rows)
    for number, one_of in ((1, _PAID), (2, _HELD)):
        held = pd.DataFrame({"post_id": posts["id"].to_numpy()[::one_of]})
        bulk.write(connection, post_tag, held, fixed=(("tag_id", number), ("how", "rule")))
    visits = pd.DataFrame({"day": np.arange(days.last - 60, days.last + 1), "value": 40.0})
    bulk.write(connection, site_day, visits, fixed=(("site_id", 1), ("metric", metric_of(CAMPAIGN))))
    _examples(connection, posts)


def _examples(connection: Connection, posts: pd.DataFrame) -> None:
    newest = posts.sort_values("day").tail(_NEWEST)
    exceeding = pd.concat([posts.head(10), newest, posts.iloc[::_EXCEEDING]]).drop_duplicates("id")
    frame = exceeding[["id", "account_id", "day"]].rename(columns={"id": "post_id"})
    said = (("interactions", 90), ("expected", 20.0), ("low", 5.0), ("high", 60.0), ("surprise", 3.0))
    bulk.write(connection, standout, frame, fixed=said)
    leave = (("status", "shared"), ("lesson", "Short"), ("who", "synthetic"), ("made_ts", 1))
    bulk.write(connection, practice, frame[["post_id"]], fixed=leave)
