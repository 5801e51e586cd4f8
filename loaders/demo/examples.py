"""Examples of good practice: posts of the city that got far more than could be expected, shared by departments."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pandas as pd
from sqlalchemy import Engine

from data import practice
from data.access import Access
from data.filters import Filters
from data.queries.practice import cards, exceeding
from data.standouts import refresh
from metrics.expectation import examples
from metrics.periods import Period, to_day
from metrics.text.language import identify

MOST = 3
"""So many departments share an example."""

_SAYS_WHEN = re.compile(r"\b(?:until|from|on|at|tot|vanaf|om|op)\b[^.!?]*\d", re.IGNORECASE)
_LESSONS: dict[str, tuple[str, str, str]] = {
    "nl": (
        "De post begint bij de lezer, met een vraag. Daar reageren mensen op.",
        "Er staat bij wanneer het is. Niemand hoefde er nog naar te vragen.",
        "Kort en gewoon geschreven. Eén bericht, één onderwerp.",
    ),
    "en": (
        "The post begins with the reader, by a question. People answer that.",
        "It says when. Nobody had to ask.",
        "Short and in plain words. One post, one subject.",
    ),
}
"""What departments say that others can take from a post, in its language: of one that asks, says when, or neither."""
_DAYS, _AFTER = 2 * 365, timedelta(days=12)


def add_examples(engine: Engine, access: Access, end: date) -> int:
    """Share the newest such post of some departments, with a lesson; how many were shared.

    Posts are judged first where that was not done yet.
    """
    refresh(engine, access)
    last = to_day(end)
    found = examples(exceeding(engine, access, Filters(Period(last - _DAYS, last))))
    newest = found[found["status"].isna()].drop_duplicates("department")
    made = int(datetime.combine(end + _AFTER, time(9), UTC).timestamp())
    shown = newest["post_id"].tolist()[:MOST]
    texts = cards(engine, access, shown).set_index("post_id")["text"]
    for post in shown:
        practice.share(engine, access, post, lesson_of(texts[post]), made_ts=made)
    return len(shown)


def lesson_of(text: str) -> str:
    """What others can take from a post, by what it says, in its language.

    >>> lesson_of("Bus line six takes a detour until 7 July. Cyclists can pass.")
    'It says when. Nobody had to ask.'
    >>> lesson_of("De begroting in drie plaatjes: waar gaat jouw belastinggeld heen?")
    'De post begint bij de lezer, met een vraag. Daar reageren mensen op.'
    """
    asks, when, neither = _LESSONS["en" if identify(pd.Series([text]))[0] == "en" else "nl"]
    if "?" in text:
        return asks
    return when if _SAYS_WHEN.search(text) else neither
