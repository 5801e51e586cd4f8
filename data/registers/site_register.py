"""The websites of the organisation."""

import re

import pandas as pd
from sqlalchemy import Engine, insert, select

from data.access import Access
from data.errors import StoreError
from data.queries import scope
from data.queries.frames import read
from data.registers.department_register import require_department
from data.schema import department, site
from data.store import writing
from metrics.words import N_, Message

_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")


def sites(engine: Engine, access: Access) -> pd.DataFrame:
    """The websites that this user may see, by host. Columns: id, department_id, host, is_demo, department."""
    statement = (
        select(site, department.c.name.label("department"))
        .join(department)
        .where(*scope.of_sites(site.c.id, access))
        .order_by(site.c.host)
    )
    dtypes = {"id": "int64", "department_id": "int64", "host": "str", "is_demo": "bool", "department": "str"}
    return read(engine, statement, dtypes)


def add_site(engine: Engine, access: Access, department_id: int, host: str, is_demo: bool = False) -> int:
    """Add a website by its address or host; its id. Raises `StoreError` when it is not one, or is known already."""
    require_department(access, department_id)
    clean = clean_host(host)
    with writing(engine) as connection:
        if connection.scalar(select(site.c.id).where(site.c.host == clean)) is not None:
            raise StoreError(Message("host_taken", N_("There is already a website “{host}”."), {"host": clean}))
        values = {"department_id": department_id, "host": clean, "is_demo": int(is_demo)}
        return int(connection.scalars(insert(site).values(values).returning(site.c.id)).one())


def clean_host(address: str) -> str:
    """The host of a web address, in small letters. Raises `StoreError` when there is none.

    >>> clean_host("https://WWW.Waterstad.example/parkeren?x=1")
    'www.waterstad.example'
    """
    host = address.strip().lower().split("://")[-1].split("/")[0].split("?")[0].split(":")[0].rstrip(".")
    try:
        host = host.encode("idna").decode("ascii")
    except UnicodeError:
        host = ""
    if not _HOST.fullmatch(host):
        text = N_("“{address}” is not a web address. Write it like www.waterstad.example.")
        raise StoreError(Message("not_a_host", text, {"address": address}))
    return host


def is_host(text: str) -> bool:
    """Whether a text is the address of a website, and not what a tool calls it.

    >>> is_host("https://www.waterstad.example"), is_host("Website of Waterstad")
    (True, False)
    """
    try:
        clean_host(text)
    except StoreError:
        return False
    return True
