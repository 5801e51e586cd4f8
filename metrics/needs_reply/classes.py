"""The verdict about each message: both sets of rules, and the language where they differ."""

from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from metrics.needs_reply.engine import RULE_SETS, intents
from metrics.needs_reply.intents import NEEDS_REPLY
from metrics.needs_reply.languages import MIXED, OTHER, languages
from metrics.needs_reply.text import plain


def classify(texts: "pd.Series[Any]") -> pd.DataFrame:
    """What each message is: `intent` is a code of `INTENTS`, `language` what the rules had to know for it.

    The Dutch and the English rules both look at every text. Where they agree `language` is None; where they differ,
    the language of the text decides ("nl", "en"), a mix of both ("mixed") needs a reply when either says so, and of
    other languages ("other") only a question mark is understood. The index is that of `texts`; what is no text is
    unclear.

    >>> classify(pd.Series(["Wanneer komt de vuilnis?", "thanks!", None]))["intent"].tolist()
    ['question', 'thanks', 'unclear']
    """
    codes, unique = pd.factorize(texts.map(lambda value: value if isinstance(value, str) else None))
    found = _verdicts(pa.array(list(unique), type=pa.string()))
    missing = codes < 0
    rows = np.where(missing, 0, codes)
    intent = np.where(missing, "unclear", found[0][rows]) if len(unique) else np.full(len(codes), "unclear", object)
    language = np.where(missing, None, found[1][rows]) if len(unique) else np.full(len(codes), None, object)
    return pd.DataFrame({"intent": intent, "language": language}, index=texts.index, dtype=object)


def _verdicts(unique: "pa.Array[Any]") -> tuple[NDArray[np.object_], NDArray[np.object_]]:
    """Intent and language of different texts."""
    seen = plain(unique)
    dutch, english = (intents(seen, language) for language in RULE_SETS)
    intent, language = dutch.copy(), np.full(len(dutch), None, dtype=object)
    differ = np.flatnonzero(dutch != english)
    language[differ] = languages(seen.take(pa.array(differ)))
    intent = np.where(language == "en", english, intent)
    either = (language == MIXED) & np.isin(english, list(NEEDS_REPLY)) & ~np.isin(dutch, list(NEEDS_REPLY))
    intent[either] = english[either]
    foreign = np.flatnonzero(language == OTHER)
    asks = pc.match_substring(seen.take(pa.array(foreign)), "?").to_numpy(zero_copy_only=False).astype(bool)
    intent[foreign] = np.where(asks, "question", "unclear")
    return intent, language
