"""A filled template of comments (`loaders.templates`)."""

import pandas as pd

from loaders.files.building.columns import Columns
from loaders.files.building.comments import Comments, comments_batch, written_by_account
from loaders.files.building.format import Format
from loaders.files.building.id_times import looks_damaged
from loaders.files.building.rows import Rows
from loaders.files.building.templates import moments, one_platform, opened
from loaders.files.reading.table import Table
from loaders.records import Batch
from loaders.templates import COMMENTS
from metrics.words import N_, Message

_YES, _NO = ("yes", "y", "ja", "j", "1", "true"), ("no", "n", "nee", "0", "false", "")


def parse(table: Table) -> Batch:
    """Comments of citizens and own replies. An own reply is one that says so, or is written by the account."""
    rows, columns = opened(table, COMMENTS)
    platform = one_platform(rows, columns, COMMENTS.platforms)
    post_id, comment_id = columns.text("post_id"), columns.text("comment_id")
    rows.reject(post_id == "", columns.header("post_id"), Message("no_post", N_("This row names no post.")))
    _reject_damaged(rows, columns)
    account, author = columns.text("account"), columns.text("author")
    return comments_batch(
        rows,
        FORMAT.id,
        platform,
        Comments(
            account=account,
            post_id=post_id,
            comment_id=comment_id,
            parent_id=columns.text("parent_id"),
            is_own=_own(rows, columns) | written_by_account(author, account),
            author=author,
            times=moments(rows, columns),
            text=columns.text("text", trimmed=False),
            likes=columns.counts(("likes",)).get("likes"),
            id_column=columns.header("comment_id"),
            date_column=columns.header("published_at"),
            dates=columns.text("published_at"),
        ),
    )


def _own(rows: Rows, columns: Columns) -> "pd.Series[bool]":
    said = columns.text("is_own").str.casefold()
    text = N_("Fill in yes or no: is this a reply of your own organisation?")
    rows.reject(~said.isin([*_YES, *_NO]), columns.header("is_own"), Message("own_or_not", text))
    return said.isin(_YES)


def _reject_damaged(rows: Rows, columns: Columns) -> None:
    """A spreadsheet that shortens ids makes one conversation of several; there is no link to repair them from."""
    for name in ("post_id", "comment_id", "parent_id"):
        ids: pd.Series[str] = columns.text(name)
        text = N_("This number was shortened by a spreadsheet (like 6.49E+17). Fill it in again as text.")
        rows.reject(looks_damaged(ids), columns.header(name), Message("damaged_id", text))


FORMAT = Format(
    id="template_comments",
    platform="other",
    kind="comments",
    description=N_("The template for comments, filled in (CSV or Excel)"),
    sniff=COMMENTS.recognises,
    parse=parse,
)
