"""What the organisation's own replies are: by a person, or one that does not stop the clock."""

from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from metrics.needs_reply.rule import Rule, expression
from metrics.needs_reply.rules.replies import AUTOMATIC, HOLDING, SUBSTANCE
from metrics.needs_reply.text import plain


def kinds(texts: "pd.Series[Any]") -> "pd.Series[Any]":
    """What each of the organisation's replies is: "automatic", "holding" ("we are looking into it") or "person".

    A reply that promises to look and also tells something (a day, an address, what was done) is an answer by a
    person. A reply without text is one by a person too: a picture or a link was sent by somebody.

    >>> kinds(pd.Series(["We zoeken het uit!", "We zoeken het uit, vrijdag weten we meer.", None])).tolist()
    ['holding', 'person', 'person']
    """
    codes, unique = pd.factorize(texts.map(lambda value: value if isinstance(value, str) else ""))
    seen = plain(pa.array(list(unique), type=pa.string()))
    automatic, holding, substance = (_found(seen, rule) for rule in (AUTOMATIC, HOLDING, SUBSTANCE))
    kind = np.select([automatic, holding & ~substance], ["automatic", "holding"], "person").astype(object)
    return pd.Series(kind[codes] if len(kind) else [], index=texts.index, dtype=object)


def _found(texts: "pa.Array[Any]", rule: Rule) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    hits = pc.match_substring_regex(texts, pattern=expression(rule.patterns))
    return np.asarray(hits.to_numpy(zero_copy_only=False), dtype=bool)
