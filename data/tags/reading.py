"""Reading the tags, as far as somebody may see them."""

from sqlalchemy import ColumnElement, Engine, or_, select

from data.access import Access
from data.schema import tag
from data.tag_rules import tag_of
from metrics.campaigns.tag import Tag


def tags(engine: Engine, access: Access) -> list[Tag]:
    """The tags of the departments that this user may see and of the whole organisation, by name."""
    with engine.connect() as connection:
        found = [tag_of(row) for row in connection.execute(select(tag).where(*seen(access)))]
    return sorted(found, key=lambda one: one.name.casefold())


def seen(access: Access) -> list[ColumnElement[bool]]:
    """The condition that a user may see a tag."""
    access.require("read")
    allowed = access.narrow(None)
    if allowed is None:
        return []
    return [or_(tag.c.department_id.is_(None), tag.c.department_id.in_(sorted(allowed)))]
