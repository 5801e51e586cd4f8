"""The story of evening posts, as the product finds it: for one department, and for no other."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.filters import Filters
from data.queries.content import content
from data.queries.coverage import span
from data.registers import departments
from data.store import open_store
from loaders.demo import load
from metrics.cadence.posting_times import posting_times
from metrics.periods import Period

EVENINGS = {"week_evening", "weekend_evening"}


@pytest.fixture(scope="module")
def demo(_no_real_store: Path) -> Iterator[Engine]:
    """The whole demo city: a smaller one has too few posts for its stories."""
    store = open_store(f"sqlite:///{_no_real_store / 'whole_demo.db'}")
    load(store, ME)
    yield store
    store.dispose()


def _slots(store: Engine, days: int | None) -> pd.DataFrame:
    known = span(store, ME)
    assert known is not None
    first = known[0] if days is None else known[1] - days + 1
    found = content(store, ME, Filters(Period(first, known[1])), "window", ("slot",))
    return found[found["period"] == "current"]


@pytest.mark.slow
@pytest.mark.parametrize("days", [None, 365])
def test_evenings_work_for_sport_and_for_nobody_else(demo: Engine, days: int | None) -> None:
    names = departments(demo, ME).set_index("id")["name"]
    found = _slots(demo, days)
    better = {
        names[department]: {one.slot for one in posting_times(rows, groups=len(names)).better}
        for department, rows in found.groupby("department_id")
    }
    assert better.pop("Sport en Jeugd") == EVENINGS
    assert len(better) == 7
    assert not any(better.values())


@pytest.mark.slow
def test_the_lift_is_about_what_was_seeded(demo: Engine) -> None:
    names = departments(demo, ME).set_index("name")["id"]
    found = _slots(demo, None)
    times = posting_times(found[found["department_id"] == names["Sport en Jeugd"]])
    (evening,) = (one for one in times.slots if one.slot == "week_evening")
    assert evening.ratio is not None
    assert 1.5 <= evening.ratio <= 2.0  # 1.9 times, beside other posts of which some are of weekend evenings
