"""Words for topics: where they come from, how steady they are, and the text fields in which people write words."""

import re
from collections.abc import Iterable

from components.escape import plain
from components.i18n import _, number
from metrics.disclosure import MINIMUM
from metrics.text.topics.steady import WORDS, steadiness
from metrics.words import N_

ORIGINS = {
    "list": N_("The list that ships"),
    "found": N_("Found in messages"),
    "own": N_("Added here"),
}
KINDS = {
    "tfidf": N_("by the words that messages share, in each language apart"),
    "semantic": N_("by the meaning of messages, over languages"),
}
LANGUAGE_NAMES = {"en": N_("English"), "nl": N_("Dutch")}
_BETWEEN = re.compile(r"[,;\n]")


def origin_words(origin: str) -> str:
    """Where a topic comes from."""
    return _(ORIGINS[origin])


def steady_words(stability: float | None) -> str:
    """How alike a found topic is found again; a topic that is known by its words is always the same."""
    return "–" if stability is None else _(WORDS[steadiness(stability)])


def count_words(n: int) -> str:
    """A number of messages; small ones stay hidden, because they can point at a person.

    >>> count_words(0), count_words(3), count_words(1200)
    ('0', 'under 5', '1,200')
    """
    return _("under {n}", n=MINIMUM) if 0 < n < MINIMUM else number(n)


def listed(words: Iterable[str], most: int = 8) -> str:
    """The first words of some, escaped, with commas between them."""
    found = list(words)
    more = [_("and {n} more", n=len(found) - most)] if len(found) > most else []
    return ", ".join([*(plain(word, 60) for word in found[:most]), *more]) or "–"


def language_name(code: str) -> str:
    """The name of a language that the product has words for; of others the code."""
    return _(LANGUAGE_NAMES[code]) if code in LANGUAGE_NAMES else plain(code, 12)


def split_words(text: str) -> tuple[str, ...]:
    """The words that were typed with commas, semicolons or line breaks between them.

    >>> split_words("pool, swimming pool;\\n swim*,")
    ('pool', 'swimming pool', 'swim*')
    """
    return tuple(word.strip() for word in _BETWEEN.split(text) if word.strip())
