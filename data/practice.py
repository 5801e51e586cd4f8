"""A department's leave to show one of its posts as an example: given with a lesson, refused, or taken back.

A post that got more than could be expected is a candidate that only those see who may write for its department. With
the leave of the department everybody sees it, with what others can take from it in the words of the department.
"""

import time

from sqlalchemy import Connection, Engine, delete, insert, select

from data.access import Access
from data.errors import StoreError
from data.logs.checks import clean_text
from data.queries.practice import KEPT, SHARED
from data.registers.department_register import require_department
from data.schema import account, import_batch, post, practice
from data.store import writing
from data.texts import one_line
from metrics.words import N_, Message

LONGEST = 600
"""Characters of a lesson."""


def share(engine: Engine, access: Access, post_id: int, lesson: str, *, made_ts: int | None = None) -> None:
    """Show a post to everybody, with what others can take from it.

    Raises `StoreError` without a lesson, for a lesson that is too long and for a post that is gone or was decided
    about (take that decision back first), and `AccessDeniedError` for somebody who may not write for the department.
    `made_ts` is for made-up examples.
    """
    _decide(engine, access, post_id, SHARED, _checked(lesson), made_ts)


def keep_to_ourselves(engine: Engine, access: Access, post_id: int) -> None:
    """Note that the department does not want to show this post, so that nobody asks again. Raises as sharing does."""
    _decide(engine, access, post_id, KEPT, "", None)


def withdraw(engine: Engine, access: Access, post_id: int) -> None:
    """Take a decision back: the post is a candidate again, and no longer shown to others."""
    with writing(engine) as connection:
        _owner(connection, access, post_id)
        connection.execute(delete(practice).where(practice.c.post_id == post_id))


def _decide(engine: Engine, access: Access, post_id: int, status: str, lesson: str, made_ts: int | None) -> None:
    with writing(engine) as connection:
        is_demo = _owner(connection, access, post_id)
        if connection.scalar(select(practice.c.who).where(practice.c.post_id == post_id)) is not None:
            words = N_("Somebody decided about this post already. Load the page again to see it.")
            raise StoreError(Message("post_decided", words))
        made = int(time.time()) if made_ts is None else made_ts
        values = {"post_id": post_id, "status": status, "lesson": lesson, "who": access.who, "made_ts": made}
        connection.execute(insert(practice).values(values | {"is_demo": is_demo}))


def _owner(connection: Connection, access: Access, post_id: int) -> int:
    """Stop unless this user may write for the department of the post; whether the post is made up."""
    query = select(account.c.department_id, import_batch.c.is_demo).join(post, post.c.account_id == account.c.id)
    query = query.join(import_batch, import_batch.c.id == post.c.import_id)
    row = connection.execute(query.where(post.c.id == post_id, post.c.type != "reply")).one_or_none()
    if row is None:
        raise StoreError(Message("no_such_post", N_("This post is no longer there. Load the page again.")))
    require_department(access, row.department_id)
    return int(row.is_demo)


def _checked(lesson: str) -> str:
    text = one_line(clean_text(lesson))
    if not text:
        words = N_("The lesson is empty. Write what others can take from this post.")
        raise StoreError(Message("no_lesson", words))
    if len(text) > LONGEST:
        words = N_("This text has {n} characters. Write at most {most}.")
        raise StoreError(Message("text_too_long", words, {"n": len(text), "most": LONGEST}))
    return text
