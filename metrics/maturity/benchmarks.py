"""What other organisations answered: published figures, the counts of the OECD survey, and results of peers.

Each is shown with of whom, when, how many, in which unit and how well it is known. They are context, never a target;
results of the demo city are in none of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median, quantiles
from typing import Literal

from metrics.disclosure import MINIMUM
from metrics.maturity.questionnaire import Words
from metrics.words import N_, Message

Strength = Literal["good", "fair", "medium"]
STRENGTHS: dict[Strength, str] = {
    "good": N_("good: the publication itself or its own summary"),
    "fair": N_("fair: a small survey"),
    "medium": N_("medium: a translated or second-hand copy"),
}
"""How well a figure is known, and what that means."""

Unit = Literal[
    "municipalities", "non_users", "councils", "officers", "authorities", "tweets", "accounts", "centres", "national"
]
UNITS: dict[Unit, str] = {
    "municipalities": N_("municipalities"),
    "non_users": N_("municipalities that do not use social media"),
    "councils": N_("councils"),
    "officers": N_("council officers"),
    "authorities": N_("local authorities"),
    "tweets": N_("messages"),
    "accounts": N_("accounts"),
    "centres": N_("centres of national government"),
    "national": N_("national governments"),
}
"""What is counted: who answered, or what was measured."""
NATIONAL: frozenset[Unit] = frozenset({"centres", "national"})

FEWEST = MINIMUM
"""Bodies that a comparison with peers needs at least: with fewer, one of them could be recognised."""


@dataclass(frozen=True)
class Value:
    """One number of a figure: of what, and in percent (0 to 100), as a mark (1 to 10) or as a count."""

    label: Words
    value: float
    kind: Literal["percent", "mark", "count"] = "percent"
    about: bool = False


@dataclass(frozen=True)
class KnownFigure:
    """One published figure. `n` is None when the source does not say; `note` is what a reader must know about it."""

    code: str
    topic: Words
    questions: tuple[str, ...]
    values: tuple[Value, ...]
    population: Words
    year: str
    unit: Unit
    n: int | None
    source: str
    strength: Strength
    note: Words


@dataclass(frozen=True)
class SurveyCount:
    """How many governments gave one answer to one question of the survey, and who checked it against the source."""

    code: str
    text: str
    source: str
    year: int
    total: int
    answer: str
    n: int
    verified_by: str
    verified_on: date
    place: str


def caution(unit: Unit) -> Message | None:
    """The sentence that must stand beside figures of national governments, for readers in a municipality."""
    if unit not in NATIONAL:
        return None
    return Message(
        "national",
        N_(
            "These are answers of national governments. A municipality is not one: read them as background, do not "
            "measure yourself by them."
        ),
    )


@dataclass(frozen=True)
class PeerBody:
    """The result of one organisation without its name: a code, the year, and its mean level per question."""

    code: str
    year: int
    levels: Mapping[str, float]
    consent: str = ""


@dataclass(frozen=True)
class PeerLevel:
    """The levels of peers on one question: the median and the middle half, and how many answered."""

    question: str
    median: float
    low: float
    high: float
    n: int


def peer_levels(bodies: Sequence[PeerBody], questions: Iterable[str]) -> list[PeerLevel]:
    """Each question that at least five bodies answered, in order. Nobody is ranked.

    >>> bodies = [PeerBody(str(level), 2026, {"A1": level}) for level in (0, 1, 2, 3, 4)]
    >>> peer_levels(bodies, ["A1", "A2"])
    [PeerLevel(question='A1', median=2, low=1.0, high=3.0, n=5)]
    """
    found = []
    for question in questions:
        levels = [body.levels[question] for body in bodies if question in body.levels]
        if len(levels) >= FEWEST:
            low, _, high = quantiles(levels, n=4, method="inclusive")
            found.append(PeerLevel(question, median(levels), low, high, len(levels)))
    return found
