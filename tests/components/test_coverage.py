"""How complete the data is, in words."""

from datetime import date
from typing import Any

import pandas as pd

from components.coverage import gaps, source_of
from components.source import Origin, source_line
from metrics.periods import Period

PERIOD = Period(20633, 20723)


def accounts(*rows: dict[str, Any]) -> pd.DataFrame:
    """Accounts that have data until the end of the period, unless they say otherwise."""
    usual = {
        "name": "City",
        "platform": "x",
        "posts": 10.0,
        "newest_day": 20722.0,
        "days_since_newest": 1.0,
        "imported_ts": 1_790_000_000.0,
    }
    return pd.DataFrame([usual | row for row in rows])


def test_complete_data_needs_no_words() -> None:
    assert gaps(accounts({}, {}), PERIOD) == []


def test_silent_accounts_and_data_that_stops_are_named() -> None:
    missing = float("nan")
    found = gaps(
        accounts({"name": "Zoo", "posts": missing, "newest_day": missing}, {"name": "Pool", "newest_day": 20680.0}),
        PERIOD,
    )
    assert found == [
        "1 account has no posts in this period: Zoo (X).",
        "The data of 1 account stops before 27 September 2026: Pool (X). Load a newer export before you compare.",
    ]


def test_an_account_that_is_only_quiet_is_not_called_out_of_date() -> None:
    assert gaps(accounts({"newest_day": 20680.0, "days_since_newest": 43.0}), PERIOD) == []


def test_after_five_names_the_rest_is_counted() -> None:
    (said,) = gaps(accounts(*({"name": f"A{k}", "posts": 0.0} for k in range(8))), PERIOD)
    assert said.endswith("A0 (X), A1 (X), A2 (X), A3 (X), A4 (X) and 3 others.")


def origins() -> pd.DataFrame:
    names = ("platform", "tables", "observed_ts", "rows_read", "rows_rejected")
    return pd.DataFrame([("x", 3, 1_790_000_000, 1204, 7)], columns=names)


def test_where_the_numbers_come_from_is_looked_up_when_asked() -> None:
    asked = []

    def looked_up() -> pd.DataFrame:
        asked.append(1)
        return origins()

    options = {"organisation": "", "period": PERIOD, "departments": (), "platforms": (), "demo": False}
    source = source_of(accounts({}), zone="UTC", origins=looked_up, **options)
    assert not asked
    assert source.origins() == (Origin("x", date(2026, 9, 21), 3, 1204, 7),)


def test_the_source_line_says_how_many_accounts_and_how_fresh() -> None:
    source = source_of(
        accounts({}, {"posts": 0.0}),
        organisation="Example City",
        period=PERIOD,
        departments=(),
        platforms=(),
        demo=True,
        zone="Europe/Amsterdam",
        origins=origins,
    )
    assert source_line(source) == (
        "Source: figures of the platforms themselves, loaded by Example City · 1 of 2 accounts have data · "
        "newest post 26 September 2026 · last loaded 21 September 2026 · demo city, made-up data"
    )


def test_without_accounts_there_is_no_newest_post() -> None:
    empty = accounts({}).iloc[:0]
    options = {"organisation": "", "period": PERIOD, "departments": (), "platforms": (), "demo": False}
    source = source_of(empty, zone="UTC", origins=origins, **options)
    assert source_line(source) == "Source: figures of the platforms themselves · 0 of 0 accounts have data"
