"""What the logs have in common: the accounts to choose from, and the source of their files."""

from components.i18n import _
from components.source import Source
from components.words import platform_name
from data.filters import Filters
from data.registers import accounts
from metrics.periods import Period
from pages import _numbers as numbers
from pages._context import access, engine

WEEKS = 52
"""A log is summed up over this many weeks, up to its newest day."""


def labels() -> dict[int, str]:
    """The accounts of the register by id, as "name (platform)"."""
    table = accounts(engine(), access())[["id", "name", "platform"]]
    return {
        account: account_label(name, platform) for account, name, platform in table.itertuples(index=False, name=None)
    }


def account_label(name: str, platform: str) -> str:
    """An account as people know it."""
    return _("{account} ({platform})", account=name, platform=platform_name(platform))


def source(first: int, last: int) -> Source:
    """What the file of a log says of itself."""
    return numbers.source(Filters(Period(first, last)))
