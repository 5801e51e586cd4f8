"""Which accounts and sites a request is about: what the reader asked for, cut to what they may see."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Table, or_, select

from data.access import Access
from data.schema import account, site, tag


def of_accounts(
    account_id: ColumnElement[int],
    access: Access,
    departments: Iterable[int] | None = None,
    platforms: Iterable[str] | None = None,
) -> list[ColumnElement[bool]]:
    """Conditions that keep the rows of accounts in scope; none when every account is.

    Raises `AccessDeniedError` for a user who may not read.
    """
    access.require("read")
    allowed = access.narrow(departments)
    conditions = []
    if allowed is not None:
        conditions.append(account.c.department_id.in_(sorted(allowed)))
    if platforms is not None:
        conditions.append(account.c.platform.in_(list(platforms)))
    return [account_id.in_(select(account.c.id).where(*conditions))] if conditions else []


def of_sites(
    site_id: ColumnElement[int], access: Access, departments: Iterable[int] | None = None
) -> list[ColumnElement[bool]]:
    """The same for websites, which belong to a department but to no platform."""
    access.require("read")
    allowed = access.narrow(departments)
    if allowed is None:
        return []
    return [site_id.in_(select(site.c.id).where(site.c.department_id.in_(sorted(allowed))))]


def of_tags(tag_id: ColumnElement[int], access: Access) -> list[ColumnElement[bool]]:
    """The same for tags: those of departments in scope, and of the whole organisation."""
    access.require("read")
    allowed = access.narrow(None)
    if allowed is None:
        return []
    mine = or_(tag.c.department_id.is_(None), tag.c.department_id.in_(sorted(allowed)))
    return [tag_id.in_(select(tag.c.id).where(mine))]


def of_versions(versions: Table, access: Access) -> list[ColumnElement[bool]]:
    """The same for versions of norms or guidelines: of departments and accounts in scope, and of the organisation."""
    access.require("read")
    allowed = access.narrow(None)
    if allowed is None:
        return []
    of_department, of_account = versions.c.department_id, versions.c.account_id
    seen = select(account.c.id).where(account.c.department_id.in_(sorted(allowed)))
    general = of_department.is_(None) & of_account.is_(None)
    return [or_(general, of_department.in_(sorted(allowed)), of_account.in_(seen))]
