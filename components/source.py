"""Where the numbers on a page come from: printed under every chart and at the top of every CSV."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from components import formats
from components.i18n import _, language, ngettext
from metrics.periods import Period


@dataclass(frozen=True)
class Origin:
    """The imports of one platform that the numbers of a page rest on: how new they are, and what they left out."""

    platform: str
    day: date
    tables: int
    rows: int
    left_out: int


def _unknown() -> tuple[Origin, ...]:
    return ()


@dataclass(frozen=True)
class Source:
    """What was asked for, and what the answer rests on.

    `departments` and `platforms` are names, empty for all. `newest` is the newest day with data among the accounts
    asked for, `imported` the moment of the newest import, `accounts` how many accounts were asked for and `covered`
    how many of them have data in the period. `zone` is the time zone of days and hours; `origins` looks up where
    the numbers of each platform come from, for the reader who wants to know. `besides` says in words what else the
    numbers rest on, such as answers of people.
    """

    organisation: str
    period: Period
    departments: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    newest: int | None = None
    imported: datetime | None = None
    accounts: int = 0
    covered: int = 0
    demo: bool = False
    zone: str = "UTC"
    besides: str = ""
    origins: Callable[[], tuple[Origin, ...]] = field(default=_unknown, compare=False, repr=False)

    def who(self) -> str:
        """The departments and platforms in words, for a subtitle."""
        departments = self.departments or (_("all departments"),)
        platforms = self.platforms or (_("all platforms"),)
        return f"{_join(departments)} · {_join(platforms)}"


def source_line(source: Source) -> str:
    """One line under a chart: source, how fresh, how complete."""
    parts = [
        _("Source: figures of the platforms themselves, loaded by {organisation}", organisation=source.organisation)
        if source.organisation
        else _("Source: figures of the platforms themselves"),
        ngettext(
            "{covered} of {n} account has data",
            "{covered} of {n} accounts have data",
            source.accounts,
            covered=source.covered,
        ),
    ]
    if source.besides:
        parts = [source.besides, *parts] if source.accounts else [source.besides]
    if source.newest is not None:
        parts.append(_("newest post {day}", day=formats.day(source.newest, language())))
    if source.imported is not None:
        parts.append(_("last loaded {day}", day=source.imported.date()))
    if source.demo:
        parts.append(_("demo city, made-up data"))
    return " · ".join(parts)


def _join(names: tuple[str, ...]) -> str:
    return formats.enumeration(names, language())
