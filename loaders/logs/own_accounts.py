"""Which account of the register a row of a log is about: by network, and by handle or name."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from data.registers.account_rules import clean_handle
from loaders.files.building.templates import PLATFORM_CODES
from metrics.platforms import NAMES
from metrics.words import N_, Message

_SHOWN = 40  # characters of a cell in a reason


@dataclass(frozen=True)
class _Own:
    id: int
    platform: str
    handle: str
    name: str


class OwnAccounts:
    """The register, to look accounts up in. A network that is left open is no problem when one account fits."""

    def __init__(self, register: pd.DataFrame) -> None:
        columns = register[["id", "platform", "handle", "name"]].itertuples(index=False, name=None)
        self._accounts = [_Own(one, platform, _plain(handle), _plain(name)) for one, platform, handle, name in columns]

    def find(self, platform: str, account: str) -> int | Message:
        """The id of the account that two cells of a row mean, or why there is not one, with what to do."""
        code = PLATFORM_CODES.get(platform.casefold()) if platform else None
        if platform and code is None:
            text = N_("“{value}” is no platform that is known. Use one of these: {platforms}.")
            return Message("unknown_platform", text, {"value": platform[:_SHOWN], "platforms": ", ".join(NAMES)})
        if not account:
            return Message("no_account", N_("This row names no account. Write its handle or its name."))
        wanted = _plain(account)
        here = [one for one in self._accounts if code is None or one.platform == code]
        by_handle = _ids(one for one in here if one.handle == wanted)
        found = by_handle or _ids(one for one in here if one.name == wanted)
        if len(found) == 1:
            return found[0]
        values = {"account": account[:_SHOWN]}
        if found:
            text = N_("More than one account is called “{account}”. Write its platform and its handle.")
            return Message("several_accounts", text, values)
        if code is None:
            text = N_("No account “{account}” is in the list of accounts. Add it there, or write it as it is there.")
            return Message("unknown_account", text, values)
        text = N_(
            "No account “{account}” on {platform} is in the list of accounts. Add it there, or write it as it is there."
        )
        return Message("unknown_account", text, {**values, "platform": Message(code, NAMES[code])})


def _ids(accounts: Iterable[_Own]) -> list[int]:
    return [one.id for one in accounts]


def _plain(name: str) -> str:
    return " ".join(clean_handle(name).casefold().split())
