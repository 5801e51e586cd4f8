"""Settings of the organisation."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, select

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.rollups import rebuild
from data.schema import post as posts
from data.schema import rollup_day
from data.settings import Settings, read_settings, write_settings
from data.store import version
from tests.loaders.sample_batches import DAY, MONDAY, batch, load, post, registers

WATERSTAD = Settings("Waterstad")
LATE = MONDAY - (MONDAY % DAY) + 22 * 3600 + 1800  # half past midnight in Amsterdam, the evening before in London


def test_the_defaults_until_something_is_saved(store: Engine) -> None:
    found = read_settings(store, ME)
    assert found == Settings("")
    assert found.time_zone == "Europe/Amsterdam"
    assert found.opening_hours == dict.fromkeys(range(5), ("09:00", "17:00"))


def test_what_is_written_is_read(store: Engine) -> None:
    before = version(store)
    hours = {0: ("08:30", "17:00"), 5: ("10:00", "24:00")}
    new = Settings("Gemeente Waterstad", "UTC", ("nl",), 54_000, hours, youtube_in_totals=True, retention_months=18)
    write_settings(store, ME, new)
    assert read_settings(store, ME) == new
    assert version(store) > before
    write_settings(store, ME, WATERSTAD)
    assert read_settings(store, ME) == WATERSTAD


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"organisation": "  "}, "no_organisation"),
        ({"time_zone": "Europe/Nowhere"}, "unknown_time_zone"),
        ({"time_zone": "../etc/passwd"}, "unknown_time_zone"),
        ({"languages": ()}, "unknown_language"),
        ({"languages": ("nl", "xx")}, "unknown_language"),
        ({"population": 0}, "population"),
        ({"retention_months": 0}, "retention_months"),
        ({"retention_months": 601}, "retention_months"),
        ({"opening_hours": {7: ("09:00", "17:00")}}, "opening_hours"),
        ({"opening_hours": {0: ("17:00", "09:00")}}, "opening_hours"),
        ({"opening_hours": {0: ("9:00", "17:00")}}, "opening_hours"),
        ({"opening_hours": {0: ("09:00", "25:00")}}, "opening_hours"),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_nothing_stored(
    store: Engine, wrong: dict[str, object], code: str
) -> None:
    with pytest.raises(StoreError) as refused:
        write_settings(store, ME, replace(WATERSTAD, **wrong))  # type: ignore[arg-type]
    assert refused.value.message.code == code
    assert read_settings(store, ME) == Settings("")


def test_another_time_zone_moves_posts_to_other_days(store: Engine) -> None:
    registers(store)
    load(store, batch([post("1", published_ts=LATE)]))
    assert _days(store) == (20_634, 0, [20_634])
    shares: list[float] = []
    write_settings(store, ME, replace(WATERSTAD, time_zone="Europe/London"), shares.append)
    assert _days(store) == (20_633, 23, [20_633])
    assert shares[-1] == 1
    rebuild(store, ME)
    assert _days(store) == (20_633, 23, [20_633])


def test_the_time_zone_stays_when_counting_anew_fails(store: Engine) -> None:
    registers(store)
    load(store, batch([post("1", published_ts=LATE)]))

    def stop(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_settings(store, ME, replace(WATERSTAD, time_zone="Europe/London"), stop)
    assert read_settings(store, ME) == Settings("")
    assert _days(store) == (20_634, 0, [20_634])


def test_only_an_administrator_may_change_them(store: Engine) -> None:
    with pytest.raises(AccessDeniedError):
        write_settings(store, Access("guest", "guest"), WATERSTAD)
    with pytest.raises(AccessDeniedError):
        read_settings(store, Access("guest", "guest"))


def _days(engine: Engine) -> tuple[int, int, list[int]]:
    """The day and hour of the only post, and the days of the rollup."""
    with engine.connect() as connection:
        day, hour = connection.execute(select(posts.c.day, posts.c.hour)).one()
        return day, hour, list(connection.scalars(select(rollup_day.c.day)))
