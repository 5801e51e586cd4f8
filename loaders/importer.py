"""The last step of every way in: a mapped batch goes into the store, protected and with its report."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

import pandas as pd
from sqlalchemy import Engine, Table, select

from data import incoming
from data.access import Access
from data.bulk import Progress, silent
from data.counted import Counted
from data.errors import StoreError
from data.importing import Stored, store_batch
from data.pseudonyms import secret_key
from data.schema import account, site
from data.time_zone import organisation_zone
from data.undo import imports, undo
from loaders.fallen import tell_fallen
from loaders.privacy import holds_citizens, protect
from loaders.reach import covered_until
from loaders.records import Batch, FileWarning, Rejection
from loaders.report import as_json
from loaders.strangers import names_strangers
from metrics.words import N_, Message

__all__ = ["Loaded", "import_batch", "imports", "undo"]
_PREPARED = 0.2  # share of the work, for the progress bar
_NO_DATE = Message("no_date", N_("The row has no date, so it cannot be placed in any period."))


@dataclass(frozen=True)
class Loaded:
    """What an import did. `import_id` is None when there was nothing to store.

    `report` is the load report (CONTRACTS: `inspect --json`) with `inserted`, `updated`, `unchanged`, `import_id`
    and `same_as`: the earlier import of the very same file, when it was loaded again and changed nothing.
    """

    import_id: int | None
    inserted: int
    updated: int
    unchanged: int
    report: dict[str, Any]
    told: tuple[FileWarning, ...] = ()


def import_batch(
    engine: Engine,
    access: Access,
    batch: Batch,
    accounts: Mapping[str, int],
    *,
    file_hash: str,
    sites: Mapping[str, int] | None = None,
    is_demo: bool = False,
    progress: Progress | None = None,
) -> Loaded:
    """Protect a batch and store it: all of it, or nothing.

    `accounts` and `sites` say which account or site of the store each name in the file stands for; rows of others
    are left out, with the reason in the report. `file_hash` is the SHA-256 of the file. `progress` gets the share
    done, from 0 to 1. Raises `AccessDeniedError`; `StoreError` when an account or site is not in the store.
    """
    access.require("write")
    tell = progress or silent
    assigned = assigned_to(batch, accounts, sites or {})
    _check_known(engine, account, accounts.values())
    _check_known(engine, site, (sites or {}).values())
    rows = protected_rows(engine, assigned)
    kept = replace(assigned, duplicates=assigned.duplicates + _repeated(assigned, rows))
    if not is_demo:  # nobody reads that report, and its counts never fall
        kept = tell_fallen(engine, access, kept, accounts, file_hash)
    report = as_json(kept)
    tell(_PREPARED)
    stored = None
    if not rows.empty:
        source = incoming.Source(
            kept.file,
            file_hash,
            kept.format or "",
            kept.platform,
            kept.kind,
            covered_until(batch, rows.zone),
            kept.exported_ts,
            is_demo,
        )
        stored = store_batch(
            engine, access, source, [rows], report, lambda share: tell(_PREPARED + (1 - _PREPARED) * share)
        )
    tell(1.0)
    return _loaded(stored or Stored(None, Counted()), report, kept.warnings[len(batch.warnings) :])


def _loaded(stored: Stored, report: dict[str, Any], told: list[FileWarning]) -> Loaded:
    numbers = asdict(stored.counted)
    outcome = {**numbers, "import_id": stored.import_id, "same_as": stored.same_as}
    return Loaded(stored.import_id, **numbers, report={**report, **outcome}, told=tuple(told))


def assigned_to(batch: Batch, accounts: Mapping[str, int], sites: Mapping[str, int]) -> Batch:
    """The batch with `account_id` and `site_id`; rows that cannot be stored are rejected, each with its reason."""
    rejected = list(batch.rejected)

    def cut(frame: pd.DataFrame, bad: "pd.Series[bool]", column: str, reasons: "pd.Series[Any]") -> pd.DataFrame:
        lines = frame.loc[bad, "line"].drop_duplicates()
        pairs = zip(lines, reasons[lines.index], strict=True)
        rejected.extend(Rejection(int(line), column, reason) for line, reason in pairs)
        return frame[~bad]

    def assign(frame: pd.DataFrame, name: str, ids: Mapping[str, int]) -> pd.DataFrame:
        names = frame[name].fillna("")
        strangers = names_strangers(set(names))
        bad = ~names.isin(list(ids))
        left_out = cut(frame, bad, name, names[bad].map(_not_ours if strangers else _not_assigned))
        return left_out.assign(**{f"{name}_id": names[left_out.index].map(ids).astype("int64")})

    def dated(frame: pd.DataFrame) -> pd.DataFrame:
        bad = frame["published_ts"].isna()
        return cut(frame, bad, "published_ts", pd.Series(_NO_DATE, index=frame.index))

    return replace(
        batch,
        posts=assign(dated(batch.posts), "account", accounts),
        comments=assign(dated(batch.comments), "account", accounts),
        account_days=assign(batch.account_days, "account", accounts),
        site_days=assign(batch.site_days, "site", sites),
        audience=assign(batch.audience, "account", accounts),
        rejected=rejected,
    )


def _not_assigned(name: str) -> Message:
    return Message(
        "not_assigned", N_("{name} is not assigned to a department, so its rows are left out."), {"name": name}
    )


def _not_ours(_name: str) -> Message:
    """The reason in a file of many people's accounts, whose names are not written down."""
    return Message("not_ours", N_("This row is of an account that is not in your register, so it is left out."))


def _check_known(engine: Engine, table: Table, ids: Iterable[int]) -> None:
    with engine.connect() as connection:
        known = set(connection.scalars(select(table.c.id)))
    for number in ids:
        if number not in known:
            raise StoreError(
                Message(
                    "not_in_store",
                    N_("There is no account or site with number {number} any more. Reload the page and choose again."),
                    {"number": number},
                )
            )


def protected_rows(engine: Engine, batch: Batch) -> incoming.Rows:
    """The batch without names of citizens, in the shape of the tables."""
    with engine.connect() as connection:
        zone = organisation_zone(connection)
        own = connection.scalars(select(account.c.handle).where(account.c.platform == batch.platform)).all()
    key = secret_key()
    safe = protect(batch, own, key)
    return incoming.Rows(
        zone=zone,
        posts=incoming.posts(safe.posts, safe.platform, zone),
        comments=incoming.comments(safe.comments, safe.platform, zone),
        account_days=incoming.days(safe.account_days, "account_id"),
        site_days=incoming.days(safe.site_days, "site_id"),
        audience=incoming.audience(safe.audience),
        key=key if holds_citizens(batch) else None,
    )


def _repeated(batch: Batch, rows: incoming.Rows) -> int:
    """Rows that turn out to be about a post or comment that another row of the file is about."""
    return len(batch.posts) - len(rows.posts) + len(batch.comments) - len(rows.comments)
