"""What the rollups of a store say, and whether it is true."""

from typing import Any

import pytest
from sqlalchemy import Engine, select

from data.schema import metadata, rollup_day, rollup_post
from metrics.measures import HISTOGRAMS
from tests.data.plain_rollups import plain_rollups


def assert_rollups_are_true(engine: Engine, *only: str) -> None:
    """Compare every rollup, or `only` these, with the one worked out post by post."""
    expected = plain_rollups(engine)
    expected = {name: expected[name] for name in only or expected}
    with engine.connect() as connection:
        for name, rows in expected.items():
            table = metadata.tables[name]
            keys = len(table.primary_key)
            query = select(table)
            if table is rollup_post:  # the others are those of conversations (tests/data/answering)
                query = query.where(rollup_post.c.measure.in_(HISTOGRAMS))
            found = {tuple(row[:keys]): tuple(row[keys:]) for row in connection.execute(query)}
            assert found.keys() == rows.keys()
            for key, values in rows.items():
                assert found[key] == pytest.approx(values, rel=1e-12), (name, key)


def day_row(engine: Engine, day: int = 20633, account: int = 1) -> dict[str, Any]:
    """The sums of one day of one account; by default Monday's of the parking account."""
    with engine.connect() as connection:
        rows = select(rollup_day).where(rollup_day.c.day == day, rollup_day.c.account_id == account)
        return dict(connection.execute(rows).mappings().one())


def buckets(engine: Engine, measure: str) -> dict[int, int]:
    """How many posts are in each bucket of a measure."""
    with engine.connect() as connection:
        rows = select(rollup_post.c.bucket, rollup_post.c.n).where(rollup_post.c.measure == measure)
        return {int(bucket): int(n) for bucket, n in connection.execute(rows)}
