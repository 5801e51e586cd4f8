"""Texts put straight into the store, and which of them hold some words by a definition as plain as can be."""

import re
import unicodedata
from collections.abc import Sequence

from sqlalchemy import Engine, delete, insert

from data.schema import comment, post
from data.store import writing

DAY = 20_633
_SECONDS = 86_400


def put(engine: Engine, texts: Sequence[str | None], own: Sequence[str | None] = ()) -> None:
    """Make these the only messages (ids from 1) and own posts (ids from 1), one a minute."""
    with writing(engine) as connection:
        for table, written in ((comment, texts), (post, own)):
            connection.execute(delete(table))
            rows = [_row(number, text, table is post) for number, text in enumerate(written, start=1)]
            if rows:
                connection.execute(insert(table), rows)


def _row(number: int, text: str | None, is_post: bool) -> dict[str, object]:
    when = {"published_ts": DAY * _SECONDS + 60 * number, "precision": "minute", "day": DAY, "dow": 0, "hour": 0}
    row = {"id": number, "account_id": 1, "external_id": str(number), "text": text, "import_id": 1, **when}
    row |= {"month": 202_606}
    return row | ({"type": "post", "missing": ""} if is_post else {"post_id": 1, "is_own": 0})


def words_of(text: str) -> list[str]:
    """The words of a text in small letters and without accents; nothing but what Python itself says of letters."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", bare)


def holds(text: str, typed: Sequence[tuple[str, bool, bool]]) -> bool:
    """Whether a text holds these: words in a row, whether the last one is only a beginning, whether they must not."""
    return all(_holds(words_of(text), words_of(phrase), beginning) != absent for phrase, beginning, absent in typed)


def _holds(text: list[str], phrase: list[str], beginning: bool) -> bool:
    starts = range(len(text) - len(phrase) + 1)
    rows = [text[start : start + len(phrase)] for start in starts]
    if beginning:
        return any(row[:-1] == phrase[:-1] and row[-1].startswith(phrase[-1]) for row in rows)
    return phrase in rows


def as_typed(asked: Sequence[tuple[str, bool, bool]]) -> str:
    """How a person would type that."""
    return " ".join(("-" if absent else "") + f'"{phrase}"' + ("*" if start else "") for phrase, start, absent in asked)
