"""Text from files, shown as it is: nothing in it becomes a link, a picture, a formula or a layout."""

import re
import unicodedata
from collections.abc import Callable, Iterable

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$&=^\"'])")
_AFTER = 80  # characters of a long text that should follow the first marked word
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
    return _escaped(bare(text, limit))


def unmarked(words: str) -> str:
    r"""A sentence with names made safe by `plain`, as it is written where nothing reads Markdown, such as a CSV.

    >>> unmarked(plain("A*b: c@d.nl"))
    'A*b: c@d.nl'
    """
    return re.sub(r"\\(.)", r"\1", words).replace(_JOINER, "")


def marked(text: object, places: Callable[[str], Iterable[tuple[int, int]]], limit: int = 120) -> str:
    r"""The same with some of its words in bold: `places` says of the text that is shown where they begin and end.

    Of a long text the part around the first of them is shown.

    >>> marked("*boom* op het plein", lambda shown: [(1, 5)])
    '\\***boom**\\* op het plein'
    """
    words = " ".join(_visible(str(text)).split())
    first = next(iter(places(words)), (0, 0))[0]
    if first > limit - _AFTER:
        words = "…" + words[first - limit // 4 :]
    shown, parts, end = bare(words, limit), [], 0
    for start, stop in places(shown):
        parts += [_escaped(shown[end:start]), f"**{_escaped(shown[start:stop])}**"]
        end = stop
    return "".join([*parts, _escaped(shown[end:])])


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


def _escaped(words: str) -> str:
    escaped = _MARKDOWN.sub(r"\\\1", words)
    return escaped.replace(":", f":{_JOINER}").replace("@", f"{_JOINER}@").replace("www\\.", f"www{_JOINER}\\.")


def _visible(text: str) -> str:
    """Without control and formatting characters; white space stays."""
    return "".join(c for c in text if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))
