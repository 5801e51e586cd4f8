"""The cards of departments as they are drawn: finding, chart, table, words where there is nothing to draw."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest


def run(draw: Callable[[], None], **opened: bool) -> AppTest:
    at = AppTest.from_function(draw, default_timeout=30)
    for key, value in opened.items():
        at.session_state[key] = value
    at.run()
    assert not at.exception
    return at


def draw_funnel() -> None:
    from components.comparison.funnel_card import funnel_card
    from metrics.comparison.funnel import funnel
    from metrics.comparison.part import Part
    from tests.components.estimates import SOURCE, metric

    parts = {name: Part(140 + k, 200) for k, name in enumerate("BCDEFGHI")} | {
        "<Parks>": Part(70, 200),
        "A": Part(5, 7),
    }
    numbers = {who: part.estimate(share=True) for who, part in parts.items()}
    found = funnel(parts, share=True)
    funnel_card(metric("answered_share"), found, numbers, SOURCE, "key", title="A finding", remark="A remark")


def test_a_funnel_has_finding_reading_table_and_what_is_said_of_each() -> None:
    at = run(draw_funnel, table_funnel=True)
    assert at.header[0].value == "A finding"
    assert len(at.get("plotly_chart")) == 1
    assert "dashed lines" in at.caption[0].value and at.caption[0].value.endswith("A remark")
    assert "The middle: 7" in at.get("plotly_chart")[0].proto.spec
    table = at.table[0].value
    assert list(table["Department"])[:2] == ["\\<Parks\\>", "A"]
    assert list(table["Against the limits"])[:3] == [
        "lower than its number explains",
        "too few to say",
        "within expected variation",
    ]
    assert "lower than its number explains" in str(at.get("plotly_chart")[0].proto)


def draw_nothing() -> None:
    from components.comparison.caterpillar_card import caterpillar_card
    from components.comparison.funnel_card import funnel_card
    from metrics.comparison.funnel import funnel
    from metrics.comparison.shrinkage import shrunken
    from tests.components.estimates import FEW, SOURCE, metric

    funnel_card(metric("answered_share"), funnel({}, share=True), {"Youth": FEW}, SOURCE, "key", title="t")
    caterpillar_card(metric("conversation"), shrunken({"Youth": FEW}, "log"), SOURCE, "key", title="t")


def test_without_numbers_cards_say_why() -> None:
    at = run(draw_nothing)
    assert not at.get("plotly_chart")
    assert [info.value for info in at.info] == ["Too few posts: 5 of the 8 needed."] * 2


def draw_estimates() -> None:
    from components.comparison.caterpillar_card import caterpillar_card
    from metrics.comparison.part import Part
    from metrics.comparison.shrinkage import shrunken
    from tests.components.estimates import FEW, SOURCE, metric

    parts = {"Parks": Part(9, 12), "Roads": Part(250, 400), "Water": Part(260, 400)}
    numbers = {who: part.estimate(share=True) for who, part in parts.items()} | {"Youth": FEW}
    caterpillar_card(metric("answered_share"), shrunken(numbers, "share"), SOURCE, "key", title="A finding")


def test_estimates_stand_beside_what_was_counted() -> None:
    at = run(draw_estimates, table_estimates=True)
    table = at.table[0].value.set_index("Department")
    assert table.loc["Parks", "As counted"] == "75%"
    assert table.loc["Parks", "Estimate"] != "75%"
    assert table.loc["Parks", "Rests on"] == "12 questions"
    assert table.loc["Youth", "Estimate"] == "Too few posts: 5 of the 8 needed."
    assert "Open dot: as counted" in at.caption[0].value


def draw_paradox() -> None:
    from components.comparison.paradox_card import Both, Turned, paradox_card
    from metrics.estimate import Estimate
    from tests.components.estimates import SOURCE, metric

    def one(value: float, n: int = 50) -> Estimate:
        return Estimate(value, n, value * 0.9, value * 1.1, platforms=("facebook",))

    strata = tuple(Both(f"Topic {k}", one(0.01, k + 1), one(0.02, k + 1)) for k in range(12))
    same, whole = Both("At the same mix of topics", one(0.02), one(0.03)), Both("All topics", one(0.05), one(0.02))
    found = Turned("topic", "Culture & <Events>", "Sport", strata, same, whole, everywhere=True)
    paradox_card("paradox", metric("er_reach_pooled"), found, SOURCE, "key")


def test_a_paradox_has_the_strata_first_and_the_total_last() -> None:
    at = run(draw_paradox, table_paradox=True)
    assert at.header[0].value == "Over all topics Culture \\& \\<Events\\> looks higher; on each topic Sport is higher."
    assert "At the same mix of topics: Sport 3%" in at.caption[0].value
    assert "The chart shows the 8 largest" in at.caption[0].value
    rows = list(at.table[0].value["Where"])
    assert len(rows) == 28 and rows[0].startswith("Topic 0") and rows[-1] == "All topics, Sport"
    alt = str(at.get("plotly_chart")[0].proto)
    assert alt.index("Topic 11") < alt.index("All topics")
