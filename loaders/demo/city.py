"""Who is who in Oeverdrecht: departments, the topics they handle, and their accounts and websites.

Oeverdrecht does not exist; nor do its accounts, which is why every address ends in `.example`.
"""

from dataclasses import dataclass

from loaders.demo.words import read
from loaders.records import Platform

NAME = "Oeverdrecht"
POPULATION = 180_000

TOPICS: dict[str, str] = {  # topic -> the department whose job it is
    "waste": "duurzaam",
    "energy": "duurzaam",
    "parking": "mobiliteit",
    "roadworks": "mobiliteit",
    "greenery": "beheer",
    "street": "beheer",
    "permits": "publiek",
    "passports": "publiek",
    "digital": "publiek",
    "events": "cultuur",
    "culture": "cultuur",
    "safety": "veilig",
    "storm": "veilig",
    "sport": "sport",
    "youth": "sport",
    "participation": "communicatie",
    "elections": "communicatie",
    "city": "communicatie",
}


@dataclass(frozen=True)
class Habit:
    """How a department answers: the share of messages that get a reply, and how fast while it is open."""

    answered: float
    median_minutes: float
    spread: float  # sigma of the lognormal delay
    opens: int
    closes: int
    weekend: bool = False


@dataclass(frozen=True)
class Department:
    """A department: what it posts about (weights), when (share in the evening, in holidays), and how it answers."""

    key: str
    name: str
    topics: dict[str, float]
    evening: float
    holidays: float
    habit: Habit
    front_office: bool = False  # handles messages on any topic

    def handles(self, topic: str) -> bool:
        """Whether a message on this topic has come to the right place."""
        return self.front_office or topic in self.topics


@dataclass(frozen=True)
class Account:
    """An account: followers at the end of the three years, posts a week, and what the register says about it."""

    key: str
    department: str
    platform: Platform
    handle: str
    name: str
    followers: int
    per_week: float
    purpose: str
    owner_role: str | None = "Communicatieadviseur"
    language: str = "nl"


DEPARTMENTS = (
    Department(
        "publiek",
        "Publiekszaken",
        {"passports": 4, "permits": 2, "digital": 2, "elections": 0.3, "city": 0.4},
        0.12,
        0.7,
        Habit(0.86, 42, 1.2, 8, 22, weekend=True),
        front_office=True,
    ),
    Department(
        "beheer",
        "Beheer Openbare Ruimte",
        {"street": 4, "greenery": 3.5, "waste": 0.6},
        0.12,
        0.75,
        Habit(0.90, 130, 1.2, 8, 18),
    ),
    Department(
        "mobiliteit",
        "Mobiliteit en Parkeren",
        {"parking": 4.5, "roadworks": 4.5},
        0.14,
        0.8,
        Habit(0.84, 95, 1.2, 8, 19),
    ),
    Department(
        "veilig",
        "Veiligheid en Handhaving",
        {"safety": 6, "parking": 0.6, "street": 0.5},
        0.22,
        0.9,
        Habit(0.85, 85, 1.2, 7, 23, weekend=True),
    ),
    Department(
        "cultuur",
        "Cultuur en Evenementen",
        {"events": 6, "culture": 4},
        0.24,
        1.1,
        Habit(0.86, 90, 1.2, 9, 21, weekend=True),
    ),
    Department(
        "duurzaam",
        "Duurzaamheid en Afval",
        {"waste": 5, "energy": 4},
        0.14,
        0.75,
        Habit(0.80, 200, 1.3, 8, 17),
    ),
    Department(
        "sport",
        "Sport en Jeugd",
        {"sport": 5, "youth": 4},
        0.30,
        1.3,
        Habit(0.84, 170, 1.2, 9, 19),
    ),
    Department(
        "communicatie",
        "Communicatie",
        {"city": 4, "participation": 2, "waste": 0.7, "roadworks": 0.7, "events": 0.9, "passports": 0.6, "energy": 0.5},
        0.16,
        0.75,
        Habit(0.82, 42, 1.2, 8, 22, weekend=True),
        front_office=True,
    ),
)

ACCOUNTS = tuple(Account(**entry) for entry in read("accounts"))

SITES: dict[str, str] = {  # host -> department
    "www.oeverdrecht.example": "communicatie",
    "uit.oeverdrecht.example": "cultuur",
}

INDEX = {account.key: number for number, account in enumerate(ACCOUNTS)}
DEPARTMENT = {department.key: department for department in DEPARTMENTS}
