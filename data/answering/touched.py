"""Which threads a change touches: they wait in a temporary table."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, insert, select, union

from data import bulk
from data.schema import comment, comment_observation, observation, post, thread
from data.staging import know, touched_thread


def find_threads(connection: Connection, import_id: int, others: Collection[int] = ()) -> int:
    """Put the threads that an import shows anything of into `touched_thread`; how many.

    To be called when an import is in, or before an undo takes it out. Threads with messages of the import, threads
    under its posts, and threads with messages that its own replies (which came as posts) answer; and `others`.
    """
    shown = select(comment_observation.c.post_id).where(comment_observation.c.import_id == import_id)
    under = select(thread.c.post_id).join(observation, observation.c.id == thread.c.post_id)
    replies = (
        select(post.c.parent_id)
        .join(observation, observation.c.id == post.c.id)
        .where(observation.c.import_id == import_id, post.c.parent_id.is_not(None))
    )
    parts = [shown, under.where(observation.c.import_id == import_id)]
    if connection.execute(replies.limit(1)).first():  # else the scan of all messages would be for nothing
        parts.append(select(comment.c.post_id).where(comment.c.id.in_(replies)))
    connection.execute(delete(touched_thread))
    found = bulk.changed_rows(connection, insert(touched_thread).from_select(["post_id"], union(*parts)))
    listed = set(connection.scalars(select(touched_thread.c.post_id))) if others else set()
    if more := [{"post_id": thread} for thread in others if thread not in listed]:
        connection.execute(insert(touched_thread), more)
    know(connection, touched_thread)
    return found + len(more)
