"""Figures fetched from platforms: one connector per platform, one audited client for all of them.

Each module of this package holds one `CONNECTOR`; adding a platform is adding a module. `client` is the only way to the
network, `syncing` is what a run does.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from loaders.apis.connector import Connector

__all__ = ["Connector", "connectors"]
_SHARED = {"connector"}


@cache
def connectors() -> Mapping[str, Connector]:
    """Every known connector by its id, in the order of the modules' names."""
    names = (module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg)
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names if name not in _SHARED]
    return MappingProxyType({module.CONNECTOR.id: module.CONNECTOR for module in modules})
