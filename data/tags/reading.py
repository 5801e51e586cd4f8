"""Reading the tags, as far as somebody may see them."""

from sqlalchemy import Engine, select

from data.access import Access
from data.queries import scope
from data.schema import tag
from data.tag_rules import tag_of
from metrics.campaigns.tag import Tag


def tags(engine: Engine, access: Access) -> list[Tag]:
    """The tags of the departments that this user may see and of the whole organisation, by name."""
    with engine.connect() as connection:
        rows = connection.execute(select(tag).where(*scope.of_tags(tag.c.id, access)))
        found = [tag_of(row) for row in rows]
    return sorted(found, key=lambda one: one.name.casefold())
