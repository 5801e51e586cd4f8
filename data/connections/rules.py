"""What a connection may look like."""

import math
import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.schema import account, api_connection, site
from data.texts import one_line, storable
from metrics.periods import from_iso
from metrics.words import N_, Message

_LEAST_MINUTES, _MOST_MINUTES = 5, 31 * 24 * 60
_MOST_LETTERS = 120
_NO_FILE_NAME = re.compile(r"[/\\\x00-\x1f\x7f]")
_RESERVED = "ANSWERABLE_SECRET_KEY_FILE"
_DATES = ("since", "secret_until")


def default_name(title: str, handle: str, site: bool = False) -> str:
    """What a connection is called when nobody gave it a name: its platform (or tool), and its account or website.

    >>> default_name("Mastodon", "waterstad"), default_name("Matomo", "www.waterstad.example", site=True)
    ('Mastodon @waterstad', 'Matomo www.waterstad.example')
    """
    mark = "" if site else "@"
    return _NO_FILE_NAME.sub("-", f"{title} {mark}{handle.strip().removeprefix('@')}")[:_MOST_LETTERS]


def variable_name(name: str) -> str:
    """The environment variable that may hold the secret of the connection with this name.

    >>> variable_name("Mastodon @waterstad")
    'ANSWERABLE_SECRET_MASTODON__WATERSTAD'
    """
    return "ANSWERABLE_SECRET_" + re.sub(r"[^A-Z0-9]", "_", name.upper())


def checked(values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a connection, cleaned; an emptied date becomes None. Raises `StoreError`.

    >>> checked({"target": " @waterstad ", "since": "2026-01-31"})
    {'target': '@waterstad', 'since': '2026-01-31'}
    """
    made = dict(values)
    if "target" in made:
        made["target"] = storable(made["target"]).strip()
    for column in _DATES:
        if column in made:
            made[column] = made[column] or None
        if made.get(column) and from_iso(made[column]) is None:
            text = N_("“{value}” is not a date. Write year-month-day, for example 2027-01-31.")
            raise StoreError(Message("not_a_date", text, {"value": made[column]}))
    if "every_minutes" in made and not _LEAST_MINUTES <= made["every_minutes"] <= _MOST_MINUTES:
        text = N_("Figures can be fetched every {least} to {most} minutes.")
        raise StoreError(Message("every_minutes", text, {"least": _LEAST_MINUTES, "most": _MOST_MINUTES}))
    if made.get("budget") is not None and not (made["budget"] > 0 and math.isfinite(made["budget"])):
        raise StoreError(Message("budget", N_("The budget must be more than 0 US dollars a month.")))
    return made


def free_name(connection: Connection, name: str, besides: int | None = None) -> str:
    """The name without stray spaces. It must be fit for a file, and another connection may not share its variable.

    So capitals make no difference, and a secret in the environment is of one connection only. Raises `StoreError`.
    """
    clean = one_line(name)
    if not clean:
        raise StoreError(Message("empty_name", N_("The name of a connection cannot be empty.")))
    if _NO_FILE_NAME.search(clean) or clean.startswith(".") or len(clean) > _MOST_LETTERS:
        text = N_("A connection cannot be called “{name}”. Use at most {most} letters, no slashes, no dot in front.")
        raise StoreError(Message("unfit_name", text, {"name": clean, "most": _MOST_LETTERS}))
    if variable_name(clean) == _RESERVED:
        text = N_("The name “{name}” has another meaning among the secrets. Choose another name.")
        raise StoreError(Message("reserved_name", text, {"name": clean}))
    for number, taken in connection.execute(select(api_connection.c.id, api_connection.c.name)):
        if number != besides and variable_name(taken) == variable_name(clean):
            text = N_("There is already a connection “{name}”, or one with a name that differs too little: “{taken}”.")
            raise StoreError(Message("name_taken", text, {"name": clean, "taken": taken}))
    return clean


def require_owner(
    connection: Connection, access: Access, account_id: int | None, site_id: int | None, platform: str
) -> None:
    """Stop unless there is one account on this platform, or else one website, and this user may change it.

    Raises `StoreError` and `AccessDeniedError`.
    """
    if (account_id is None) == (site_id is None):
        text = N_("Choose the account or the website that the figures are of.")
        raise StoreError(Message("which_owner", text))
    table, number = (site, site_id) if account_id is None else (account, account_id)
    row = connection.execute(select(table).where(table.c.id == number)).mappings().one_or_none()
    if row is None:
        text = N_("This account or website no longer exists. Load the page again.")
        raise StoreError(Message("no_owner", text))
    if access.departments is not None and row["department_id"] not in access.departments:
        raise AccessDeniedError(f"{access.who} may not change department {row['department_id']}")
    if row.get("platform", platform) != platform:
        text = N_("The account “{handle}” is on {other}, and this connection fetches from {platform}.")
        values = {"handle": row["handle"], "other": row["platform"], "platform": platform}
        raise StoreError(Message("other_platform", text, values))
