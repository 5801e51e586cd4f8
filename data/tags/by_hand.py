"""What a person says of single posts: that they belong to a tag, or that they do not, whatever its rule says."""

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, delete, insert, select

from data import bulk, post_groups
from data.access import Access
from data.errors import StoreError
from data.queries import scope
from data.schema import post, post_tag
from data.staging import fill, touched_day, workbench
from data.store import write_transaction
from data.tag_rules import HAND, NOT, READ, RULE, tag_of, with_platform
from data.tags.checks import existing
from metrics.words import N_, Message

MOST = 500
"""Posts that can be tagged at once."""


def put_in(engine: Engine, access: Access, id: int, posts: Sequence[int]) -> None:
    """Let posts belong to a tag. Raises `StoreError` for a post that is gone, `AccessDeniedError`."""
    _say(engine, access, id, posts, HAND)


def take_out(engine: Engine, access: Access, id: int, posts: Sequence[int]) -> None:
    """Let posts not belong to a tag, also when its rule says that they do."""
    _say(engine, access, id, posts, NOT)


def say_nothing(engine: Engine, access: Access, id: int, posts: Sequence[int]) -> None:
    """Take back what was said of posts by hand: the rule counts again."""
    _say(engine, access, id, posts, None)


def _say(engine: Engine, access: Access, id: int, posts: Sequence[int], how: str | None) -> None:
    wanted = sorted(set(posts))[: MOST + 1]
    if len(wanted) > MOST:
        text = N_("Choose at most {most} posts at once.")
        raise StoreError(Message("too_many_posts", text, {"most": MOST}))
    with workbench(engine) as connection, write_transaction(connection):
        row = existing(connection, access, id)
        seen = scope.of_accounts(post.c.account_id, access)
        query = select(*(post.c[name] for name in READ)).where(post.c.id.in_(wanted), post.c.type != "reply", *seen)
        found = bulk.read(connection, query)
        if len(found) < len(wanted):
            text = N_("One of these posts is no longer in the store. Load the page again.")
            raise StoreError(Message("no_post", text))
        here = (post_tag.c.tag_id == id, post_tag.c.post_id.in_(wanted))
        connection.execute(delete(post_tag).where(*here))
        if how is None:
            held = tag_of(row).rules.hold(with_platform(connection, found))
            _insert(connection, id, found["id"][held].tolist(), RULE)
        else:
            _insert(connection, id, wanted, how)
        days = found[["account_id", "day"]].drop_duplicates()
        fill(connection, touched_day, days.astype("int64"))
        post_groups.count_touched(connection, days, post_groups.OF_TAGS)


def _insert(connection: Connection, id: int, posts: Sequence[int], how: str) -> None:
    if posts:
        connection.execute(insert(post_tag), [{"tag_id": id, "post_id": one, "how": how} for one in posts])
