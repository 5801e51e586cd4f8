"""What a person says of single posts: that they belong to a tag, or that they do not, whatever its rule says.

Once an expectation is registered that moves its result after the fact. It is allowed, and kept with what was before
(`post_tag.was`), so that the result can tell how many posts were added and taken out since.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine, delete, insert, select

from data import bulk, post_groups
from data.access import Access
from data.errors import StoreError
from data.queries import scope
from data.schema import post, post_tag
from data.staging import fill, touched_day, workbench
from data.store import write_transaction
from data.tag_rules import HAND, IN, NOT, OUT, READ, RULE, tag_of, with_platform
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
        one = tag_of(existing(connection, access, id))
        seen = scope.of_accounts(post.c.account_id, access)
        query = select(*(post.c[name] for name in READ)).where(post.c.id.in_(wanted), post.c.type != "reply", *seen)
        found = bulk.read(connection, query)
        if len(found) < len(wanted):
            text = N_("One of these posts is no longer in the store. Load the page again.")
            raise StoreError(Message("no_post", text))
        held = set(found["id"][one.rules.hold(with_platform(connection, found))].tolist())
        here = (post_tag.c.tag_id == id, post_tag.c.post_id.in_(wanted))
        said = {row.post_id: row for row in connection.execute(select(post_tag).where(*here))}
        rows = [_row(how, key in held, said.get(key), one.is_registered) | {"post_id": key} for key in wanted]
        connection.execute(delete(post_tag).where(*here))
        if kept := [row | {"tag_id": id} for row in rows if row["how"] is not None]:
            connection.execute(insert(post_tag), kept)
        days = found[["account_id", "day"]].drop_duplicates()
        fill(connection, touched_day, days.astype("int64"))
        post_groups.count_touched(connection, days, post_groups.OF_TAGS)


def _row(how: str | None, held: bool, before: Any, registered: bool) -> dict[str, Any]:
    """What is kept of a post: `how` it is in the tag now (None: nothing), and how it `was` when that was registered.

    `held` says whether the rule holds it, `before` is what is kept until now.
    """
    by_rule = RULE if held else None
    if not registered:
        return {"how": how or by_rule, "was": None}
    was = _was(held, before)
    if how is None:
        same = held == (was == IN)
        return {"how": by_rule, "was": None} if same else {"how": HAND if held else NOT, "was": was}
    return {"how": how, "was": was}


def _was(held: bool, before: Any) -> str:
    """Whether a post belonged to the tag before anybody changed that after the expectation was registered."""
    if before is not None and before.was is not None:
        return str(before.was)
    belonged = held if before is None or before.how == RULE else before.how == HAND
    return IN if belonged else OUT
