"""HTML of messages to plain text: paragraphs and line breaks stay, tags go.

The result is text, not safe HTML: whoever shows it escapes it.
"""

import html

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

_STEPS: tuple[tuple[str, str], ...] = (
    (r"\s*\n\s*", " "),  # a line end in HTML is a space
    (r"(?i)<(?:script|style)\b[^>]*>.*?</(?:script|style)\s*>", ""),
    (r"(?i)<br\s*/?>", "\n"),
    (r"(?i)</(?:p|blockquote|ul|ol|pre|h[1-6])\s*>", "\n\n"),
    (r"(?i)</(?:div|li)\s*>", "\n"),
    (r"<[^<>]*>", ""),  # also the spans that hide parts of a link, so that links are whole
    (r"[ \t]*\n[ \t]*", "\n"),
    (r"\n{3,}", "\n\n"),
)


def plain_texts(cells: "pd.Series[str]") -> "pd.Series[str]":
    r"""The texts that a reader of these pieces of HTML sees; links in full.

    >>> plain_texts(pd.Series(["<p>Hi <b>all</b> &amp; you</p><p>Bye<br>now</p>"])).tolist()
    ['Hi all & you\n\nBye\nnow']
    """
    texts = pa.array(cells, type=pa.large_string())
    for pattern, replacement in _STEPS:
        texts = pc.replace_substring_regex(texts, pattern, replacement)
    made = pd.Series(pd.array(pc.utf8_trim_whitespace(texts), dtype="str"), index=cells.index)
    escaped = made.str.contains("&", regex=False).to_numpy(dtype=bool)
    return made.mask(escaped, made[escaped].map(html.unescape).reindex(made.index)).astype("str")
