"""Keyed pseudonyms for citizens: the same person gets the same code, and nobody can compute it without the key.

The key lives in a file outside the database, so that a copy of the database alone cannot be turned back into
handles by trying them all.
"""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from sqlalchemy import Connection, insert, select

from data.errors import StoreError
from data.key_files import made_once
from data.schema import setting
from metrics.words import N_, Message

_KEY_FILE = Path(__file__).parents[1] / "var" / "answerable.key"
_FINGERPRINT = "pseudonym_key"
_BYTES = 32


def key_file() -> Path:
    """Where the key is kept: `ANSWERABLE_KEY_FILE`, or `var/answerable.key` in the product's folder."""
    return Path(os.environ.get("ANSWERABLE_KEY_FILE") or _KEY_FILE)


def secret_key() -> bytes:
    """The key, made on first use; its file can be read by its owner only (mode 0600)."""
    return made_once(key_file(), lambda: secrets.token_bytes(_BYTES))


def pseudonym(key: bytes, platform: str, handle: str) -> str:
    """The code of a person on a platform: HMAC-SHA256 of platform and handle, 32 hexadecimal digits.

    Capitals and a leading @ make no difference.

    >>> pseudonym(b"key", "x", "@Jan") == pseudonym(b"key", "x", "jan")
    True
    >>> pseudonym(b"key", "x", "jan") == pseudonym(b"another key", "x", "jan")
    False
    """
    name = f"{platform}:{handle.strip().removeprefix('@').casefold()}"
    return hmac.new(key, name.encode(), hashlib.sha256).hexdigest()[:32]


def claim(connection: Connection, key: bytes) -> None:
    """Tie the store to the key of its first pseudonyms; stop with `StoreError` when it is tied to another.

    Two keys in one store would make two persons of one, silently.
    """
    fingerprint = f'"{hashlib.sha256(key).hexdigest()}"'
    known = connection.scalar(select(setting.c.value).where(setting.c.key == _FINGERPRINT))
    if known is None:
        connection.execute(insert(setting).values(key=_FINGERPRINT, value=fingerprint))
    elif known != fingerprint:
        raise StoreError(
            Message(
                "other_key",
                N_(
                    "The key in {file} is not the one this store was filled with. "
                    "Put the right key file back, or start with an empty store."
                ),
                {"file": str(key_file())},
            )
        )
