"""Which accounts and sites the uploaded files are about, and which of the registers they probably are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

import pandas as pd
from sqlalchemy import Engine

from components.load_view import FileSource
from data.access import Access
from data.registers import accounts, is_host, remembered, sites
from loaders.records import Batch
from loaders.strangers import names_strangers
from pages._data.preview import state_of
from pages._data.uploads import Upload


@dataclass
class _Found:
    batch: Batch
    name: str
    of_many: bool
    rows: int = 0
    files: list[str] = field(default_factory=list)
    memory: list[str] = field(default_factory=list)


def ready_tables(uploads: Iterable[Upload]) -> Iterator[tuple[Upload, int]]:
    """The tables that can be loaded, as an upload and a position in it; the same file counts once."""
    for upload in uploads:
        if not upload.repeats:
            for position, batch in enumerate(upload.tables):
                if state_of(batch) == "ready":
                    yield upload, position


def names_in(upload: Upload, position: int) -> Mapping[str, int]:
    """The accounts (of a table about websites: the sites) that a table names, each with its number of rows."""
    return upload.once(("names", position), lambda: _names(upload.tables[position]))


def is_about_sites(batch: Batch) -> bool:
    """Whether a table is about websites."""
    return batch.kind == "site_days"


def key_of(batch: Batch, name: str) -> str:
    """The key of a source. An account that the file does not name is another one in each file; all of a zip has one."""
    told = name or batch.file.partition("!")[0]
    return sha256(f"{is_about_sites(batch)}|{batch.platform}|{told}|{bool(name)}".encode()).hexdigest()[:12]


def memory_key(batch: Batch, name: str) -> str | None:
    """Under which name an assignment is remembered; None when the file does not name the account."""
    return f"{batch.format or 'mapping'}|{batch.platform}|{name}" if name and not is_about_sites(batch) else None


def sources(engine: Engine, access: Access, uploads: Iterable[Upload]) -> list[FileSource]:
    """Every account and site that the ready tables name, once, with what it can be and what it probably is.

    Of a table that names many people's accounts only those that are in the register.
    """
    found: dict[str, _Found] = {}
    for upload, position in ready_tables(uploads):
        batch = upload.tables[position]
        for name, rows in names_in(upload, position).items():
            of_many = names_strangers(names_in(upload, position))
            source = found.setdefault(key_of(batch, name), _Found(batch, name, of_many))
            source.rows += rows
            source.files.append(batch.file)
            remembered_as = memory_key(batch, name)
            if remembered_as:
                source.memory.append(remembered_as)
    memory = remembered(engine, access, [key for source in found.values() for key in source.memory])
    known_accounts, known_sites = accounts(engine, access), sites(engine, access)
    listed = [
        _source(key, source, known_sites if is_about_sites(source.batch) else known_accounts, memory)
        for key, source in found.items()
    ]
    listed = [one for one in listed if one.suggestion is not None or not found[one.key].of_many]
    return [one if one.name else replace(one, beside=_beside(one, listed)) for one in listed]


def _beside(nameless: FileSource, listed: Iterable[FileSource]) -> str | None:
    """The source that the other tables of the same file (a zip, a workbook) name, when they name one only."""
    files = _files(nameless)
    found = [one.key for one in listed if one.name and one.platform == nameless.platform and files & _files(one)]
    return found[0] if len(found) == 1 else None


def _files(source: FileSource) -> set[str]:
    return {name.partition("!")[0] for name in source.files}


def _source(key: str, found: _Found, register: pd.DataFrame, memory: Mapping[str, int]) -> FileSource:
    name = found.name
    if is_about_sites(found.batch):
        names, same = register["host"], register
        name = name if is_host(name) else ""
    else:
        same = register[register["platform"] == found.batch.platform]
        names = same["handle"]
    labels = [f"{name} · {department}" for name, department in zip(names, same["department"], strict=True)]
    remembered_id = next((memory[one] for one in found.memory if one in memory), None)
    return FileSource(
        key=key,
        platform=found.batch.platform,
        name=name,
        called="" if name else found.name,
        rows=found.rows,
        files=tuple(found.files),
        known=tuple(zip(same["id"].tolist(), labels, strict=True)),
        suggestion=remembered_id if remembered_id is not None else _same_name(found.name, same, names),
        remembered=remembered_id is not None,
    )


def _same_name(name: str, register: pd.DataFrame, names: "pd.Series[str]") -> int | None:
    """The account with this handle, in capitals or not, with or without @."""
    wanted = name.strip().removeprefix("@").casefold()
    if not wanted:
        return None
    hits = register.loc[names.str.casefold() == wanted, "id"]
    return int(hits.iloc[0]) if len(hits) else None


def _names(batch: Batch) -> dict[str, int]:
    if is_about_sites(batch):
        parts = [batch.site_days[["site", "line"]].rename(columns={"site": "name"})]
    else:
        frames = (batch.posts, batch.comments, batch.account_days, batch.audience)
        parts = [frame[["account", "line"]].rename(columns={"account": "name"}) for frame in frames if len(frame)]
    rows = pd.concat(parts).fillna({"name": ""})
    counted = rows.groupby("name", sort=False)["line"].nunique()
    return {str(name): int(n) for name, n in counted.items()}
