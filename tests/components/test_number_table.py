"""The numbers of a chart as a table of words and as a table for programs."""

from components.number_table import Named, number_table
from components.overview_table import cells_in_words, marked
from tests.components.estimates import FEW, MIXED, SURE, metric

NUMBERS = [Named("Parks *A*", metric("conversation"), SURE), Named("Youth", metric("conversation"), FEW)]


def test_words_have_value_interval_and_basis() -> None:
    table = number_table("Department", lambda: NUMBERS).words()
    assert table.to_numpy().tolist() == [
        [r"Parks \*A\*", "4", "3 to 5", "214 posts"],
        ["Youth", "Too few posts: 5 of the 8 needed.", "", "5 posts"],
    ]


def test_raw_keeps_numbers_as_numbers_and_missing_as_missing() -> None:
    parks, youth = number_table("Department", lambda: NUMBERS).raw().to_dict("records")
    assert (parks["Department"], parks["Value"], parks["n"]) == ("Parks *A*", 4.0, 214)
    assert parks["Platforms that do not report it"] == "LinkedIn"
    assert youth["Value"] is None
    assert youth["Why there is no value"] == "Too few posts: 5 of the 8 needed."


def test_many_metrics_of_many_departments() -> None:
    listed = [metric("conversation"), metric("er_followers")]
    cells = {
        "Parks & Co": {"conversation": SURE, "er_followers": MIXED},
        "Youth": {"conversation": FEW, "er_followers": MIXED},
    }
    table = cells_in_words(listed, cells)
    assert list(table.columns) == ["Metric", r"Parks \& Co", "Youth"]
    assert table.to_numpy().tolist() == [
        ["Conversation (median comments per post)", "**4** (3 to 5), 214 posts", "too few posts"],
        ["Engagement rate by followers", "choose one platform", "choose one platform"],
    ]


def test_numbers_on_which_departments_may_not_be_compared_say_so() -> None:
    listed = [metric("conversation"), metric("er_followers")]
    cells = {"Parks": {"conversation": SURE, "er_followers": MIXED}}
    names = cells_in_words(listed, cells, {"conversation"})["Metric"].tolist()
    assert names[0].endswith("(do not compare: the quality of the data differs)")
    assert names[1] == "Engagement rate by followers"
    numbers = [Named("Parks", metric("conversation"), SURE), Named("Parks", metric("er_followers"), MIXED)]
    rows = marked(number_table("Department", lambda: numbers, several_metrics=True).raw(), {"conversation"})
    assert rows["Departments may be compared"].tolist() == ["no", "yes"]
