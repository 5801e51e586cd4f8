"""Who asks, said honestly to every server."""

import os
import re
import tomllib
from functools import cache
from pathlib import Path

_PROJECT = Path(__file__).parents[3] / "pyproject.toml"


def name() -> str:
    """The `User-Agent`: product, version, and the address in `ANSWERABLE_CONTACT` where a server's keeper can write to.

    >>> name().startswith("Answerable/")
    True
    """
    contact = re.sub(r"[^!-'*-~]", "", os.environ.get("ANSWERABLE_CONTACT", ""))  # no spaces, brackets, line breaks
    return f"Answerable/{_version()} (+{contact})" if contact else f"Answerable/{_version()}"


@cache
def _version() -> str:
    return str(tomllib.loads(_PROJECT.read_text("utf-8"))["project"]["version"])
