"""Where the secrets of connections are kept: in the environment, in a private file, or encrypted in the store.

The key of those in the store is a file outside it, so a copy of the database alone gives no secret away. An encrypted
secret is tied to the connector and the host that it is for: moved to another row, it cannot be read.
"""

import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from stat import S_IRWXG, S_IRWXO

from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import Engine, select

from data import pseudonyms
from data.connections.records import ApiConnection
from data.connections.rules import variable_name
from data.errors import StoreError
from data.key_files import made_once
from data.schema import api_connection
from metrics.words import N_, Message

_KEY_FILE = "secrets.key"
_SHOWN = 4
_LEAST_LENGTH = 12  # of a secret of which the end is shown


def secret_key_file() -> Path:
    """Where the key of stored secrets is: `ANSWERABLE_SECRET_KEY_FILE`, or `secrets.key` beside that of pseudonyms."""
    named = os.environ.get("ANSWERABLE_SECRET_KEY_FILE")
    return Path(named) if named else pseudonyms.key_file().with_name(_KEY_FILE)


def secret_of(engine: Engine, connection: ApiConnection) -> str:
    """The secret of a connection, to be sent to its platform and shown to nobody; "" when it has none.

    Raises `StoreError` when it cannot be read.
    """
    outside = secret_outside(connection.name)
    if outside is not None:
        return outside
    with engine.connect() as store:
        kept = store.scalar(select(api_connection.c.secret).where(api_connection.c.id == connection.id))
    return "" if kept is None else _open(kept, connection)


def secret_outside(name: str) -> str | None:
    """The secret that the environment or a file holds for the connection with this name; None without one.

    Raises `StoreError` when others than its owner may read the file.
    """
    given = os.environ.get(variable_name(name), "").strip()
    if given:
        return given
    for folder, forbidden in _folders():
        content = _private(folder / name, forbidden)
        if content is not None and content.strip():
            return content.strip()
    return None


def sealed(secret: str, connector: str, host: str) -> str | None:
    """A secret as the store keeps it; None for an empty one. Makes the key on first use."""
    clean = secret.strip()
    if not clean:
        return None
    path = secret_key_file()
    try:
        made_once(path, Fernet.generate_key)
    except OSError as error:
        text = N_("The key file {file} cannot be written or read ({reason}). Secrets in the store need it.")
        raise StoreError(Message("key_unwritable", text, {"file": str(path), "reason": error.strerror})) from error
    return _fernet(_private(path) or "").encrypt(f"{_purpose(connector, host)}\n{clean}".encode()).decode("ascii")


def shown_end(secret: str) -> str | None:
    """The last four characters of a secret, to tell it from another; None for short ones.

    >>> shown_end("not-a-real-token-wxyz"), shown_end("short")
    ('wxyz', None)
    """
    clean = secret.strip()
    end = clean[-_SHOWN:]
    return end if len(clean) >= _LEAST_LENGTH and end.isprintable() else None


def _folders() -> Iterator[tuple[Path, int]]:
    """Folders with a file per connection, each with the rights that may not be given on them.

    systemd gives its user the right to read by an access list, which shows as a right of the group.
    """
    for variable, forbidden in (("ANSWERABLE_SECRETS", S_IRWXG | S_IRWXO), ("CREDENTIALS_DIRECTORY", S_IRWXO)):
        if os.environ.get(variable):
            yield Path(os.environ[variable]), forbidden


def _private(path: Path, forbidden: int = S_IRWXG | S_IRWXO) -> str | None:
    """The text of a file that nobody else may read; None when it is not there."""
    try:
        with path.open(encoding="utf-8") as file:
            if os.fstat(file.fileno()).st_mode & forbidden:
                text = N_("Others can read the file {file}, so its secret is not used. Run: {command}")
                values = {"file": str(path), "command": f"chmod 600 {shlex.quote(str(path))}"}
                raise StoreError(Message("open_to_others", text, values))
            return file.read()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        text = N_("The file {file} cannot be read. It must be a text file that this program may read.")
        raise StoreError(Message("secret_unreadable", text, {"file": str(path)})) from error


def _open(kept: str, connection: ApiConnection) -> str:
    key = _private(secret_key_file())
    if key is None:
        text = N_(
            "The key file {file} is gone, so the secret of “{name}” cannot be read. "
            "Put the file back, or replace the secret."
        )
        raise StoreError(Message("key_lost", text, {"file": str(secret_key_file()), "name": connection.name}))
    try:
        opened = _fernet(key).decrypt(kept).decode()
    except InvalidToken as error:
        text = N_(
            "The key in {file} is not the one that the secret of “{name}” was kept with. "
            "Put the right key file back, or replace the secret."
        )
        values = {"file": str(secret_key_file()), "name": connection.name}
        raise StoreError(Message("other_secret_key", text, values)) from error
    purpose, _, secret = opened.partition("\n")
    if purpose != _purpose(connection.connector, connection.host):
        text = N_("The secret of “{name}” was given for another server. Replace the secret.")
        raise StoreError(Message("other_purpose", text, {"name": connection.name}))
    return secret


def _fernet(key: str) -> Fernet:
    try:
        return Fernet(key.strip())
    except ValueError as error:
        text = N_("The file {file} does not hold a key for secrets. Put the right key file back, or remove it.")
        raise StoreError(Message("no_secret_key", text, {"file": str(secret_key_file())})) from error


def _purpose(connector: str, host: str) -> str:
    return f"{connector} {host}"
