"""Imports, and what came in with them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Text

from data.schema.common import Big, calendar, counts, table

import_batch = table(
    "import_batch",
    Column("id", Integer, primary_key=True),
    Column("file_name", Text, nullable=False),
    Column("file_hash", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("imported_ts", Big, nullable=False),
    Column("observed_ts", Big, nullable=False),  # when its numbers were true: a later one wins (data.observed)
    Column("covered_until", Integer, nullable=False),  # the last day that its file says anything about
    Column("who", Text, nullable=False),
    Column("status", Text, nullable=False),  # done, undone
    Column("inserted", Integer, nullable=False),
    Column("updated", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("report", Text, nullable=False),  # JSON: the load report
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Column("connection_id", Integer),  # of `api_connection`, also of one that was removed since; NULL: from a file
    Index(None, "file_hash"),
    Index(None, "connection_id"),
)
post = table(
    "post",
    Column("id", Big, primary_key=True, autoincrement=False),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
    Column("external_id", Text, nullable=False),
    *calendar(),
    Column("type", Text, nullable=False),  # post, image, video, link, reply, ...
    Column("text", Text),
    Column("permalink", Text),
    Column("mentions", Text),  # own replies only, JSON: keyed hashes; own accounts in clear
    Column("parent_id", Big),  # own replies only: hash of the message it answers
    *counts(),
    Column("missing", Text, nullable=False),
    Column("views_definition", Text),  # which definition of views or impressions the platform used
    Column("images", Integer),  # pictures in it
    Column("described", Integer),  # those with a description; NULL, as `images`, where the export does not tell
    Column("import_id", Integer, ForeignKey("import_batch.id"), nullable=False),  # first seen in
    Index(None, "day", "account_id"),
    Index(None, "account_id", "day"),
    Index(None, "import_id"),
)
Index(
    "ix_post_answers",  # own replies that came as posts, by what they answer
    post.c.parent_id,
    sqlite_where=post.c.parent_id.is_not(None),
    postgresql_where=post.c.parent_id.is_not(None),
)
comment = table(
    "comment",  # no foreign key to post: dumps of comments come without their posts
    Column("post_id", Big, primary_key=True, autoincrement=False),  # hash of the thread's root
    Column("id", Big, primary_key=True, autoincrement=False),
    Column("parent_id", Big),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),  # the organisation's account
    Column("external_id", Text, nullable=False),
    Column("is_own", Integer, nullable=False),  # 1: the organisation's own reply
    Column("author", Text),  # keyed hash, never a handle; NULL for own replies
    *calendar(),
    Column("text", Text),  # masked for citizens
    Column("mentions", Text),  # JSON: keyed hashes; own accounts in clear
    Column("likes", Big),
    Column("import_id", Integer, ForeignKey("import_batch.id"), nullable=False),
    Index(None, "day", "account_id", "id"),
    Index(None, "id"),  # a search knows messages by it, and not their threads
    Index(None, "post_id", "parent_id", "published_ts"),
    Index(None, "import_id"),
)
Index(
    "ix_comment_own",  # own replies, by what they stand under
    comment.c.post_id,
    sqlite_where=comment.c.is_own == 1,
    postgresql_where=comment.c.is_own == 1,
)
