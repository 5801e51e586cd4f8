"""What a name and words of a topic may be; what is wrong with them in words."""

import re
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from data.declared.lists import clean
from data.errors import StoreError
from data.settings import LANGUAGES
from data.topics.groups import Groups
from data.topics.topic import Topic, all_topics
from metrics.text.topics.match import normalised
from metrics.words import N_, Message

LONGEST_NAME = 80
MOST_WORDS = 200
_LONGEST_WORD = 60
_FEWEST_LETTERS = 3
_PATTERN = re.compile(r"\*?\w[\w'’.-]*(?: \w[\w'’.-]*)*\*?")


def checked_names(names: Mapping[str, str]) -> dict[str, str]:
    """Names by language without stray spaces; empty ones are left out."""
    _check_languages(names)
    found = {code: clean(name) for code, name in names.items() if clean(name)}
    for name in found.values():
        if len(name) > LONGEST_NAME:
            text = N_("“{name}” is too long for a name. Use at most {most} characters.")
            raise StoreError(Message("topic_name_long", text, {"name": name[:LONGEST_NAME], "most": LONGEST_NAME}))
        if not any(map(str.isalnum, name)):
            text = N_("“{name}” has no letter or digit. Choose a name that people can read.")
            raise StoreError(Message("topic_name", text, {"name": name}))
    return found


def checked_words(words: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Words and patterns by language, in small letters, each once; all languages that were given stay in it.

    >>> checked_words({"nl": [" Afval* ", "afval*", "grof vuil"], "en": []})
    {'nl': ('afval*', 'grof vuil'), 'en': ()}
    """
    _check_languages(words)
    return {code: _checked(found) for code, found in words.items()}


def check_free(connection: Connection, ids: Iterable[int]) -> None:
    """Stop when a word of one of these topics belongs to another one, which is looked for as well."""
    groups = Groups(all_topics(connection))
    owners: dict[tuple[str, str], list[Topic]] = {}
    for one in groups.matched():
        for code, words in one.words.items():
            for word in words:
                owners.setdefault((code, normalised(word)), []).append(one)
    for one in (groups.topics[number] for number in ids if groups.counts_as(number) is not None):
        for code, words in one.words.items():
            for word in words:
                others = owners[code, normalised(word)]
                other = next((other for other in others if groups.root(other.id) != groups.root(one.id)), None)
                if other is not None:
                    text = N_("“{word}” is already a word of the topic “{topic}”. Remove it there, or leave it out.")
                    values = {"word": word, "topic": in_all_languages(other)}
                    raise StoreError(Message("topic_word_taken", text, values))


def in_all_languages(one: Topic) -> str:
    """What a topic is called, for a sentence of which the reader's language is not known yet.

    >>> in_all_languages(Topic(1, "own", {"nl": "Pont", "en": "Ferry"}))
    'Pont / Ferry'
    """
    return " / ".join(dict.fromkeys(one.label(code) for code in LANGUAGES))


def _checked(words: Iterable[str]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(clean(word).lower() for word in words if clean(word)))
    if len(found) > MOST_WORDS:
        text = N_("The list has {n} words. It may have at most {most}.")
        raise StoreError(Message("topic_words_many", text, {"n": len(found), "most": MOST_WORDS}))
    for word in found:
        _check_word(word)
    return found


def _check_word(word: str) -> None:
    letters = sum(map(str.isalnum, word))
    fits = _PATTERN.fullmatch(word) and len(word) <= _LONGEST_WORD
    if not fits or letters < (_FEWEST_LETTERS if "*" in word else 2):
        text = N_(
            "“{word}” cannot be looked for. Write a word (pool), a few words (swimming pool), or a part of a word with "
            "* for the rest (swim*, *pool*), with at least {least} letters before or after a *."
        )
        raise StoreError(Message("topic_word", text, {"word": word[:_LONGEST_WORD], "least": _FEWEST_LETTERS}))


def _check_languages(given: Iterable[str]) -> None:
    for code in given:
        if code not in LANGUAGES:
            text = N_("“{value}” is not known. Use one of these: {allowed}.")
            values = {"value": str(code)[:20], "allowed": ", ".join(LANGUAGES)}
            raise StoreError(Message("topic_language", text, values))
