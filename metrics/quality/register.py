"""The account register: which accounts and departments are listed but have nothing in the data."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from metrics.periods import Period
from metrics.quality.limits import SLACK
from metrics.quality.verdict import Reason
from metrics.words import N_, Message


def in_use(coverage: pd.DataFrame) -> pd.DataFrame:
    """The accounts to judge: all but those that the register calls closed or dormant and that have no posts."""
    return coverage[(coverage["posts"] > 0) | (coverage["status"] == "active")]


def reasons(account: Mapping[str, Any], period: Period) -> list[Reason]:
    """A reason when nothing is loaded of an account, or when it has no posts in a period that its files cover."""
    if account["posts"] > 0:
        return []
    if pd.isna(account["covered_until"]):
        message = Message("nothing_loaded", N_("No posts or figures per day of this account are loaded."))
        todo = Message(
            "load_or_close",
            N_("Load an export of it. If it does not exist any more, mark it as closed in the register."),
        )
        return [Reason("register", "nothing_loaded", "do_not_compare", message, todo)]
    if account["covered_until"] < period.last - SLACK:
        return []  # that its data stop says enough
    message = Message("no_posts_in_period", N_("No posts in this period."))
    todo = Message(
        "quiet_or_not_loaded", N_("Nothing to do if the account was quiet. If not, load an export of this period.")
    )
    return [Reason("register", "no_posts_in_period", "do_not_compare", message, todo)]


def without_accounts(departments: Iterable[int], coverage: pd.DataFrame) -> list[int]:
    """The departments that have no account in the register."""
    known = set(coverage["department_id"])
    return [department for department in departments if department not in known]


def without_posts(departments: Iterable[int], coverage: pd.DataFrame) -> list[int]:
    """The departments that have accounts, but none with posts in the period."""
    known = set(coverage["department_id"])
    posting = set(coverage.loc[coverage["posts"] > 0, "department_id"])
    return [department for department in departments if department in known - posting]
