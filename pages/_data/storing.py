"""From what the user chose to what the store holds: new departments and accounts, then the import of each table."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Engine

from components.load_view import Choice, LoadedView, Refusal, TableView
from data.access import Access
from data.registers import add_account, add_department, add_site, remember
from loaders.files.building.audience import AUDIENCE_CONTEXT
from loaders.importer import Loaded, import_batch
from loaders.records import Batch
from metrics.words import N_, Message
from pages._data.preview import notes, table_view
from pages._data.sources import is_about_sites, key_of, memory_key, names_in, ready_tables
from pages._data.uploads import Upload

_LEFT_OUT = Message("left_out", N_("You chose not to load the rows of this account."))


def load(
    engine: Engine,
    access: Access,
    uploads: Iterable[Upload],
    choices: Iterable[Choice],
    progress: Callable[[float, str], None],
) -> list[LoadedView]:
    """Import every ready table; `progress` gets the share done and the name of the table that is being stored.

    Raises `StoreError` when a new account or department cannot be; nothing is imported then.
    """
    tables = list(ready_tables(uploads))
    owners = _owners(engine, access, tables, {choice.source: choice for choice in choices})
    total = sum(upload.tables[position].rows_read for upload, position in tables)
    done, loaded = 0, []
    for upload, position in tables:
        batch = upload.tables[position]
        ids = {name: owners[key] for name in names_in(upload, position) if (key := key_of(batch, name)) in owners}
        if not ids:
            continue
        start, size = done / total, batch.rows_read / total

        def tell(share: float, start: float = start, size: float = size, name: str = batch.file) -> None:
            progress(start + size * share, name)

        result = import_batch(
            engine,
            access,
            batch,
            {} if is_about_sites(batch) else ids,
            sites=ids if is_about_sites(batch) else {},
            file_hash=upload.digest,
            progress=tell,
        )
        _remember(engine, access, batch, ids)
        loaded.append(_view(table_view(upload, position, {}), result))
        done += batch.rows_read
    return loaded


def _owners(
    engine: Engine, access: Access, tables: Iterable[tuple[Upload, int]], choices: Mapping[str, Choice]
) -> dict[str, int]:
    """The account (or site) of each source that is to be loaded; new ones are made."""
    owners: dict[str, int] = {}
    made: dict[str, int] = {}
    new: dict[tuple[bool, str, str], int] = {}  # several files can be of one new account
    for upload, position in tables:
        batch = upload.tables[position]
        for name in names_in(upload, position):
            key = key_of(batch, name)
            choice = choices.get(key)  # none for a stranger in a file of many accounts
            if choice is None or choice.skip or key in owners:
                continue
            if choice.existing is not None:
                owners[key] = choice.existing
                continue
            department = choice.department
            if department is None:
                known = choice.new_department.casefold()
                if known not in made:
                    made[known] = add_department(engine, access, choice.new_department, search=False)
                department = made[known]
            about_sites = is_about_sites(batch)
            account = (about_sites, batch.platform, choice.handle.removeprefix("@").casefold())
            if account not in new:
                new[account] = (
                    add_site(engine, access, department, choice.handle)
                    if about_sites
                    else add_account(engine, access, department, batch.platform, choice.handle, search=False)
                )
            owners[key] = new[account]
    return owners


def _remember(engine: Engine, access: Access, batch: Batch, ids: Mapping[str, int]) -> None:
    known = ((memory_key(batch, name), account) for name, account in ids.items())
    remember(engine, access, {key: account for key, account in known if key is not None})


def _view(before: TableView, result: Loaded) -> LoadedView:
    """The load report of one table: the preview, brought up to date with what the import left out."""
    seen = {(one.row, one.reason.english()) for one in before.refusals}
    seen |= {(one["row"], one["reason"]) for one in result.report["rejected"] if one["code"] == AUDIENCE_CONTEXT}
    later = [one for one in result.report["rejected"] if (one["row"], one["reason"]) not in seen]
    extra = tuple(
        Refusal(
            one["row"],
            one["column"],
            _LEFT_OUT if one["column"] in ("account", "site") else Message("rejected_at_import", one["reason"]),
        )
        for one in later
    )
    view = replace(
        before,
        rows_kept=result.report["rows_kept"] + result.report["audience_rows"],
        duplicates=result.report["duplicates"],
        notes=(*before.notes, *notes(result.told)),
        refusals=(*before.refusals, *extra),
        sample=None,
    )
    return LoadedView(view, result.inserted, result.updated, result.unchanged)
