"""Adding, changing and removing tags. A changed rule is only noted here; `data.tags.applying` finds its posts."""

import time
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine, delete, insert, update

from data.access import Access
from data.errors import StoreError
from data.owned import require_fields, require_owner
from data.post_groups import TAG, count_paid, days_of
from data.schema import post_tag, rollup_group, tag
from data.staging import workbench
from data.store import write_transaction, writing
from data.tag_rules import tag_of
from data.tags.applying import want
from data.tags.checks import (
    check_campaign_free,
    check_days,
    check_free,
    checked,
    existing,
    require_own_accounts,
    require_own_posts,
)
from metrics.campaigns.rules import Rules
from metrics.campaigns.tag import LOCKED, Kind
from metrics.words import N_, Message

FIELDS = ("name", "kind", "department_id", "rules", "utm_campaign", "first_day", "last_day")


def add_tag(
    engine: Engine,
    access: Access,
    name: str,
    kind: Kind,
    rules: Rules,
    *,
    department_id: int | None = None,
    utm_campaign: str = "",
    first_day: int | None = None,
    last_day: int | None = None,
    is_demo: bool = False,
    made_ts: int | None = None,
) -> int:
    """Add a tag; its id. Its posts are found by `data.tags.apply`; `made_ts` is for made-up tags.

    Raises `StoreError` for values that cannot be and for a rule that would hold posts of departments this user may not
    change, and `AccessDeniedError` for the tag of such a department.
    """
    require_owner(access, department_id)
    given = {"name": name, "kind": kind, "rules": rules, "department_id": department_id}
    given |= {"utm_campaign": utm_campaign, "first_day": first_day, "last_day": last_day}
    check_days(first_day, last_day)
    with writing(engine) as connection:
        values = checked(connection, given)
        require_own_accounts(connection, access, Rules.read(values["rules"]))
        check_free(connection, values["name"])
        check_campaign_free(connection, access, values["utm_campaign"])
        made = {"who": access.who, "made_ts": int(time.time()) if made_ts is None else made_ts}
        row = {**values, **made, "expectation": "", "is_demo": int(is_demo)}
        id = int(connection.scalars(insert(tag).values(row).returning(tag.c.id)).one())
        if rules.any:
            want(connection, id, Rules.read(values["rules"]))
        return id


def change_tag(engine: Engine, access: Access, id: int, changes: Mapping[str, Any]) -> None:
    """Change some of `FIELDS`; the others stay. Raises `StoreError` for what is locked by a registered expectation."""
    require_fields(changes, FIELDS, "a tag")
    with workbench(engine) as connection, write_transaction(connection):
        before = existing(connection, access, id)._asdict()
        stored = {"rules": Rules.read(before["rules"])}  # as it is, it may name an account that is gone
        values = checked(connection, {name: to for name, to in changes.items() if stored.get(name) != to})
        different = {name: value for name, value in values.items() if value != before[name]}
        if not different:
            return
        if "department_id" in different:
            require_owner(access, different["department_id"])
        if before["registered_ts"] is not None and different.keys() & LOCKED:
            text = N_(
                "The expectation is registered, so kind, days, rule and utm_campaign cannot be changed. Add a new "
                "tag instead."
            )
            raise StoreError(Message("tag_locked", text))
        after = before | different
        check_days(after["first_day"], after["last_day"])
        check_free(connection, after["name"], id)
        check_campaign_free(connection, access, after["utm_campaign"], id)
        paid = "paid" in (before["kind"], after["kind"]) and "kind" in different
        if paid:
            require_own_posts(connection, access, id)
        if paid or "rules" in different:
            require_own_accounts(connection, access, Rules.read(after["rules"]))
        connection.execute(update(tag).where(tag.c.id == id).values(different))
        if paid:
            count_paid(connection, days_of(connection, [id]))
        if "rules" in different:
            want(connection, id, Rules.read(different["rules"]))


def remove_tag(engine: Engine, access: Access, id: int) -> None:
    """Remove a tag; its posts stay. One with a registered expectation stays: what came of it is not swept away."""
    with workbench(engine) as connection, write_transaction(connection):
        one = tag_of(existing(connection, access, id))
        if one.is_registered:
            text = N_("The expectation of this tag is registered, so the tag stays.")
            raise StoreError(Message("tag_registered", text))
        if one.kind == "paid":
            require_own_posts(connection, access, id)
        days = days_of(connection, [id])
        connection.execute(delete(post_tag).where(post_tag.c.tag_id == id))
        connection.execute(delete(rollup_group).where(rollup_group.c.dimension == TAG, rollup_group.c.value == id))
        connection.execute(delete(tag).where(tag.c.id == id))
        want(connection, id, None)
        if one.kind == "paid":
            count_paid(connection, days)
