"""Tags of a synthetic store with their posts and visits, and posts to learn from. Which ones they are is made up."""

import numpy as np
import pandas as pd
from sqlalchemy import Connection, insert

from data import bulk
from data.schema import post_tag, practice, site_day, standout, tag
from metrics.campaigns.utm import metric_of

_CAMPAIGNS, _PAID = 20, 2
_SITES, _DAYS = 5, 60  # of each campaign, with visits
_ONE_OF = {"campaign": 600, "paid": 15}  # one of so many posts; the newest are in all, so that a small store has some
_STANDS_OUT, _SHARED = 40, 4  # one of so many posts, and of those
_STILL_TO_COME = 7  # days before the end: whole weeks end before it
_DAY = 86_400


def tagged(connection: Connection, posts: pd.DataFrame, newest: int) -> None:
    """Tag posts (columns `id`, `account_id`, `day`) of which the data end on the day `newest`, and pick examples."""
    settled = posts[posts["day"] < newest - _STILL_TO_COME].sort_values(["day", "id"], ascending=False)
    made = {"who": "synthetic", "made_ts": (newest + 1) * _DAY}
    _tags(connection, settled, newest, made)
    _examples(connection, settled[::_STANDS_OUT], made)


def _tags(connection: Connection, posts: pd.DataFrame, newest: int, made: dict[str, object]) -> None:
    kinds = ["campaign"] * _CAMPAIGNS + ["paid"] * _PAID
    rows = [
        {"id": one, "name": f"Tag {one:02}", "kind": kind, "rules": "{}", "expectation": "", "utm_campaign": _utm(one)}
        for one, kind in enumerate(kinds, start=1)
    ]
    connection.execute(insert(tag), [row | made for row in rows])
    held = [posts[["id"]][:: _ONE_OF[kind] + one].assign(tag_id=one) for one, kind in enumerate(kinds, start=1)]
    members = pd.concat(held).rename(columns={"id": "post_id"}).sort_values(["tag_id", "post_id"])
    bulk.write(connection, post_tag, members, fixed=(("how", "rule"),))
    days = np.arange(newest - _DAYS, newest)
    visits = pd.DataFrame({"day": np.repeat(days, _SITES), "site_id": np.tile(np.arange(1, _SITES + 1), _DAYS)})
    for one in range(1, _CAMPAIGNS + 1):
        bulk.write(connection, site_day, visits.assign(metric=metric_of(_utm(one)), value=float(one)))


def _utm(one: int) -> str:
    return "zwemmen-2026" if one == 1 else f"campaign-{one:02}"


def _examples(connection: Connection, posts: pd.DataFrame, made: dict[str, object]) -> None:
    numbers = {"interactions": 400, "expected": 50.0, "low": 10.0, "high": 250.0, "surprise": 2.5}
    rows = posts.rename(columns={"id": "post_id"})[["post_id", "account_id", "day"]].sort_values("post_id")
    bulk.write(connection, standout, rows, fixed=tuple(numbers.items()))
    shared = [{"post_id": one, "status": "shared", "lesson": "Synthetic"} for one in posts["id"][::_SHARED].tolist()]
    connection.execute(insert(practice), [row | made for row in shared])
