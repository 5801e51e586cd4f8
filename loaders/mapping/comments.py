"""Citizens' comments (and own replies among them) under a mapping."""

from loaders.files.building.comments import Comments, comments_batch
from loaders.files.building.rows import Rows
from loaders.mapping.mapped import FORMAT_ID, Mapped
from loaders.records import Batch


def mapped_comments(mapped: Mapped) -> Batch:
    """The comments of a table. A comment whose author is the account itself is an own reply."""
    return comments_batch(
        Rows(mapped.table),
        FORMAT_ID,
        mapped.spec.platform,
        Comments(
            account=mapped.cells("account"),
            post_id=mapped.cells("post_id"),
            comment_id=mapped.cells("comment_id"),
            parent_id=mapped.cells("parent_id"),
            author=mapped.cells("author"),
            times=mapped.times("published_at"),
            text=mapped.cells("text"),
            id_column=mapped.column("comment_id"),
            date_column=mapped.column("published_at"),
            dates=mapped.dates("published_at"),
            likes=mapped.counts(("likes",)).get("likes"),
        ),
    )
