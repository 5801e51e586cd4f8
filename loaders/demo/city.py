"""Who is who in Oeverdrecht: departments, the topics they handle, and their accounts and websites.

Oeverdrecht does not exist; nor do its accounts, which is why every address ends in `.example`.
"""

from dataclasses import dataclass

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
    platform: str
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
        Habit(0.90, 75, 1.3, 8, 21, weekend=True),
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
        Habit(0.82, 120, 1.3, 8, 19),
    ),
    Department(
        "veilig",
        "Veiligheid en Handhaving",
        {"safety": 6, "parking": 0.6, "street": 0.5},
        0.22,
        0.9,
        Habit(0.84, 110, 1.3, 7, 23, weekend=True),
    ),
    Department(
        "cultuur",
        "Cultuur en Evenementen",
        {"events": 6, "culture": 4},
        0.24,
        1.1,
        Habit(0.86, 140, 1.2, 9, 20, weekend=True),
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
        Habit(0.88, 85, 1.3, 8, 22, weekend=True),
        front_office=True,
    ),
)

_ALL = "Nieuws en hulp voor alle inwoners"
_WORK = "Werken bij de stad en contact met ondernemers"
ACCOUNTS = (
    Account("fb-gemeente", "communicatie", "facebook", "gemeenteoeverdrecht", "Gemeente Oeverdrecht", 41_000, 9, _ALL),
    Account("ig-gemeente", "communicatie", "instagram", "gemeente.oeverdrecht", "Gemeente Oeverdrecht", 23_000, 7, _ALL),
    Account("x-gemeente", "communicatie", "x", "GemOeverdrecht", "Gemeente Oeverdrecht", 26_000, 12, _ALL),
    Account("li-gemeente", "communicatie", "linkedin", "gemeente-oeverdrecht", "Gemeente Oeverdrecht", 18_000, 4, _WORK),
    Account(
        "yt-gemeente", "communicatie", "youtube", "gemeente-oeverdrecht", "Gemeente Oeverdrecht", 2_100, 0.7, "Films en uitleg"
    ),
    Account(
        "ma-gemeente",
        "communicatie",
        "mastodon",
        "gemeente@social.oeverdrecht.example",
        "Gemeente Oeverdrecht",
        1_900,
        5,
        _ALL,
    ),
    Account(
        "x-raad",
        "communicatie",
        "x",
        "RaadOeverdrecht",
        "Raad van Oeverdrecht",
        3_400,
        1,
        "Elke donderdag de agenda van de raad",
        "Griffier",
    ),
    Account(
        "fb-loket", "publiek", "facebook", "stadsloketoeverdrecht", "Stadsloket Oeverdrecht", 12_000, 6, "Vragen aan de balie"
    ),
    Account("x-loket", "publiek", "x", "StadsloketOvd", "Stadsloket Oeverdrecht", 7_000, 7, "Webcare", "Teamleider webcare"),
    Account(
        "ig-international",
        "publiek",
        "instagram",
        "oeverdrecht.international",
        "Oeverdrecht International",
        4_200,
        3,
        "Information in English for international residents",
        "Adviseur internationals",
        "en",
    ),
    Account(
        "fb-buiten", "beheer", "facebook", "buiteninoeverdrecht", "Buiten in Oeverdrecht", 15_000, 6, "Heel, schoon en veilig"
    ),
    Account("x-buiten", "beheer", "x", "BuitenOvd", "Buiten in Oeverdrecht", 6_000, 7, "Meldingen over de buitenruimte"),
    Account("ig-buiten", "beheer", "instagram", "buiten.oeverdrecht", "Buiten in Oeverdrecht", 5_000, 3, "Groen in beeld"),
    Account(
        "fb-bereikbaar",
        "mobiliteit",
        "facebook",
        "oeverdrechtbereikbaar",
        "Oeverdrecht Bereikbaar",
        9_000,
        6,
        "Verkeer, fiets en parkeren",
    ),
    Account("x-bereikbaar", "mobiliteit", "x", "OvdBereikbaar", "Oeverdrecht Bereikbaar", 11_000, 8, "Verkeer van dag tot dag"),
    Account("x-parkeren", "mobiliteit", "x", "ParkerenOvd", "Parkeren Oeverdrecht", 2_600, 3, "Parkeren", None),
    Account("x-veilig", "veilig", "x", "VeiligOeverdrecht", "Veilig Oeverdrecht", 9_000, 6, "Veiligheid en handhaving"),
    Account("fb-veilig", "veilig", "facebook", "veiligoeverdrecht", "Veilig Oeverdrecht", 8_000, 5, "Veiligheid in de wijk"),
    Account(
        "ig-uit", "cultuur", "instagram", "uitinoeverdrecht", "Uit in Oeverdrecht", 19_000, 9, "Wat is er te doen", "Citymarketeer"
    ),
    Account(
        "fb-uit", "cultuur", "facebook", "uitinoeverdrecht", "Uit in Oeverdrecht", 10_000, 4, "Wat is er te doen", "Citymarketeer"
    ),
    Account(
        "ig-lichtjesnacht",
        "cultuur",
        "instagram",
        "lichtjesnacht.oeverdrecht",
        "Lichtjesnacht Oeverdrecht",
        6_000,
        12,
        "Eén keer per jaar: de Lichtjesnacht in december",
        "Evenementencoördinator",
    ),
    Account(
        "fb-duurzaam",
        "duurzaam",
        "facebook",
        "oeverdrechtduurzaam",
        "Oeverdrecht Duurzaam",
        7_000,
        6,
        "Afval, energie en klimaat",
    ),
    Account("li-duurzaam", "duurzaam", "linkedin", "oeverdrecht-duurzaam", "Oeverdrecht Duurzaam", 3_000, 2, "Voor bedrijven"),
    Account(
        "fb-sport", "sport", "facebook", "sportinoeverdrecht", "Sport in Oeverdrecht", 11_000, 8, "Sport, spel en jeugd"
    ),
    Account("ig-sport", "sport", "instagram", "sport.oeverdrecht", "Sport in Oeverdrecht", 5_000, 3, "Sport in beeld"),
)

SITES: dict[str, str] = {  # host -> department
    "www.oeverdrecht.example": "communicatie",
    "uit.oeverdrecht.example": "cultuur",
}

INDEX = {account.key: number for number, account in enumerate(ACCOUNTS)}
DEPARTMENT = {department.key: department for department in DEPARTMENTS}
