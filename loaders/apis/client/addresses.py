"""Which addresses a name leads to, and whether they may be asked: public ones, and those the administrator allows."""

import ipaddress
import queue
import socket
import threading
from collections.abc import Sequence
from typing import Any

from loaders.apis.client import allowed, limits, loopback, problems

Address = allowed.Address
Place = tuple[Any, ...]
"""What `getaddrinfo` gives: family, type, protocol, name, and the address to connect to."""

# IANA's special-purpose registries. Written out, since what `ipaddress.is_global` says differs between Python versions.
_SPECIAL_4 = tuple(
    ipaddress.IPv4Network(text)
    for text in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # behind a provider's NAT; a cloud's metadata
        "127.0.0.0/8",  # this machine
        "168.63.129.16/32",  # Azure's wire server, public by its number only
        "169.254.0.0/16",  # link-local; most clouds' metadata
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/3",  # multicast, reserved, broadcast
    )
)
# All public IPv6 addresses are in here. IPv4-mapped and -compatible ones, NAT64, link-local, private and multicast are
# not; 6to4 and Teredo, which wrap an IPv4 address, are.
_PUBLIC_6 = ipaddress.IPv6Network("2000::/3")
_SPECIAL_6 = tuple(
    ipaddress.IPv6Network(text)
    for text in (
        "2001::/23",  # protocol assignments; Teredo is 2001::/32
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4
        "3fff::/20",  # documentation
    )
)


def is_public(address: Address) -> bool:
    """Whether an address can only belong to a server on the internet.

    >>> is_public(ipaddress.ip_address("93.184.215.14")), is_public(ipaddress.ip_address("::ffff:127.0.0.1"))
    (True, False)
    """
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in network for network in _SPECIAL_4)
    return address in _PUBLIC_6 and not any(address in network for network in _SPECIAL_6)


def places(host: str, port: int) -> Sequence[Place]:
    """Where to connect to for a host; the name is looked up once.

    One address that may not be asked is enough to refuse them all: that is how a hostile name leads inside.
    """
    found = _looked_up(host, port)
    for place in found:
        if not _may_ask(host, port, ipaddress.ip_address(place[4][0])):
            raise problems.inside(host)
    return found


def _may_ask(host: str, port: int, address: Address) -> bool:
    if loopback.is_here(f"{host}:{port}"):
        return address.is_loopback
    return is_public(address) or allowed.is_admitted(host, address)


def _looked_up(host: str, port: int) -> Sequence[Place]:
    """In a thread of its own: the system's look-up knows no deadline."""
    answers: queue.SimpleQueue[Sequence[Place] | OSError | UnicodeError] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            answers.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    threading.Thread(target=look_up, daemon=True).start()
    try:
        answer = answers.get(timeout=limits.left())
    except queue.Empty:
        answer = TimeoutError()
    if isinstance(answer, TimeoutError):
        raise answer
    if isinstance(answer, OSError) and answer.errno == socket.EAI_AGAIN:
        raise answer
    if isinstance(answer, Exception) or not answer:
        raise problems.name_not_found(host)
    return answer
