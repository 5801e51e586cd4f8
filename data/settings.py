"""The settings of the organisation, one JSON value in the store."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from zoneinfo import available_timezones

from sqlalchemy import Connection, Engine, delete, insert, select

from data.access import Access
from data.errors import StoreError
from data.schema import account, setting
from data.staging import workbench
from data.store import write_transaction
from data.texts import one_line
from data.time_zone import DEFAULT_ZONE
from metrics.responsiveness.conversations import WINDOW_HOURS
from metrics.words import N_, Message

LANGUAGES = ("nl", "en")
"""The languages that the product has words, lists and models for."""

_KEY = "settings"
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
_WEEK = range(7)
_MOST_HOURS = 31 * 24
_MOST_MONTHS = 600


def _office_hours() -> dict[int, tuple[str, str]]:
    return dict.fromkeys(range(5), ("09:00", "17:00"))


@dataclass(frozen=True)
class Settings:
    """What the organisation says about itself.

    `opening_hours` holds the weekdays on which somebody answers, 0 for Monday, each with the start and the end in
    local time; a weekday that is not in it is closed. `population` is None when it is not known. Messages of one person
    in one thread are one conversation while no more than `conversation_hours` lie between them. `loose_replies`: a
    reply that is linked to no message answers who asked last. `retention_months`: how long messages of citizens may be
    kept; None when that is not set. `x_enterprise_contract`: X allows the organisation to see its content here.
    `youtube_amendment`: YouTube allows figures to be kept for longer than 30 days, and to be reckoned with.
    """

    organisation: str
    time_zone: str = DEFAULT_ZONE
    languages: tuple[str, ...] = LANGUAGES
    population: int | None = None
    opening_hours: dict[int, tuple[str, str]] = field(default_factory=_office_hours)
    youtube_in_totals: bool = False
    conversation_hours: float = WINDOW_HOURS
    loose_replies: bool = True
    retention_months: int | None = None
    x_enterprise_contract: bool = False
    youtube_amendment: bool = False


def read_settings(engine: Engine, access: Access) -> Settings:
    """The settings as last saved; before that, the defaults with an empty name."""
    access.require("read")
    with engine.connect() as connection:
        return stored_settings(connection)


def write_settings(
    engine: Engine, access: Access, settings: Settings, progress: Callable[[float], None] = lambda _: None
) -> None:
    """Save the settings. Another time zone moves posts to other days and hours, so then all figures are counted anew.

    One transaction: the time zone and the figures change together or not at all.
    Raises `StoreError` for a value that cannot be, and `AccessDeniedError`. `progress` gets the share done.
    """
    access.require("administer")
    settings = replace(settings, organisation=one_line(settings.organisation))
    check(settings)
    with workbench(engine) as connection, write_transaction(connection):
        before = stored_settings(connection)
        connection.execute(delete(setting).where(setting.c.key == _KEY))
        connection.execute(insert(setting).values(key=_KEY, value=json.dumps(asdict(settings), ensure_ascii=False)))
        _follow(connection, before, settings, progress)


def _follow(connection: Connection, before: Settings, after: Settings, progress: Callable[[float], None]) -> None:
    """Count anew what rests on a setting that changed."""
    from data import answering, rollups  # they read the settings, so they know this module

    if after.time_zone != before.time_zone:
        rollups.recount(connection, progress)
    elif (after.conversation_hours, after.loose_replies) != (before.conversation_hours, before.loose_replies):
        answering.rebuild(connection, progress)
    elif after.opening_hours != before.opening_hours:
        answering.judge_again(connection, connection.scalars(select(account.c.id)).all(), progress)


def check(settings: Settings) -> None:
    """Stop with a `StoreError` at the first value that cannot be.

    >>> check(Settings("Waterstad", time_zone="Europe/Nowhere"))
    Traceback (most recent call last):
    data.errors.StoreError: “Europe/Nowhere” is not a known time zone. Choose one like Europe/Amsterdam.
    """
    if not settings.organisation.strip():
        text = N_("The organisation has no name. Fill in its name on the page Settings.")
        raise StoreError(Message("no_organisation", text))
    check_time_zone(settings.time_zone)
    unknown = [code for code in settings.languages if code not in LANGUAGES]
    if unknown or not settings.languages:
        text = N_("Choose one or more of these languages: {known}.")
        raise StoreError(Message("unknown_language", text, {"known": ", ".join(LANGUAGES)}))
    if settings.population is not None and settings.population < 1:
        text = N_("The number of inhabitants must be 1 or more. Leave it empty when it is not known.")
        raise StoreError(Message("population", text))
    if not 0 < settings.conversation_hours <= _MOST_HOURS:
        text = N_("The hours between messages of one conversation must be more than 0 and at most {most}.")
        raise StoreError(Message("conversation_hours", text, {"most": _MOST_HOURS}))
    if settings.retention_months is not None and not 1 <= settings.retention_months <= _MOST_MONTHS:
        text = N_("Messages of citizens may be kept for 1 to {most} months. Leave it empty when that is not set.")
        raise StoreError(Message("retention_months", text, {"most": _MOST_MONTHS}))
    check_opening_hours(settings.opening_hours)


def check_time_zone(zone: str) -> None:
    """Stop with a `StoreError` when there is no such time zone."""
    if zone not in available_timezones():
        text = N_("“{zone}” is not a known time zone. Choose one like Europe/Amsterdam.")
        raise StoreError(Message("unknown_time_zone", text, {"zone": zone}))


def check_opening_hours(hours: Mapping[int, tuple[str, str]]) -> None:
    """Stop with a `StoreError` at the first weekday whose hours cannot be."""
    for weekday, (start, end) in hours.items():
        if weekday not in _WEEK or not (_TIME.fullmatch(start) and _TIME.fullmatch(end)) or start >= end:
            text = N_("Opening hours from “{start}” to “{end}” cannot be. Write them like 09:00 and 17:00.")
            raise StoreError(Message("opening_hours", text, {"start": start, "end": end}))


def stored_settings(connection: Connection) -> Settings:
    """The settings as last saved, within a transaction."""
    text = connection.scalar(select(setting.c.value).where(setting.c.key == _KEY))
    if text is None:
        return Settings(organisation="")
    values = json.loads(text)
    values["languages"] = tuple(values["languages"])
    values["opening_hours"] = {int(weekday): tuple(hours) for weekday, hours in values["opening_hours"].items()}
    return Settings(**values)
