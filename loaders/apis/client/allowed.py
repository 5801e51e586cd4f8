"""The administrator's list of servers inside the own network that may be asked all the same, such as a Matomo.

The environment variable `ANSWERABLE_ALLOWLIST` names the file, YAML or JSON; it is never made or changed by the app:

    - host: matomo.intranet.example
      cidr: [10.20.0.0/16, "fd12:3456::/32"]
    - {host: cijfers.local, cidr: 192.168.7.9/32}

A host may then have any address within its ranges, next to public ones. Addresses that a machine gives to itself
(169.254.0.0/16, fe80::/10), where clouds keep their secrets, and addresses of groups stay refused.
"""

import ipaddress
import os
from pathlib import Path
from typing import Any

import yaml

from loaders.apis.client.errors import ApiError
from metrics.words import N_, Message

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_listed(host: str) -> bool:
    """Whether the administrator named this host."""
    return host in _listed()


def is_admitted(host: str, address: Address) -> bool:
    """Whether the administrator allows this host to have this address."""
    if address.is_link_local or address.is_multicast or address.is_unspecified:
        return False
    return any(address in network for network in _listed().get(host, ()))


def _listed() -> dict[str, tuple[Network, ...]]:
    path = os.environ.get("ANSWERABLE_ALLOWLIST")
    if not path:
        return {}
    try:
        entries = yaml.safe_load(Path(path).read_text("utf-8")) or []
        return {str(entry["host"]).lower(): _networks(entry["cidr"]) for entry in entries}
    except (OSError, ValueError, TypeError, KeyError, RecursionError, yaml.YAMLError):
        problem = N_(
            "The administrator's list of allowed servers cannot be read. Each entry needs a host and a cidr, such as "
            "10.20.0.0/16."
        )
    raise ApiError("refused", Message("allowlist", problem))


def _networks(given: Any) -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(str(part)) for part in (given if isinstance(given, list) else [given]))
