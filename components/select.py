"""A list to choose from: stable codes for the program, words for the reader."""

from collections.abc import Mapping
from typing import TypeVar

import streamlit as st

from components.i18n import _

T = TypeVar("T")


def select(label: str, words: Mapping[T, str], start: T, *, key: str, help: str | None = None, width: int = 0) -> T:  # noqa: A002
    """Draw a list of `words` by code, set to `start`; the chosen code.

    The browser answers with the words, so equal ones are told apart by a number.
    """
    options = list(words)
    return st.selectbox(
        label,
        options,
        index=options.index(start),
        format_func=distinct(words).__getitem__,
        key=key,
        help=help,
        width=width or "stretch",
    )


def select_or_none(label: str, words: Mapping[T, str], *, key: str) -> T | None:
    """The same list without anything chosen at first: for choices that nobody may make by accident."""
    return st.selectbox(
        label,
        list(words),
        index=None,
        format_func=distinct(words).__getitem__,
        key=key,
        placeholder=_("Choose from the list"),
    )


def distinct(words: Mapping[T, str]) -> dict[T, str]:
    """The same words; the second of two that are equal gets a number.

    >>> distinct({1: "Sport", 2: "Parks", 3: "Sport"})
    {1: 'Sport', 2: 'Parks', 3: 'Sport (2)'}
    """
    seen: dict[str, int] = {}
    labels = {}
    for code, word in words.items():
        seen[word] = seen.get(word, 0) + 1
        labels[code] = word if seen[word] == 1 else f"{word} ({seen[word]})"
    return labels
