"""Messages of a made-up town, of which it is known what they are about."""

import random
from typing import Any

from sqlalchemy import Engine

from data import scoring
from data.access import LOCAL_ADMINISTRATOR as ME
from data.topics import ready
from metrics.text.topics.named import NamedTopic
from tests.loaders.sample_batches import DAY, batch, comment, load, registers

LIST = (
    NamedTopic("parking", {"en": "Parking", "nl": "Parkeren"}, {"en": ("parking", "parked"), "nl": ("parkeer*",)}),
    NamedTopic("waste", {"en": "Waste", "nl": "Afval"}, {"en": ("rubbish", "waste"), "nl": ("afval*", "vuilnis*")}),
    NamedTopic("passports", {"en": "Passports", "nl": "Paspoorten"}, {"en": ("passport*",), "nl": ("paspoort*",)}),
)
"""Stands for the list that ships."""
NO_WORDS = {
    "bridge": (
        "the bridge on the canal was raised too long again",
        "why was the drawbridge raised during rush hour on the canal",
        "boats wait and wait before the canal bridge goes up",
        "raised drawbridge again, canal boats first and cyclists last",
    ),
    "geese": (
        "geese droppings cover the meadow near the lake",
        "so many geese at the lake that the meadow smells",
        "a flock of geese attacked my dog on the meadow",
        "lake meadow full of geese and droppings everywhere",
    ),
    "choir": (
        "the choir concert in the old church sounded wonderful",
        "wonderful evening of singing, what a choir and what a church",
        "tickets for the choir concert were gone within an hour",
        "singing choir, old church, wonderful concert",
    ),
}
"""What no word of that list matches, by what it is about."""
PARKING = ("parking in my street is impossible", "they parked on the pavement again, where is parking enforcement")
TAILS = ("today", "yesterday", "last week", "since monday", "every evening", "as always", "sadly", "for months")


def messages(n: int, about: tuple[str, ...] = tuple(NO_WORDS), seed: int = 1, start: int = 0) -> list[dict[str, Any]]:
    """`n` messages about each of these, from different people, in a random order."""
    chance = random.Random(seed)
    texts = [f"{chance.choice(NO_WORDS[name])} {chance.choice(TAILS)}" for name in about for _ in range(n)]
    chance.shuffle(texts)
    return [said(start + place, text) for place, text in enumerate(texts)]


def said(number: int, text: str) -> dict[str, Any]:
    """A message of its own person."""
    when = 1_782_800_000 + number * 60
    return comment(f"{800_000 + number}", text=text, author=f"person_{number}", published_ts=when)


def fill(store: Engine, n: int = 90, parking: int = 12) -> None:
    """Two departments, `n` messages about each of what the list does not know, some about parking; all scored."""
    registers(store)
    rows = messages(n) + [said(900_000 + i, PARKING[i % len(PARKING)]) for i in range(parking)]
    load(store, batch(comments=rows))
    ready(store)
    scoring.score(store, ME)


def add(store: Engine, rows: list[dict[str, Any]]) -> None:
    """More messages, a week later."""
    later = [row | {"published_ts": row["published_ts"] + 7 * DAY} for row in rows]
    load(store, batch(comments=later))
    scoring.score(store, ME)
