"""Text from files, shown as it is: nothing in it becomes a link, a picture, a formula or a layout."""

import re
import unicodedata

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$&=^\"'])")
_JOINER = "\u2060"  # no width: keeps `https://`, `www.`, `:smile:` and `a@b.nl` from being recognised


def plain(text: object, limit: int = 120) -> str:
    r"""A name or text from a file, safe to put into a sentence of the page.

    Characters that mean something in Markdown are escaped. Control characters and marks that turn the reading
    direction are dropped (they can make `gpj.exe` look like `exe.jpg`), line breaks become spaces, and a text of
    more than `limit` characters is cut.

    >>> plain("**bold** [x](y)")
    '\\*\\*bold\\*\\* \\[x\\]\\(y\\)'
    >>> plain("a\nb\u202ec")
    'a bc'
    """
    words = " ".join(_visible(str(text)).split())
    if len(words) > limit:
        words = words[: limit - 1].rstrip() + "…"
    escaped = _MARKDOWN.sub(r"\\\1", words)
    return escaped.replace(":", f":{_JOINER}").replace("@", f"{_JOINER}@").replace("www\\.", f"www{_JOINER}\\.")


def spoken(text: object, limit: int = 500) -> str:
    """The words of a text, for the name of a field that is read out: what means something in Markdown is left out.

    >>> spoken('Rows are numbered ("Nth day"). On which day does it *start*?')
    'Rows are numbered Nth day. On which day does it start?'
    """
    return " ".join("".join(c for c in bare(text, limit) if c.isalnum() or c in " ,.?").split())


def bare(text: object, limit: int = 120) -> str:
    r"""The same for places that do not read Markdown: options of a list, cells of a data table.

    >>> bare("*a*\tb\x00")
    '*a* b'
    """
    words = " ".join(_visible(str(text)).split())
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def _visible(text: str) -> str:
    """Without control and formatting characters; white space stays."""
    return "".join(c for c in text if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))
