"""The card about the rules on the Methods page."""

from streamlit.testing.v1 import AppTest

from components.needs_reply_measured import _as_csv
from metrics.needs_reply.engine import RULE_SETS
from metrics.needs_reply.measured import measured


def draw() -> None:
    from components.needs_reply_measured import needs_reply_measured

    needs_reply_measured()


def test_the_card_has_figures_their_limits_the_rules_and_a_csv() -> None:
    at = AppTest.from_function(draw, default_timeout=30).run()
    assert not at.exception
    assert at.header[0].value == "Needs a reply? How messages are classed"
    scores = at.table[0].value
    assert scores.columns.tolist() == ["Measure", "All", "English", "Dutch"]
    assert all(" messages" in cell and " to " in cell for cell in scores["Dutch"])
    assert f"{measured()['n']} made-up messages, labelled by the makers" in at.caption[0].value
    assert len(at.expander) == 3
    assert len(at.table[2].value) == len(RULE_SETS["nl"].rules)
    assert len(at.get("download_button")) == 1


def test_the_csv_has_each_figure_with_interval_and_n() -> None:
    lines = _as_csv(measured()).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Messages,Measure,Value,")
    recall = measured()["recall"]
    assert f"All,recall,{recall['value']},{recall['low']},{recall['high']},{recall['n']}" in lines
    assert len(lines) == 1 + 3 * 3 + len(measured()["intents"])
