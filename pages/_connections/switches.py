"""What the organisation agreed with a platform: without it, the platform's terms forbid some use."""

from dataclasses import replace
from typing import Any

from components.connections.contract import contract_switch
from components.i18n import _
from data.retention import TERMS
from data.settings import write_settings
from loaders.apis import Connector
from pages._connections.asking import PLACE
from pages._context import access, engine, settings
from pages._work import attempt


def agreed(code: str) -> bool:
    """Whether a setting is on; one without a name asks nothing."""
    return not code or bool(getattr(settings(), code))


def switches(connector: Connector) -> bool:
    """Draw what has to be agreed with a platform; whether it may be used at all."""
    term = TERMS.get(connector.platform)
    for code in (connector.only_with, term.amended if term else ""):
        if code:
            _switch(code)
    return agreed(connector.only_with)


def _switch(code: str) -> None:
    wish = contract_switch(code, agreed(code))
    if wish is not None:
        attempt(PLACE, lambda: _save(code, wish))


def _save(code: str, on: bool) -> str:
    changed: dict[str, Any] = {code: on}
    write_settings(engine(), access(), replace(settings(), **changed))
    return _("The choice is saved.")
