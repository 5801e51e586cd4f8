"""The demo city as exports of its accounts: one batch per account and kind, as files would give them."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.demo.city import ACCOUNTS, SITES
from loaders.demo.generate import City
from loaders.demo.rhythm import DAY
from loaders.records import ACCOUNT_DAY_COLUMNS, COMMENT_COLUMNS, POST_COLUMNS, SITE_DAY_COLUMNS, Batch, Kind, Platform
from metrics.measures import COUNTS

FORMAT = "demo"
ZONE = "Europe/Amsterdam"
_FIRST_LINE = 2  # line 1 of a file is its header
_VIEWS = {  # what each platform calls the count in the column impressions
    "facebook": "views",
    "instagram": "views",
    "x": "impressions",
    "linkedin": "impressions",
    "youtube": "impressions",
}


def batches(city: City) -> Iterator[Batch]:
    """Followers, posts and messages of each account, then the days of each website.

    Followers come first, so that engagement rates are computed once.
    """
    exported = int(_utc(city, np.array([city.calendar.days * DAY]))[0])
    posts, comments = _posts(city), _comments(city)
    for number, account in enumerate(ACCOUNTS):
        frames: dict[Kind, pd.DataFrame] = {
            "account_days": _follower_days(city, number),
            "posts": posts[(city.posts["account"] == number).to_numpy()],
            "comments": comments[(city.messages["account"] == number).to_numpy()],
        }
        for kind, frame in frames.items():
            if len(frame):
                yield _batch(account.key, account.platform, kind, frame, exported)
    for host in SITES:
        days = city.site_days[(city.site_days["site"] == host).to_numpy()]
        yield _batch(host, "website", "site_days", days, exported)


def _batch(name: str, platform: Platform, kind: Kind, frame: pd.DataFrame, exported: int) -> Batch:
    columns = {
        "posts": POST_COLUMNS,
        "comments": COMMENT_COLUMNS,
        "account_days": ACCOUNT_DAY_COLUMNS,
        "site_days": SITE_DAY_COLUMNS,
    }[kind]
    if kind == "site_days":  # one line of the file gives all metrics of a day
        line = frame.groupby("metric", sort=False).cumcount().to_numpy() + _FIRST_LINE
    else:
        line = np.arange(len(frame)) + _FIRST_LINE
    rows = frame.assign(line=line)[list(columns)].astype(columns).reset_index(drop=True)
    batch = Batch(
        file=f"{name}_{kind}.csv",
        format=FORMAT,
        kind=kind,
        platform=platform,
        rows_read=int(line.max()) - _FIRST_LINE + 1,
        exported_ts=exported,
    )
    setattr(batch, kind, rows)
    if kind == "posts":
        batch.missing_metrics = tuple(name for name in COUNTS if rows[name].isna().all())
    return batch


def _posts(city: City) -> pd.DataFrame:
    """All posts with the columns of `records.POST_COLUMNS` but the line."""
    posts = city.posts
    by_day = (posts["platform"] == "youtube").to_numpy()  # its export gives the day only
    minute = posts["minute"].to_numpy()
    midnight = np.datetime64(city.calendar.first, "s").astype(np.int64) + minute // DAY * DAY * 60
    ids = post_ids(city)
    places = zip(posts["platform"], ids, strict=True)
    return posts.assign(
        parent_id="",
        account=_names()[posts["account"]],
        post_id=ids,
        published_ts=np.where(by_day, midnight, _utc(city, minute)),
        precision=np.where(by_day, "day", "minute"),
        permalink=[f"https://demo.oeverdrecht.example/{platform}/{post}" for platform, post in places],
        views_definition=posts["platform"].map(_VIEWS).fillna(""),
    )


def post_ids(city: City) -> NDArray[np.object_]:
    """The external id of each post; no platform gives ids like these, so they meet no real ones."""
    number = city.posts.groupby("account").cumcount()
    keys = np.array([account.key for account in ACCOUNTS], dtype=object)[city.posts["account"]]
    return np.array([f"demo-{key}-{n:05d}" for key, n in zip(keys, number, strict=True)], dtype=object)


def _comments(city: City) -> pd.DataFrame:
    """All messages with the columns of `records.COMMENT_COLUMNS` but the line."""
    messages = city.messages
    platform = messages["platform"].to_numpy()
    ids = np.array([f"demo-{name}-m{n:06d}" for n, name in enumerate(platform)], dtype=object)
    parent = messages["parent"].to_numpy()
    return messages.assign(
        account=_names()[messages["account"]],
        post_id=post_ids(city)[messages["post"]],
        comment_id=ids,
        parent_id=np.where(parent >= 0, ids[np.maximum(parent, 0)], ""),
        is_own=messages["own"],
        published_ts=_utc(city, messages["minute"].to_numpy()),
        precision="minute",
        mentions=pd.Series([[]] * len(messages), index=messages.index, dtype="object"),
    )


def _follower_days(city: City, number: int) -> pd.DataFrame:
    dates = [day.isoformat() for day in city.calendar.dates]
    return pd.DataFrame(
        {"account": ACCOUNTS[number].handle, "date": dates, "metric": "followers", "value": city.followers[number]}
    )


def _names() -> NDArray[np.object_]:
    return np.array([account.handle for account in ACCOUNTS], dtype=object)


def _utc(city: City, minutes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Seconds since 1970 of local minutes; an hour that a clock change doubles or skips never turns time back."""
    local = pd.DatetimeIndex(np.datetime64(city.calendar.first, "m") + minutes.astype("timedelta64[m]"))
    moments = local.tz_localize(ZONE, ambiguous=np.zeros(len(local), dtype=bool), nonexistent="shift_forward")
    return np.asarray(moments.tz_convert("UTC").tz_localize(None).to_numpy().astype("datetime64[s]").astype(np.int64))
