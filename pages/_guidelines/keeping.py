"""What the logs have in common: the accounts to choose from, the source of their files, and changing the store."""

from collections.abc import Callable

import streamlit as st

from components import notice
from components.escape import plain
from components.filters import platform_name
from components.i18n import _, say
from components.source import Source
from data.errors import StoreError
from data.filters import Filters
from data.registers import accounts
from metrics.periods import Period
from pages import _numbers as numbers
from pages._context import access, engine

WEEKS = 52
"""A log is summed up over this many weeks, up to its newest day."""

_TURN = "_logs_turn"


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


def turn() -> int:
    """The number of this round of forms; after a change there is another, so that they are empty."""
    return int(st.session_state.get(_TURN, 0))


def attempt(place: str, change: Callable[[], str]) -> None:
    """Make a change and say what came of it; what was typed stays when it cannot be."""
    try:
        done = change()
    except StoreError as error:
        notice.tell(plain(say(error.message), 500), "problem")
        return
    notice.leave(place, done)
    st.session_state[_TURN] = turn() + 1
    st.rerun()
