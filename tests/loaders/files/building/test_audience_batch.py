"""Tables of groups become audience context: every row accounted for, none of them a post."""

import numpy as np
import pandas as pd
import pytest

from loaders.files.building.audience import GroupFigures, audience_batch
from loaders.files.building.decimals import decimals, percentages
from loaders.files.building.rows import Rows
from loaders.files.reading.knowledge import Knowledge
from loaders.files.reading.opening import open_tables
from loaders.files.reading.table import Table
from loaders.records import AUDIENCE_COLUMNS, Batch
from metrics.words import Message
from tests.loaders.files.sample_exports import codes

TOLD = Message("no_posts", "There are no posts in it.")


def rows_of(text: str) -> Rows:
    ((_, table),) = open_tables("gender.csv", text.encode(), Knowledge(lambda header: header[0] == "gender"))
    assert isinstance(table, Table)
    return Rows(table)


def batch_of(text: str, metric: str = "share") -> Batch:
    rows = rows_of(text)
    figures = [GroupFigures("gender", rows.table.text(0), metric, decimals(rows.table.text(1)))]
    return audience_batch(rows, "sample", "tiktok", figures, TOLD)


def test_rows_are_kept_as_audience_and_not_as_posts() -> None:
    batch = batch_of("Gender,Distribution\nFemale,0.61\nMale,0.38\nOther,0.01\n")
    assert (batch.kind, batch.rows_read, batch.rows_kept, batch.audience_rows, batch.loadable) == (
        "audience",
        3,
        0,
        3,
        True,
    )
    assert {name: str(dtype) for name, dtype in batch.audience.dtypes.items()} == AUDIENCE_COLUMNS
    assert batch.audience.to_dict("records")[1] == {
        "line": 3,
        "account": "",
        "date": "",
        "dimension": "gender",
        "label": "Male",
        "metric": "share",
        "value": 0.38,
    }
    assert {rejection.reason.code for rejection in batch.rejected} == {"audience_context"}
    assert [warning.message for warning in batch.warnings] == [TOLD]


@pytest.mark.parametrize(
    ("row", "code"),
    [(",0.5", "no_group"), ("Unknown,", "no_figures"), ("Unknown,--", "no_figures"), ("Unknown,1.5", "no_figures")],
)
def test_rows_of_no_use_say_why(row: str, code: str) -> None:
    batch = batch_of(f"Gender,Distribution\nFemale,0.61\n{row}\n")
    assert {rejection.row: rejection.reason.code for rejection in batch.rejected} == {2: "audience_context", 3: code}
    assert batch.audience["label"].tolist() == ["Female"]


def test_a_share_that_cannot_be_is_said() -> None:
    assert "wrong_share" in codes(batch_of("Gender,Distribution\nFemale,61\nMale,0.38\n"))
    assert "wrong_share" not in codes(batch_of("Gender,Distribution\nFemale,61\nMale,38\n", "followers"))


def test_a_group_that_stands_twice_counts_once() -> None:
    batch = batch_of("Gender,Distribution\nFemale,0.61\nMale,0.39\nFemale,0.60\n")
    assert (batch.duplicates, batch.rows_kept, batch.audience_rows) == (1, 0, 2)
    assert batch.rows_read == batch.rows_kept + batch.duplicates + len({r.row for r in batch.rejected})
    assert batch.audience.set_index("label")["value"].to_dict() == {"Male": 0.39, "Female": 0.60}


def test_a_table_of_two_divisions_is_a_figure_for_each_column() -> None:
    rows = rows_of('Gender,Women,Men\n18-24,"2,1%","3,4%"\n25-34,"10,0%",--\n')
    figures = [
        GroupFigures("age_gender", rows.table.text(0) + " " + name, "share", percentages(rows.table.text(place)))
        for place, name in ((1, "women"), (2, "men"))
    ]
    batch = audience_batch(rows, "sample", "facebook", figures, TOLD, account=pd.Series(["Waterstad", "Waterstad"]))
    assert batch.audience["label"].tolist() == ["18-24 women", "18-24 men", "25-34 women"]
    assert batch.audience["value"].tolist() == pytest.approx([0.021, 0.034, 0.1])
    assert batch.audience["account"].unique().tolist() == ["Waterstad"]


def test_no_figures_at_all_is_no_audience() -> None:
    rows = rows_of("Gender,Distribution\nFemale,0.61\n")
    batch = audience_batch(rows, "sample", "tiktok", [], TOLD)
    assert (batch.audience_rows, batch.loadable) == (0, False)
    assert list(batch.audience) == list(AUDIENCE_COLUMNS)


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (["2,1%", "70,2%"], [2.1, 70.2]),
        (["1,234", "5"], [1234, 5]),
        (["1.234", "5,5"], [1234, 5.5]),
        (["250689.3897", "1,234.5"], [250689.3897, 1234.5]),
        (["1'234.5", "1 234,5"], [1234.5, np.nan]),
        (["−3", "nan", "inf", "1e5", "<1"], [-3, np.nan, np.nan, np.nan, np.nan]),
    ],
)
def test_decimal_signs(cells: list[str], numbers: list[float]) -> None:
    found = decimals(pd.Series(cells).str.rstrip("%"))
    np.testing.assert_array_equal(found, np.array(numbers))
