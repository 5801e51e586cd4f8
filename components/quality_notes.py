"""Remarks of the quality page: how fresh the files are, and what stands in the register but not in the data.

Each gives one line, or none where there is nothing to remark. Names must be `escape.plain`.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pandas as pd

from components.i18n import _, day, ngettext
from components.quality_words import age_words


def freshness(imported_ts: float, covered_until: float, today: date) -> list[str]:
    """When the newest file was loaded, how long ago that is by the calendar, and until when the data reach."""
    if pd.isna(imported_ts) or pd.isna(covered_until):
        return []
    made = datetime.fromtimestamp(int(imported_ts), UTC).date()
    age, until = age_words((today - made).days), day(int(covered_until))
    text = _(
        "The newest file was loaded on {day} ({age}); the data reach up to {until}.", day=made, age=age, until=until
    )
    return [text]


def without_accounts(names: Sequence[str]) -> list[str]:
    """The departments that have no account in the register."""
    text = ngettext(
        "{n} department has no accounts in the register: {names}. Add them, or merge it with another.",
        "{n} departments have no accounts in the register: {names}. Add them, or merge them with others.",
        len(names),
        names=list(names),
    )
    return [text] if names else []


def without_posts(names: Sequence[str]) -> list[str]:
    """The departments whose accounts have no posts in the period."""
    text = ngettext(
        "{n} department has accounts, but no posts in this period: {names}.",
        "{n} departments have accounts, but no posts in this period: {names}.",
        len(names),
        names=list(names),
    )
    return [text] if names else []


def out_of_use(n: int) -> list[str]:
    """How many accounts are not judged because they are not in use."""
    text = ngettext(
        "{n} account is closed or dormant in the register and has no posts: it is not judged.",
        "{n} accounts are closed or dormant in the register and have no posts: they are not judged.",
        n,
    )
    return [text] if n else []
