"""What is kept by week, and which imports show an account, against the rows themselves, after whatever was done."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from data.access import LOCAL_ADMINISTRATOR as ME
from data.answering.labels import label
from data.filters import Filters
from data.norms import add_norm, remove_norm
from data.queries.answers import answers
from data.queries.figures import sites
from data.queries.windows import By
from data.rollups import rebuild
from data.schema import (
    account_day_observation,
    account_import,
    comment,
    observation,
    post,
    rollup_answer,
    rollup_answer_week,
    rollup_site_week,
    site_day,
)
from data.undo import undo
from metrics.norms import Norm
from metrics.norms.versions import Scope
from metrics.periods import Period, to_day, week_start
from tests.data.answering.messages import HOUR, LATER, answer, asked, rows
from tests.data.answering.two_months import two_months
from tests.loaders.sample_batches import DAY, MONDAY, batch, contents, day_value, emptied, load, registers
from tests.loaders.sample_batches import post as made

FIRST = date(2026, 6, 29)


def assert_weeks_are_true(engine: Engine) -> None:
    """Compare the weeks of answers and websites, and the pairs of account and import, with what they follow from."""
    weeks: dict[tuple[int, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows(engine, rollup_answer):
        key = week_start(row.pop("day")), row.pop("account_id")
        for name, n in row.items():
            weeks[key][name] += n
    kept = {(row.pop("week"), row.pop("account_id")): row for row in rows(engine, rollup_answer_week)}
    assert kept == weeks
    figures: dict[tuple[str, int, int], list[float]] = defaultdict(list)
    for row in rows(engine, site_day):  # in order of their days
        figures[row["metric"], week_start(row["day"]), row["site_id"]].append(row["value"])
    assert {tuple(row.values()) for row in rows(engine, rollup_site_week)} == {
        (*key, sum(values), len(values), values[-1]) for key, values in figures.items()
    }
    accounts = {row["id"]: row["account_id"] for row in rows(engine, post)}
    shown = {(accounts[row["id"]], row["import_id"]) for row in rows(engine, observation)}
    shown |= {(row["account_id"], row["import_id"]) for row in rows(engine, account_day_observation)}
    assert {tuple(row.values()) for row in rows(engine, account_import)} == shown


def visits(day: int, value: float, metric: str = "visitors") -> dict[str, Any]:
    """A figure of the website, so many days after Monday 29 June."""
    when = (FIRST + timedelta(days=day)).isoformat()
    return {"line": 2, "site": "www.example.org", "date": when, "metric": metric, "value": value}


def key(engine: Engine, number: str) -> tuple[int, int]:
    with engine.connect() as connection:
        post_id, id = connection.execute(
            select(comment.c.post_id, comment.c.id).where(comment.c.external_id == number)
        ).one()
    return post_id, id


def test_weeks_of_two_months_with_norms_and_rebuilt(store: Engine) -> None:
    two_months(store)
    assert len(rows(store, rollup_answer_week)) > 10
    assert_weeks_are_true(store)
    strict = add_norm(store, ME, Scope(), 20_000, Norm("hours", 2))
    assert_weeks_are_true(store)
    remove_norm(store, ME, strict)
    before = contents(store)
    rebuild(store, ME)
    assert_weeks_are_true(store)
    assert contents(store) == before


def test_a_correction_of_what_a_message_is(store: Engine) -> None:
    registers(store)
    load(store, batch([made("1")], [asked("10"), answer("11", "10", 6)], exported_ts=LATER))
    (before,) = rows(store, rollup_answer_week)
    assert (before["week"], before["asked"], before["in_time"]) == (20_633, 1, 1)
    label(store, ME, *key(store, "10"), "spam")
    (after,) = rows(store, rollup_answer_week)
    assert (after["asked"], after["in_time"]) == (0, 0)
    assert_weeks_are_true(store)


def test_a_deadline_that_passes_between_imports(store: Engine) -> None:
    registers(store)
    load(store, batch([made("1")], [asked("10")], exported_ts=MONDAY + 20 * HOUR))
    newer = load(store, batch([made("2")], [asked("20", 40, post_id="2")], exported_ts=MONDAY + 50 * HOUR))
    assert rows(store, rollup_answer_week)[0]["due"] == 1
    assert_weeks_are_true(store)
    undo(store, ME, newer.import_id or 0)
    assert rows(store, rollup_answer_week)[0]["due"] == 0
    assert_weeks_are_true(store)


def test_figures_of_a_website_are_replaced_and_taken_back(store: Engine) -> None:
    registers(store)
    load(store, batch(site_days=[visits(0, 5), visits(6, 7), visits(7, 11)], exported_ts=MONDAY + 9 * DAY))
    newer = load(
        store, batch(site_days=[visits(6, 70), visits(8, 1), visits(8, 2, "downloads")], exported_ts=MONDAY + 19 * DAY)
    )
    found = {(row["metric"], row["week"]): tuple(row.values())[3:] for row in rows(store, rollup_site_week)}
    assert found == {
        ("visitors", 20_633): (75.0, 2, 70.0),
        ("visitors", 20_640): (12.0, 2, 1.0),
        ("downloads", 20_640): (2.0, 1, 2.0),
    }
    undo(store, ME, newer.import_id or 0)
    assert [tuple(row.values())[3:] for row in rows(store, rollup_site_week)] == [(12.0, 2, 7.0), (11.0, 1, 11.0)]
    assert_weeks_are_true(store)


def test_which_imports_show_an_account(store: Engine) -> None:
    registers(store)
    first = load(store, batch([made("1"), made("2")], exported_ts=MONDAY)).import_id
    same = load(store, batch([made("1")], exported_ts=MONDAY + DAY)).import_id
    days = load(store, batch(account_days=[day_value("2026-06-29", 5.0, account="green")])).import_id
    moved = load(store, batch([made("1", account="green")], exported_ts=MONDAY + 2 * DAY)).import_id

    def pairs() -> set[tuple[object, ...]]:
        assert_weeks_are_true(store)
        return {tuple(row.values()) for row in rows(store, account_import)}

    assert pairs() == {(1, first), (2, first), (2, same), (2, days), (2, moved)}
    undo(store, ME, moved or 0)
    assert pairs() == {(1, first), (1, same), (2, days)}
    undo(store, ME, days or 0)
    undo(store, ME, first or 0)
    assert pairs() == {(1, same)}


_site_days = st.dictionaries(
    st.tuples(st.integers(0, 20), st.sampled_from(["visitors", "downloads", "utm:zwemmen"])), st.integers(0, 9)
)


@given(st.lists(st.tuples(_site_days, st.integers(0, 30)), min_size=1, max_size=4), st.integers(0, 3))
@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
def test_weeks_of_websites_after_any_imports_and_an_undo(
    store: Engine, imports: list[tuple[dict[tuple[int, str], int], int]], unwanted: int
) -> None:
    if not contents(store)["site"]:
        registers(store)
    emptied(store)
    loaded = [
        load(
            store,
            batch(
                [made("1")],
                site_days=[visits(day, float(value), metric) for (day, metric), value in said.items()],
                exported_ts=MONDAY + age * DAY,
            ),
        )
        for said, age in imports
    ]
    assert_weeks_are_true(store)
    if unwanted < len(loaded):
        undo(store, ME, loaded[unwanted].import_id or 0)
        assert_weeks_are_true(store)


@pytest.mark.parametrize("by", ["window", "week", "month"])
def test_periods_that_cut_weeks_are_exact(store: Engine, by: By) -> None:
    registers(store)
    load(store, batch(site_days=[visits(day, float(day % 5 + 1)) for day in range(0, 60, 2)]))
    start = to_day(FIRST)
    for first, days in ((2, 31), (0, 28), (9, 3), (13, 1)):
        period = Period(start + first, start + first + days - 1)
        expected: dict[Any, list[float]] = defaultdict(list)
        for row in rows(store, site_day):
            place = _label(row["day"], period, by)
            if place is not None:
                expected[place].append(row["value"])
        found = sites(store, ME, Filters(period), by, ("visitors",))
        assert {row.period: (row.value, row.days, row.latest) for row in found.itertuples()} == {
            place: (sum(values), len(values), values[-1]) for place, values in expected.items()
        }


def _label(day: int, period: Period, by: By) -> Any:
    inside = period.first <= day <= period.last
    if by == "window":
        before = period.before()
        return "current" if inside else "previous" if before.first <= day <= before.last else None
    if not inside:
        return None
    if by == "week":
        return week_start(day)
    return to_day((date(1970, 1, 1) + timedelta(days=day)).replace(day=1))


def test_answers_by_week_of_nobody(store: Engine) -> None:
    registers(store)
    assert answers(store, ME, Filters(Period(20_633, 20_646)), "week").empty
