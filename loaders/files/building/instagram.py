"""What the answers of the Graph API about an Instagram account share: whose they are."""

import pandas as pd

from loaders.files.building.rows import Rows

ACCOUNT, NAME = "instagram_account", "instagram_name"
"""The clues with the lasting number of the account that was asked for, and with its name of today."""


def account(rows: Rows, names: "pd.Series[str]") -> "pd.Series[str]":
    """The account that was asked for, else the one that each answer names."""
    known = rows.table.clues.get(ACCOUNT, "")
    return rows.everywhere(known) if known else names


def names_own(rows: Rows, names: "pd.Series[str]") -> "pd.Series[str]":
    """What the account calls itself, by which its own comments are known."""
    known = rows.table.clues.get(NAME, "")
    return rows.everywhere(known) if known else names
