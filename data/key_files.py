"""Keys in files outside the database, which their owner alone can read (mode 0600)."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path


def made_once(path: Path, content: Callable[[], bytes]) -> bytes:
    """The content of a key file, made on first use: when two processes start at once, one key wins."""
    if not path.exists():
        _make(path, content())
    return path.read_bytes()


def _make(path: Path, content: bytes) -> None:
    """Write the key beside its place, then link it there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()
