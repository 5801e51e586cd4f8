"""The connection of `requests` to a checked address: what was looked up and checked is what is connected to.

A name that is looked up once for the check and once more for the connection can lead to two places (DNS rebinding).
Here a connection looks its name up itself, once; `Host` header, SNI and certificate stay those of the name.
"""

import os
import socket
import ssl
from functools import cache
from typing import Any

import certifi
import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from loaders.apis.client import addresses, limits, problems

_PATIENCE = 10.0  # seconds for one address; a name can have several, of which some are out of reach


def _connect(connection: HTTPConnection) -> socket.socket:
    last: OSError = OSError()
    try:
        for family, kind, protocol, _, place in addresses.places(connection.host, connection.port):
            made = limits.PlainSocket(family, kind, protocol)
            try:
                made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                made.settimeout(min(_PATIENCE, limits.left()))
                made.connect(place)
                made.settimeout(limits.left())  # what the handshake of TLS may take
            except OSError as error:
                made.close()
                last = error
            else:
                return made
    except OSError as error:
        last = error
    if isinstance(last, TimeoutError):
        raise ConnectTimeoutError(connection, "no connection in time")
    raise NewConnectionError(connection, "no connection")


# `_new_conn` is where urllib3's own SOCKS support, too, puts another way to connect.
class _Plain(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _connect(self)


class _Tls(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _connect(self)


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _Tls


def _add(context: ssl.SSLContext, path: str) -> bool:
    try:
        context.load_verify_locations(path)
    except OSError:  # also what ssl raises
        return False
    return True


@cache
def _trust(own_authorities: str) -> ssl.SSLContext:
    context = ssl.create_default_context()  # the system's authorities
    context.load_verify_locations(certifi.where())
    if own_authorities and not _add(context, own_authorities):
        raise problems.authorities()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.sslsocket_class = limits.TlsSocket
    return context


class CheckedSession(requests.Session):
    """One that leaves redirects alone; `requests` would unpack all of a body to see where the next request goes."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """Nowhere."""
        return None


class CheckedAdapter(HTTPAdapter):
    """Connects to checked addresses only, directly (no proxy), and always checks certificates.

    `ANSWERABLE_CA_BUNDLE` names a file (PEM) with an organisation's own authorities; they are trusted beside the usual.
    """

    def init_poolmanager(self, *given: Any, **named: Any) -> None:
        """Make the pool of connections, of the classes above."""
        trust = _trust(os.environ.get("ANSWERABLE_CA_BUNDLE", ""))
        super().init_poolmanager(*given, **named, ssl_context=trust)
        self.poolmanager.pool_classes_by_scheme = {"http": _PlainPool, "https": _TlsPool}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave it to the context above: whatever `verify` says, certificates are checked."""
        conn.cert_reqs = "CERT_REQUIRED"
