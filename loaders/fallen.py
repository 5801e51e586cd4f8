"""A cross-check against the store: counts of a post that are lower than an earlier export gave them.

Counts of a post are totals since it was published, so they grow. They fall a little when people take a like back or
an account is closed, and that is no news. They fall far when the file counts something else (another definition,
another period, another post under the same number) or when it is an older export whose date nobody knows; such a
file would put wrong numbers in the place of right ones, so a person should see it before it is loaded.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import Engine

from data.access import Access
from data.ids import OWN_NUMBERING
from data.incoming import post_keys
from data.queries.fallen import TOTALS, fallen
from loaders.files.building.rows import SHOWN_ROWS
from loaders.records import Batch, Check, FileWarning
from metrics.measures import TERMS
from metrics.words import N_, Message

CHECK = "counts_fell"
NORMAL_SHARE, NORMAL_NUMBER = 0.1, 2
"""A fall of at most a tenth, or of at most two, is people who changed their mind. The number counts beside the share
because a tenth of a small count is less than one: 3 likes that become 2 are no other definition."""


def tell_fallen(engine: Engine, access: Access, batch: Batch, accounts: Mapping[str, int], file_hash: str) -> Batch:
    """The batch with the check `counts_fell`, and a warning when counts fell further than is normal.

    `accounts` says which account each name in the file stands for; posts of others are compared only where their
    number alone tells them apart. Stores nothing. Raises `AccessDeniedError`.
    """
    shown = _keyed(batch, accounts)
    found = fallen(engine, access, shown, file_hash=file_hash, exported_ts=batch.exported_ts)
    if found is None:
        return batch
    far = {name: _far(found.posts[name], found.posts[f"{name}_before"]) for name in TOTALS}
    posts = pd.DataFrame(far).any(axis="columns")
    check = Check(CHECK, found.known, int(posts.sum()))
    if not check.failed or found.observed_ts is None:
        return replace(batch, checks=[*batch.checks, check])
    lines = sorted(shown.loc[shown["id"].isin(found.posts.loc[posts, "id"]), "line"].tolist())
    told = _messages(
        check.failed, len(posts) - check.failed, [name for name in TOTALS if far[name].any()], found.observed_ts
    )
    warnings = [FileWarning(told[0], tuple(lines[:SHOWN_ROWS])), *map(FileWarning, told[1:])]
    return replace(batch, checks=[*batch.checks, check], warnings=[*batch.warnings, *warnings])


def _keyed(batch: Batch, accounts: Mapping[str, int]) -> pd.DataFrame:
    """The posts under the keys that they have in the store; of two with one key the last counts, as when storing."""
    posts = batch.posts[batch.posts["published_ts"].notna()]
    owners = posts["account"].fillna("").map(dict(accounts)).astype("Int64")
    if batch.platform in OWN_NUMBERING:
        posts, owners = posts[owners.notna()], owners.dropna()
    keyed = post_keys(posts.assign(account_id=owners.fillna(0).astype("int64")), batch.platform)
    return keyed.drop_duplicates("id", keep="last")


def _far(now: "pd.Series[int]", before: "pd.Series[int]") -> "pd.Series[bool]":
    """Where a count fell further than is normal; a count that is missing did not fall."""
    fall = before - now
    return ((fall > NORMAL_NUMBER) & (fall > NORMAL_SHARE * before)).fillna(False).astype(bool)


def _messages(far: int, little: int, names: list[str], observed_ts: int) -> list[Message]:
    """What is wrong; and, so that it can be told from what is not, how many posts lost just a few."""
    values = {
        "n": far,
        "metrics": tuple(Message(name, TERMS[name]) for name in names),
        "day": datetime.fromtimestamp(observed_ts, UTC).date(),
    }
    told = [
        Message(
            CHECK,
            N_(
                "{n} post has fewer {metrics} than in the export of {day}. People take reactions back; a fall of more "
                "than a tenth often means another definition, another period, or an older export."
            ),
            values,
            plural=N_(
                "{n} posts have fewer {metrics} than in the export of {day}. People take reactions back; a fall of "
                "more than a tenth often means another definition, another period, or an older export."
            ),
            count=far,
        )
    ]
    if little:
        told.append(
            Message(
                "counts_fell_little",
                N_("{n} more post lost at most two, or a tenth, of a count. That is normal."),
                {"n": little},
                plural=N_("{n} more posts lost at most two, or a tenth, of a count. That is normal."),
                count=little,
            )
        )
    return told
