"""The name of a server that a person types: a name and nothing else, in the form that the internet uses."""

import re

import idna

from loaders.apis.client import allowed, loopback
from loaders.apis.client.errors import ApiError
from metrics.words import N_, Message

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
# The last part of a public name has letters only, or is an encoded one; so 2130706433, 0x7f.1 and 0177.1 are no names.
_PUBLIC = re.compile(rf"(?:{_LABEL}\.)+(?:[a-z]{{2,63}}|xn--[a-z0-9-]{{0,58}}[a-z0-9])")
_INSIDE = re.compile(rf"(?:{_LABEL}\.)*[a-z](?:[a-z0-9-]{{0,61}}[a-z0-9])?")
_NOT_PUBLIC = re.compile(
    r"(?:.*\.)?(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|onion|alt|arpa)"
)
_MOST = 253


def checked_host(text: str) -> str:
    """The name of a server as it is asked for: small letters, and ASCII where it has others.

    Refused are addresses in numbers, however they are written, and anything around the name: https://, a port, a path,
    a user. Names inside a network need the administrator's leave (`allowed`).

    >>> checked_host(" Social.Waterstad.example ")
    'social.waterstad.example'
    >>> checked_host("bürger.example")
    'xn--brger-kva.example'
    >>> checked_host("https://social.waterstad.example/@waterstad")
    Traceback (most recent call last):
    ...
    loaders.apis.client.errors.ApiError: This is not the name of a server. Type only the name, such as \
social.example.org: without https://, port, path or user, and not an address in numbers.
    """
    if loopback.is_here(text):
        return text
    name = _ascii(text)
    if name is None or _INSIDE.fullmatch(name) is None:
        words = N_(
            "This is not the name of a server. Type only the name, such as social.example.org: without https://, port, "
            "path or user, and not an address in numbers."
        )
        raise ApiError("refused", Message("host_name", words))
    is_public = _PUBLIC.fullmatch(name) and not _NOT_PUBLIC.fullmatch(name)
    if not is_public and not allowed.is_listed(name):
        words = N_(
            "{host} is a name inside a network. Only public servers are asked, and those your administrator allows."
        )
        raise ApiError("refused", Message("host_inside", words, {"host": name}))
    return name


def origin(host: str) -> str:
    """Scheme and host that a checked host is asked at."""
    return loopback.origin(host) or f"https://{host}"


def _ascii(text: str) -> str | None:
    if len(text) > _MOST or not text.isprintable():  # before anything is cut off: no line breaks, not even at the end
        return None
    try:
        name = idna.encode(text.strip(" "), uts46=True, std3_rules=True, transitional=False).decode("ascii")
    except UnicodeError:  # also what idna raises
        return None
    return name if len(name) <= _MOST else None
