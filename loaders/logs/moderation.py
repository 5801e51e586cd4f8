"""A log of removals from a spreadsheet: every row is stored, or left out with a reason."""

from dataclasses import dataclass, field

from sqlalchemy import Engine

from data.access import Access
from data.logs.checks import clean_text, today
from data.logs.moderation_files import Stored, store_file
from data.registers import accounts
from loaders.files.reading.headers import clean
from loaders.logs.moderation_rows import LogTable, read_moderation
from loaders.logs.own_accounts import OwnAccounts
from metrics.words import Message

_LONGEST = 200  # characters of a file's name


@dataclass(frozen=True)
class ModerationReport:
    """What a file held and what became of it. `error` says why nothing of it could be used."""

    file: str
    tables: list[LogTable] = field(default_factory=list)
    stored: Stored | None = None
    error: Message | None = None


def load_moderation(engine: Engine, access: Access, name: str, data: bytes) -> ModerationReport:
    """Read a log of removals and store it; the same file twice changes nothing. Raises `AccessDeniedError`."""
    access.require("write")
    file = clean_text(clean(name.replace("\\", "/").rpartition("/")[2])[:_LONGEST]) or "log"
    with engine.connect() as connection:
        newest = today(connection)
    tables, error = read_moderation(file, data, OwnAccounts(accounts(engine, access)), newest)
    rows = [row for table in tables for row in table.kept]
    stored = store_file(engine, access, file, rows) if rows else None
    return ModerationReport(file, tables, stored, error)
