"""Column mappings that people saved under a name, for files of no known format."""

import json

from sqlalchemy import Engine, insert, select
from sqlalchemy import delete as delete_from

from data.access import Access
from data.errors import StoreError
from data.schema import mapping
from data.store import writing
from data.texts import one_line
from metrics.words import N_, Message


def saved(engine: Engine, access: Access) -> dict[str, str]:
    """The saved mappings by name: the JSON text of each, as the file that people share has it."""
    access.require("read")
    with engine.connect() as connection:
        rows = connection.execute(select(mapping.c.name, mapping.c.spec).order_by(mapping.c.name))
        return dict(rows.all())


def save(engine: Engine, access: Access, name: str, spec: str) -> None:
    """Save a mapping under a name; one of the same name is replaced. Raises `StoreError`."""
    access.require("write")
    clean = one_line(name)
    if not clean:
        raise StoreError(Message("mapping_name", N_("Give the mapping a name, so that you can find it again.")))
    try:
        json.loads(spec)
    except ValueError as error:
        text = N_("The mapping “{name}” is not valid JSON (line {line}). Save it again from the page.")
        line = getattr(error, "lineno", 1)
        raise StoreError(Message("mapping_not_json", text, {"name": clean, "line": line})) from error
    with writing(engine) as connection:
        connection.execute(delete_from(mapping).where(mapping.c.name == clean))
        connection.execute(insert(mapping).values(name=clean, spec=spec))


def delete(engine: Engine, access: Access, name: str) -> None:
    """Forget a saved mapping; nothing happens when there is none of this name."""
    access.require("write")
    with writing(engine) as connection:
        connection.execute(delete_from(mapping).where(mapping.c.name == name))
