"""Tiles, charts, tables and findings as they are drawn."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest


def run(draw: Callable[[], None]) -> AppTest:
    at = AppTest.from_function(draw, default_timeout=30).run()
    assert not at.exception
    return at


def draw_tiles() -> None:
    from components.compared import Compared
    from components.tile import tile_grid
    from tests.components.estimates import FEW, SOURCE, SURE, UP, metric

    tile_grid(
        [Compared(metric("conversation"), SURE, SURE, UP), Compared(metric("commitment_c1"), FEW, FEW, UP)], SOURCE
    )


def test_a_tile_has_value_comparison_interval_n_and_explanation() -> None:
    at = run(draw_tiles)
    assert (at.metric[0].label, at.metric[0].value) == ("Conversation (median comments per post)", "4")
    assert at.caption[0].value == "214 posts · 95% interval 3 to 5 · without LinkedIn"
    words = " ".join(element.value for element in at.markdown)
    assert "25% higher than before (4)" in words
    assert "**Formula:**" in words
    assert "methods#conversation" in words
    assert "**Platforms in this number:** Facebook" in words
    assert len(at.get("download_button")) == 2


def test_a_tile_without_a_number_shows_the_reason_and_no_comparison() -> None:
    at = run(draw_tiles)
    assert len(at.metric) == 1
    assert "Too few posts: 5 of the 8 needed." in [element.value for element in at.markdown]
    assert at.caption[1].value == "5 posts"


def draw_rows() -> None:
    from components.metric_charts import side_by_side_card
    from tests.components.estimates import FEW, SOURCE, SURE, metric

    talk = metric("conversation")
    rows = {"Parks": SURE, "Youth": FEW}
    side_by_side_card("departments", "Department", talk, rows, SOURCE, "key", title="A finding", whole=SURE)


def test_a_chart_has_sentence_figure_table_csv_and_source() -> None:
    at = run(draw_rows)
    assert at.header[0].value == "A finding"
    assert len(at.get("plotly_chart")) == 1
    assert [box.label for box in at.expander] == [
        "Show as table",
        "How is this calculated?",
        "Why does this differ from Facebook?",
    ]
    assert not [one for one in at.markdown if "**Formula:**" in one.value], "the definition is written when opened"
    assert not at.table, "the table is made when it is opened"
    assert len(at.get("download_button")) == 1
    assert any("2 of 3 accounts have data" in caption.value for caption in at.caption)


def test_the_figure_is_described_for_those_who_do_not_see_it() -> None:
    proto = run(draw_rows).get("plotly_chart")[0].proto
    assert "Parks: 4 (3 to 5), 214 posts" in str(proto)


def test_the_table_opens() -> None:
    at = AppTest.from_function(draw_rows, default_timeout=30)
    at.session_state["table_departments"] = True
    at.run()
    assert at.table[0].value.to_numpy().tolist()[0] == ["Parks", "4", "3 to 5", "214 posts"]


def test_the_definition_and_the_reasons_for_differences_open() -> None:
    at = AppTest.from_function(draw_rows, default_timeout=30)
    at.session_state["how_departments"] = at.session_state["why_departments"] = True
    at.run()
    words = [element.value for element in at.markdown]
    assert [one for one in words if "**Formula:**" in one and "methods#conversation" in one]
    assert [one for one in words if "**Time zone.**" in one and "- **Facebook.**" in one]


def draw_nothing_to_compare() -> None:
    from components.metric_charts import side_by_side_card, trend_card
    from tests.components.estimates import FEW, SOURCE, UNCLEAR, metric

    talk = metric("conversation")
    side_by_side_card("rows", "Department", talk, {"Youth": FEW}, SOURCE, "key", title="t")
    side_by_side_card("none", "Department", talk, {}, SOURCE, "key", title="t")
    trend_card(talk, {20633: FEW}, UNCLEAR, "week", SOURCE, "key")


def test_a_chart_without_numbers_says_why_instead_of_being_blank() -> None:
    at = run(draw_nothing_to_compare)
    assert not at.get("plotly_chart")
    assert [info.value for info in at.info] == [
        "Too few posts: 5 of the 8 needed.",
        "There are no departments yet.",
        "No single week has enough data for this number.",
    ]


def draw_counts() -> None:
    from components.metric_charts import side_by_side_card, trend_card
    from metrics.estimate import Estimate
    from tests.components.estimates import SOURCE, UNCLEAR, metric

    posts = metric("posts")
    side_by_side_card("counts", "Department", posts, {"Parks": Estimate(7.0, 7)}, SOURCE, "key2", title="t")
    weeks = {20633: Estimate(7.0, 7), 20640: Estimate(9.0, 9)}
    trend_card(posts, weeks, UNCLEAR, "week", SOURCE, "key3")


def test_counts_are_drawn_as_bars_and_over_time_as_a_line() -> None:
    bars, line = run(draw_counts).get("plotly_chart")
    assert '"bar"' in bars.proto.spec
    assert '"scatter"' in line.proto.spec


def draw_findings() -> None:
    from components.findings import findings_list
    from metrics.signals.finding import Finding
    from metrics.words import Message

    findings_list([Finding("change", Message("a", "It rose."), Message("b", "Look why."), "departments", checks=7)])
    findings_list([])


def test_findings_say_what_to_do_and_how_many_checks_stand_behind_them() -> None:
    at = run(draw_findings)
    assert [element.value for element in at.markdown] == ["1. **It rose.** Look why."]
    assert at.caption[0].value.startswith("Found with 7 comparisons.")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_big_table(rows: int) -> None:
    def draw(rows: int) -> None:
        from components.overview_table import overview_table
        from tests.components.estimates import FEW, SOURCE, SURE, metric

        listed = [metric("conversation"), metric("commitment_c2"), metric("comments")][:rows]
        cells = {"Parks": {item.id: SURE for item in listed}, "Youth": {item.id: FEW for item in listed}}
        overview_table("numbers", "All numbers", listed, cells, SOURCE, rows)

    at = AppTest.from_function(draw, args=(rows,), default_timeout=30).run()
    assert not at.exception
    assert at.table[0].value.shape == (rows, 3)
    assert len(at.get("download_button")) == 1
