"""What a server says of a failure, fit to be quoted to people."""

import html
import re
from typing import Any

_SECRET = re.compile(r"[0-9A-Za-z_-]{24,}")  # a token or key that the server repeats
_LONGEST = 200


def said(message: Any) -> str:
    """A server's own words in one line, to stand in a sentence; without anything that may be a key.

    >>> said("The plugin Foo is not enabled. See Settings &gt; Plugins.")
    'The plugin Foo is not enabled. See Settings > Plugins'
    >>> said("Unknown token 0123456789abcdef0123456789abcdef")
    'Unknown token …'
    """
    words = " ".join(html.unescape(message).split()) if isinstance(message, str) else ""
    return _SECRET.sub("…", words)[:_LONGEST].rstrip(".")
