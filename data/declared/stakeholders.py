"""Organisations to work with, and the names by which posts mention them. Never private persons."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Engine, delete, func, insert, select

from data import bulk
from data.access import Access
from data.declared.lists import check_size, clean
from data.errors import StoreError
from data.naming import naming_anew
from data.registers.department_register import require_all_departments
from data.schema import stakeholder
from metrics.words import N_, Message

MOST_NAMES = 20
_COLUMNS = {"id": "int64", "name": "str", "names": "object", "field": "str"}


@dataclass(frozen=True)
class Stakeholder:
    """An organisation, with other names and handles of it, and its policy field ("" for none).

    `id` is None for a new one.
    """

    name: str
    names: tuple[str, ...] = ()
    field: str = ""
    id: int | None = None


def stakeholders(engine: Engine, access: Access) -> pd.DataFrame:
    """The stakeholder organisations by name.

    Columns: id, name, names (a tuple of other names and handles), field ("" for none).
    """
    access.require("read")
    columns = (stakeholder.c[name] for name in _COLUMNS)
    with engine.connect() as connection:
        found = connection.execute(select(*columns).order_by(func.lower(stakeholder.c.name), stakeholder.c.id)).all()
    rows = [(row.id, row.name, tuple(json.loads(row.names)), row.field) for row in found]
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)


def save_stakeholders(
    engine: Engine,
    access: Access,
    wanted: Sequence[Stakeholder],
    is_demo: bool = False,
    progress: bulk.Progress = bulk.silent,
) -> None:
    """Make these the stakeholder organisations; all posts are then searched for their names.

    One without an `id` is known by its name. Raises `StoreError` for an organisation without a name, two with the same
    name, and a list that is too long; `AccessDeniedError`.
    """
    require_all_departments(access)
    check_size(wanted)
    rows = [_checked(one) for one in wanted]
    _check_names(rows)
    with naming_anew(engine, progress) as connection:
        stored = {row.id: row for row in connection.execute(select(stakeholder))}
        numbered = [(number, _values(one)) for number, one in _numbered(rows, stored)]
        same = {n for n, new in numbered if n in stored and all(getattr(stored[n], key) == new[key] for key in new)}
        connection.execute(delete(stakeholder).where(stakeholder.c.id.in_(sorted(stored.keys() - same))))
        changed = [{"id": number, **new} for number, new in numbered if number is not None and number not in same]
        added = [new for number, new in numbered if number is None]
        for new in (*changed, *added):  # changed ones are put back, so that two can exchange their names
            connection.execute(insert(stakeholder).values({**new, "is_demo": int(is_demo)}))


def _numbered(rows: Sequence[Stakeholder], stored: Mapping[int, Any]) -> Iterator[tuple[int | None, Stakeholder]]:
    """Each row with the number that it has in the store, if any: its own, or that of the same name."""
    taken = {row.id for row in rows}
    ids = {_same(row.name): number for number, row in stored.items() if number not in taken}
    for row in rows:
        yield (row.id if row.id in stored else ids.get(_same(row.name))), row


def _values(one: Stakeholder) -> dict[str, Any]:
    return {"name": one.name, "names": json.dumps(one.names, ensure_ascii=False), "field": one.field}


def _checked(one: Stakeholder) -> Stakeholder:
    name = clean(one.name)
    if not any(map(str.isalnum, name)):
        text = N_("An organisation needs a name with a letter or a digit in it.")
        raise StoreError(Message("stakeholder_name", text))
    others = {_same(other): clean(other) for other in one.names if clean(other)}
    others.pop(_same(name), None)
    for other in others.values():
        if not any(map(str.isalnum, other)):
            text = N_("“{other}” of “{name}” has no letter or digit, so no post can be found by it. Remove it.")
            raise StoreError(Message("stakeholder_other_name", text, {"other": other, "name": name}))
    if len(others) > MOST_NAMES:
        text = N_("“{name}” has {n} other names. It may have at most {most}.")
        raise StoreError(Message("stakeholder_names", text, {"name": name, "n": len(others), "most": MOST_NAMES}))
    return Stakeholder(name, tuple(others.values()), clean(one.field), one.id)


def _check_names(rows: Sequence[Stakeholder]) -> None:
    owner: dict[str, int] = {}
    for place, row in enumerate(rows):
        for name in (row.name, *row.names):
            if owner.setdefault(_same(name), place) != place:
                text = N_("The name “{name}” is in the list twice. A name stands for one organisation.")
                raise StoreError(Message("stakeholder_twice", text, {"name": name}))


def _same(name: str) -> str:
    return clean(name).casefold()
