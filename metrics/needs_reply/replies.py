"""What the organisation's own replies are: by a person, or one that does not stop the clock."""

from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from metrics.needs_reply.rule import Rule, expression
from metrics.needs_reply.rules.replies import AUTOMATIC, COURTESY, HOLDING, SIGNATURE
from metrics.needs_reply.text import column, plain

_TELLS = r"[a-z]{2,} [^,.!?;:]*[a-z]{2,}|[0-9?]|\[url\]"  # two words together, a number, a question or a link
_DAY = (
    r"\b(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|morgen|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow)\b"
)


def kinds(texts: "pd.Series[Any]") -> "pd.Series[Any]":
    """What each of the organisation's replies is: "automatic", "holding" ("we are looking into it") or "person".

    A reply that promises to look and also tells or asks something is an answer by a person. So every part between
    punctuation marks is judged: a reply is "holding" when all its parts are promises and polite words. A reply
    without text is one by a person too: a picture or a link was sent by somebody.

    >>> kinds(pd.Series(["We zoeken het uit!", "We zoeken het uit, vrijdag weten we meer.", None])).tolist()
    ['holding', 'person', 'person']
    """
    codes, unique = column(texts)
    seen = plain(unique)
    automatic, promises = (_hits(seen, expression(rule.patterns)) for rule in (AUTOMATIC, HOLDING))
    rest = pc.replace_substring_regex(seen, pattern=SIGNATURE, replacement="")
    rest = pc.replace_substring_regex(rest, pattern=_parts(HOLDING, COURTESY), replacement=" ")
    tells = _hits(rest, _TELLS) | _hits(seen, _DAY)  # a promise for a certain day is an answer
    kind = np.select([automatic, promises & ~tells], ["automatic", "holding"], "person").astype(object)
    return pd.Series(kind[codes], index=texts.index, dtype=object)


def _parts(*rules: Rule) -> str:
    """What finds a whole part of a sentence in which one of the rules fits."""
    fits = "|".join(expression(rule.patterns) for rule in rules)
    return f"[^,.!?;:]*(?:{fits})[^,.!?;:]*"


def _hits(texts: "pa.Array[Any]", pattern: str) -> NDArray[np.bool_]:
    return np.asarray(pc.match_substring_regex(texts, pattern=pattern).to_numpy(zero_copy_only=False), dtype=bool)
