"""Citizens' comments (and own replies among them) under a mapping."""

from loaders.files.building.comments import Comments, comments_batch, written_by_account
from loaders.files.building.rows import Rows
from loaders.mapping.mapped import FORMAT_ID, Mapped
from loaders.records import Batch


def mapped_comments(mapped: Mapped) -> Batch:
    """The comments of a table. A comment whose author is the account itself is an own reply."""
    author, account = mapped.cells("author"), mapped.cells("account")
    return comments_batch(
        Rows(mapped.table),
        FORMAT_ID,
        mapped.spec.platform,
        Comments(
            account=account,
            post_id=mapped.cells("post_id"),
            comment_id=mapped.cells("comment_id"),
            parent_id=mapped.cells("parent_id"),
            own=written_by_account(author, account),
            author=author,
            times=mapped.times("published_at"),
            text=mapped.cells("text"),
            likes=mapped.counts(("likes",)).get("likes"),
            id_column=mapped.column("comment_id"),
            date_column=mapped.column("published_at"),
            dates=mapped.dates("published_at"),
        ),
    )
