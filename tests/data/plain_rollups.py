"""The rollups worked out the long way, post by post in plain Python: what the fast ones must equal."""

import json
import re
from collections import Counter, defaultdict
from math import log
from typing import Any

import pandas as pd
from sqlalchemy import Engine, select

from data.pseudonyms import pseudonym, secret_key
from data.schema import (
    account,
    account_day,
    comment,
    department,
    post,
    post_score,
    post_tag,
    rollup_day,
    stakeholder,
    tag,
)
from metrics.content.reading import levels
from metrics.content.tactics import tactics
from metrics.histogram import bucket_of
from metrics.measures import COUNTS, HISTOGRAMS, INTERACTION_PARTS
from metrics.periods import to_date

Row = dict[str, Any]


def _followers(known: dict[tuple[int, int], float], account: int, day: int) -> float | None:
    for distance in range(32):
        if known.get((account, day - distance), 0) > 0:
            return known[account, day - distance]
    for distance in range(32):
        if known.get((account, day + distance), 0) > 0:
            return known[account, day + distance]
    return None


def _add_post(
    sums: Row, histogram: Counter[tuple[Any, ...]], row: Row, own_replies: int, followers: float | None
) -> None:
    sums["posts"] += 1
    measures = {name: row[name] for name in COUNTS}
    if row["comments"] is not None:
        measures["comments"] = max(0, row["comments"] - own_replies)
    for name in COUNTS:
        if row[name] is not None:
            sums[name] += measures[name]
            sums[f"{name}_n"] += 1
    for name in INTERACTION_PARTS:
        sums[f"{name}_posts"] += (measures[name] or 0) > 0
    if all(row[name] is not None for name in INTERACTION_PARTS):
        interactions = sum(row[name] for name in INTERACTION_PARTS)
        measures["interactions"] = interactions
        sums["interactions"] += interactions
        sums["interactions_n"] += 1
        for base in ("reach", "impressions"):
            if row[base]:
                sums[f"er_{base}_interactions"] += interactions
                sums[f"er_{base}_base"] += row[base]
                sums[f"er_{base}_n"] += 1
                measures[f"er_{base}"] = interactions / row[base]
        if followers:
            measures["er_followers"] = interactions / followers
            sums["per_follower_n"] += 1
            for name in INTERACTION_PARTS:
                sums[f"{name}_per_follower"] += measures[name] / followers
            sums["interactions_per_follower"] += interactions / followers
    for measure in HISTOGRAMS:
        if measures.get(measure) is not None:
            histogram[measure, row["day"], row["account_id"], int(bucket_of([measures[measure]])[0])] += 1


def _add_content(content: dict[tuple[Any, ...], list[float]], row: Row) -> None:
    text = pd.Series([row["text"]], dtype="str")
    (level,), (tactic,) = levels(text), tactics(text)
    found: dict[str, tuple[Any, float]] = {"type": (row["type"], 0.0), "tactic": (tactic, 0.0)}
    if isinstance(level, str):
        found["reading"] = (level, 0.0)
    if row["hour"] is not None and row["hour"] >= 6 and all(row[name] is not None for name in INTERACTION_PARTS):
        week = "weekend" if to_date(row["day"]).weekday() > 4 else "week"
        part = ("morning", "afternoon", "evening")[row["hour"] // 6 - 1]
        found["slot"] = (f"{week}_{part}", log(1 + sum(row[name] for name in INTERACTION_PARTS)))
    for dimension, (value, measured) in found.items():
        sums = content[dimension, row["day"], row["account_id"], value]
        for place, added in enumerate((1, measured, measured**2)):
            sums[place] += added
    if row["images"] is not None and row["described"] is not None:
        for value, n in (("described", row["described"]), ("bare", row["images"] - row["described"])):
            if n:
                content["alt", row["day"], row["account_id"], value][0] += n


def _named_by(row: Row, names: list[tuple[str, str]], platform: str) -> set[str]:
    """Whom a post or reply names; `names` are (target, name), a handle with its @. For plain letters only."""
    text, mentions, found = row["text"] or "", json.loads(row["mentions"] or "[]"), set()
    for target, name in names:
        bare = name.removeprefix("@")
        alone = rf"(?<![\w@.]){re.escape(name)}(?!\w)"
        codes = {f"@{bare.lower()}", pseudonym(secret_key(), platform, bare)}
        if re.search(alone, text, re.I) or re.search(rf"(?<!\w)@{bare}(?!\w)", text, re.I) or codes & set(mentions):
            found.add(target)
    return found


def _add_named(
    engine: Engine, content: dict[tuple[Any, ...], list[float]], posts: list[Row], comments: list[Row]
) -> None:
    with engine.connect() as connection:
        accounts = {row.id: row for row in connection.execute(select(account))}
        names = [(f"department:{row.id}", row.name) for row in connection.execute(select(department))]
        names += [(f"department:{row.department_id}", f"@{row.handle}") for row in accounts.values()]
        for row in connection.execute(select(stakeholder)):
            names += [(f"stakeholder:{row.id}", name) for name in (row.name, *json.loads(row.names))]
    seen = {(row["id"], row["account_id"], row["day"]) for row in posts}
    own = [row for row in comments if row["is_own"] and (row["id"], row["account_id"], row["day"]) not in seen]
    for row in [*posts, *own]:
        poster = accounts[row["account_id"]]
        is_reply = row.get("type", "reply") == "reply"
        for target in _named_by(row, names, poster.platform) - {f"department:{poster.department_id}"}:
            sums = content["named", row["day"], row["account_id"], target]
            for place, added in enumerate((1, is_reply, is_reply)):
                sums[place] += added


def _groups_of(engine: Engine) -> dict[int, list[tuple[str, int]]]:
    """The topic and the tags of each post, and once whether it is paid for."""
    groups = defaultdict(list)
    with engine.connect() as connection:
        for row in connection.execute(select(post_score)):
            groups[row.id].append(("topic", row.topic_id or 0))
        paid = set(connection.scalars(select(tag.c.id).where(tag.c.kind == "paid")))
        for row in connection.execute(select(post_tag).where(post_tag.c.how != "not")):
            groups[row.post_id].append(("tag", row.tag_id))
            if row.tag_id in paid and ("paid", 1) not in groups[row.post_id]:
                groups[row.post_id].append(("paid", 1))
    return groups


def plain_rollups(engine: Engine) -> dict[str, dict[tuple[Any, ...], Any]]:
    """Rows of each rollup but those of answers, by key, from the rows that are summed."""
    with engine.connect() as connection:
        posts = [dict(row) for row in connection.execute(select(post).order_by(post.c.id)).mappings()]
        comments = [dict(row) for row in connection.execute(select(comment)).mappings()]
        values = connection.execute(select(account_day).where(account_day.c.metric == "followers")).mappings()
        known = {(row["account_id"], row["day"]): row["value"] for row in values}
    own_replies = Counter(row["post_id"] for row in comments if row["is_own"])
    days: dict[tuple[int, int], Row] = defaultdict(lambda: Row.fromkeys(_sums(), 0))
    hours: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    histogram: Counter[tuple[Any, ...]] = Counter()
    content: dict[tuple[Any, ...], list[float]] = defaultdict(lambda: [0, 0.0, 0.0])
    groups: dict[tuple[str, int, int, int], Row] = defaultdict(lambda: Row.fromkeys(_sums(), 0))
    groups_of = _groups_of(engine)
    for row in posts:
        sums = days[row["day"], row["account_id"]]
        if row["type"] == "reply":
            sums["replies"] += 1
            continue
        _add_content(content, row)
        followers = _followers(known, row["account_id"], row["day"])
        _add_post(sums, histogram, row, own_replies[row["id"]], followers)
        for dimension, value in groups_of.get(row["id"], ()):
            group = groups[dimension, row["day"], row["account_id"], value]
            _add_post(group, Counter(), row, own_replies[row["id"]], followers)
        if row["hour"] is not None:
            hours[row["day"], row["account_id"]][f"p{row['hour']:02}"] += 1
    _add_named(engine, content, posts, comments)
    for row in comments:
        days[row["day"], row["account_id"]]["replies_out" if row["is_own"] else "comments_in"] += 1
        if row["hour"] is not None and not row["is_own"]:
            hours[row["day"], row["account_id"]][f"c{row['hour']:02}"] += 1
    weeks: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    months: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for (day, poster), sums in days.items():
        date = to_date(day)
        weeks[day - date.weekday(), poster].update(sums)
        months[date.year * 100 + date.month, poster].update(sums)
    hour_names = [f"{side}{hour:02}" for side in "pc" for hour in range(24)]
    return {
        "rollup_day": {key: tuple(sums[name] for name in _sums()) for key, sums in days.items()},
        "rollup_week": {key: tuple(sums[name] for name in _sums()) for key, sums in weeks.items()},
        "rollup_month": {key: tuple(sums[name] for name in _sums()) for key, sums in months.items()},
        "rollup_hour": {key: tuple(found[name] for name in hour_names) for key, found in hours.items()},
        "rollup_post": {key: (n,) for key, n in histogram.items()},
        "rollup_content": {key: tuple(sums) for key, sums in content.items()},
        "rollup_group": {key: tuple(sums[name] for name in _sums()) for key, sums in groups.items()},
    }


def _sums() -> list[str]:
    return [column.name for column in rollup_day.columns if not column.primary_key]
