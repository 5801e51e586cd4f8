"""What the answers of the Graph API about a Facebook Page share: ids that hold the Page, and whose they are."""

import pandas as pd

from loaders.files.building.patterns import group
from loaders.files.building.rows import Rows

ACCOUNT = "facebook_account"
"""The clue with the id of the Page that was asked for."""


def post_id(node: str) -> str:
    """The id of a post as exports have it: without that of the Page, which the API puts before it.

    >>> post_id("61560000000001_122101737357120000"), post_id("122101737357120000")
    ('122101737357120000', '122101737357120000')
    """
    return node.rpartition("_")[2] if node.replace("_", "").isdigit() else node


def post_ids(nodes: "pd.Series[str]") -> "pd.Series[str]":
    """The same for a column."""
    return nodes.map({node: post_id(node) for node in nodes.unique()}).astype("str")


def account(rows: Rows, nodes: "pd.Series[str]") -> "pd.Series[str]":
    """The Page: that which was asked for, else the one in the id of each post."""
    known = rows.table.clues.get(ACCOUNT, "")
    return rows.everywhere(known) if known else group(nodes, r"^(?P<page>[0-9]+)_[0-9]+")
