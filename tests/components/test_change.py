"""The card of a number over time: words that carry shapes, what happened by number, a table, no conclusion too many."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from components.change.drawing import change_figure, shapes
from components.change.explained import decision_line
from components.change.margin import as_it_is, noted
from components.change.multiples import changed, multiples_title
from components.change.table import change_table
from components.change.view import Arrival, Beside, ChangeView
from components.change.words import alt_words, remarks
from metrics.breaks.shipped import Break
from metrics.change.decisions import Baseline, Event
from metrics.change.history import WEEK
from metrics.change.reading import Target
from metrics.norms import Norm
from metrics.periods import Period, to_day
from metrics.registry import metrics
from metrics.words import Message
from tests.components.changes import MONDAY, STEADY, view

HOSTILE = "=cmd() <img src=x onerror=alert(1)> [x](javascript:alert(1)) **fat**"
DAY = to_day(date(2025, 7, 9))


def decision(day: int = DAY, withdrawn: int | None = None, note: str = "A new planner") -> Baseline:
    return Baseline(1, "posts", None, None, day, "tool", note, "policy officer", 1_760_000_000, withdrawn)


def draw(target: str) -> AppTest:
    at = AppTest.from_string(f"from tests.components.test_change import {target}\n{target}()", default_timeout=30)
    at.run()
    assert not at.exception
    return at


def card_of_a_change() -> None:
    from components.change.card import change_card
    from tests.components.estimates import SOURCE

    happened = Beside(events=(Event(1, "storm", HOSTILE, DAY, DAY + 1, 7, "jo", 0),))
    change_card("test", view([*STEADY * 5, 60], beside=happened), SOURCE, {7: "Parks & <b>Roads</b>"}, "change")


def test_the_card_says_what_changed_in_words_and_what_to_do() -> None:
    at = draw("card_of_a_change")
    assert at.header[0].value == "Posts: higher in the week of 22 December 2025"
    words = " ".join(element.value for element in at.markdown)
    assert "see what changed around" in words
    (icons, key) = [element.proto.body for element in at.get("html")]
    assert 'aria-hidden="true"' in icons and "Change: higher than usual" in icons
    assert "ordinary variation" in key and "more than chance, neither better nor worse" in key
    assert "1. 9 July to 10 July 2025: \\=cmd" in words and "\\<img" in words and "Parks \\& \\<b" in words
    assert len(at.get("plotly_chart")) == 1 and len(at.get("download_button")) == 1


def card_of_nothing() -> None:
    from components.change.card import change_card
    from components.change.multiples import change_multiples_card
    from tests.components.estimates import SOURCE

    change_card("none", view([]), SOURCE, {}, "nothing")
    change_card("gaps", view([None, None], "within_norm"), SOURCE, {}, "gaps")
    change_multiples_card("many", metrics()["posts"], {"Parks": view([]), "Roads": view([])}, SOURCE, "many")


def test_without_a_number_the_card_says_so_instead_of_being_blank() -> None:
    at = draw("card_of_nothing")
    assert not at.get("plotly_chart")
    assert [info.value for info in at.info] == ["No single week has enough data for this number."] * 3


@pytest.mark.parametrize("values", [[5.0], [7.0] * 40, [0.0] * 40, [None, 4.0, None], STEADY * 2, [1.0, None] * 30])
@pytest.mark.parametrize("name", ["posts", "within_norm", "response_median", "er_impressions"])
def test_any_series_gives_a_figure_and_words(values: list[float | None], name: str) -> None:
    scaled = [
        None if one is None else one / 100 if name in ("within_norm", "er_impressions") else one for one in values
    ]
    made = view(scaled, name)
    figure = change_figure(made, noted(made, {}))
    said = [alt_words(made), *remarks(made), figure.to_json(), *change_table(made, {}).words().astype(str).stack()]
    assert not [text for text in said if "nan" in text.lower().replace("finance", "") or "None" in text]


def test_points_get_the_side_that_the_metric_gives_them() -> None:
    up, down = [*STEADY * 5, 60], [*STEADY * 5, 0]
    last = MONDAY + WEEK * 50
    assert shapes(view(up))[last] == "neutral"
    assert shapes(view(up, "comments"))[last] == "improving"
    assert shapes(view(down, "comments"))[last] == "concerning"
    assert shapes(view(up, "waiting"))[last] == "concerning"
    assert shapes(view(STEADY * 5, "comments"))[last - WEEK] == "usual"


def test_what_happened_is_numbered_in_order_of_time_and_limits_begin_anew() -> None:
    beside = Beside(
        decisions=(decision(), decision(DAY - 70, withdrawn=5)),
        breaks=(Break("youtube", DAY + 50, ("video_views",), Message("youtube", "YouTube counts otherwise"), ""),),
        norms=((DAY + 60, Norm("hours", 4, 0.8)),),
        events=(Event(1, "storm", "Storm", MONDAY - 3, MONDAY + 2, None, "jo", 0),),
        arrivals=(Arrival(DAY - 7, HOSTILE, "x", begins=True),),
        holidays=((DAY, "Public holiday"),),
    )
    made = view(STEADY * 6, beside=beside)
    told = noted(made, {})
    assert [(one.number, one.kind) for one in told] == [
        (1, "decision"),
        (2, "break"),
        (3, "break"),
        (4, "event"),
        (5, "account"),
    ]
    assert "\\<img" in told[4].words and "New norm: 80% within 4 hours" in told[2].words
    assert len(made.stretches) == 4, "a decision, a platform, a norm: the one that was withdrawn does not count"
    row = change_table(made, {}).words().set_index("Week").loc["week of 7 July 2025"]
    assert row["What happened"] == f"1. {told[0].words}; Public holiday"


def test_only_what_begins_limits_anew_crosses_the_weeks() -> None:
    beside = Beside(
        decisions=(decision(),),
        breaks=(Break("youtube", DAY + 50, ("video_views",), Message("youtube", "YouTube counts otherwise"), ""),),
        events=(
            Event(1, "holiday", "School holiday", DAY + 10, DAY + 52, None, "jo", 0),
            Event(2, "storm", "Storm & <b>rain</b>", DAY + 80, DAY + 80, None, "jo", 0),
        ),
    )
    made = view(STEADY * 6, beside=beside)
    figure = change_figure(made, noted(made, {}, as_it_is))
    lines = [shape.line.dash for shape in figure.layout.shapes if shape.type == "line"]
    assert lines == ["solid", "dash"], "a decision is told from a change of definition"
    numbers = [(note.text, note.yref) for note in figure.layout.annotations if note.text.startswith("<b>")]
    assert numbers == [("<b>1</b>", "paper"), ("<b>2</b>", "paper"), ("<b>3</b>", "y2"), ("<b>4</b>", "y2")]
    (ticks,) = [one for one in figure.data if one.mode == "markers" and one.yaxis == "y2"]
    assert ticks.text[0] == "3. 19 July to 30 August 2025: School holiday (Holiday)"
    assert "Storm &amp; &lt;b&gt;rain" in ticks.text[1]
    bar = next(one for one in figure.data if one.mode == "lines" and one.yaxis == "y2")
    assert len(bar.x) == 3 and bar.x[1] - bar.x[0] == 7 * WEEK * 86_400_000, "seven weeks; a day has no bar"


def test_a_decision_tells_who_when_and_whether_it_counts() -> None:
    line = decision_line(decision(withdrawn=1_765_000_000, note=HOSTILE))
    assert line.startswith("9 July 2025: Limits begin anew: A new tool.")
    assert "policy officer" in line and "**Withdrawn on 6 December 2025:** it no longer counts." in line
    assert "\\<img" in line and "\\*\\*fat" in line


def test_weeks_of_which_accounts_are_missing_are_open_and_not_read() -> None:
    whole = view(STEADY * 5)
    missing = Period(MONDAY + 48 * WEEK, MONDAY + 50 * WEEK - 1)
    kept = view(STEADY * 5)
    read = tuple(
        type(one)(**{**vars(one), **{name: getattr(one, name)[:48] for name in PER_WEEK}}) for one in kept.stretches
    )
    made = ChangeView(whole.metric, whole.series, read, whole.shown, whole.chosen, missing=missing)
    assert shapes(made)[MONDAY + 48 * WEEK] == "part" and shapes(made)[MONDAY + 47 * WEEK] == "usual"
    assert any("Grey: from the week of 8 December 2025 on" in line for line in remarks(made))
    assert change_table(made, {}).words().iloc[0]["More than ordinary"] == "not read"
    grey = [shape for shape in change_figure(made, ()).layout.shapes if shape.type == "rect"]
    assert len(grey) == 1


PER_WEEK = ("weeks", "values", "centre", "low", "high", "signals")


def test_a_target_is_drawn_with_where_it_comes_from() -> None:
    target = Target(0.8, "at_least", Message("norm", "Service norm of Waterstad"))
    made = view([0.4, 0.45, 0.42, 0.38, 0.41] * 8, "within_norm", target=target)
    assert made.reading.assurance == "will_miss"
    notes = [note.text for note in change_figure(made, ()).layout.annotations]
    assert "target 80%" in notes and "- - -  Target: at least 80%. Service norm of<br>Waterstad" in notes
    assert "Target: at least 80%. Service norm of Waterstad." in remarks(made)


def test_the_csv_has_limits_signals_and_events_and_is_safe() -> None:
    beside = Beside(events=(Event(1, "other", HOSTILE, DAY, DAY, None, "jo", 0),))
    made = view([*STEADY * 5, 60], beside=beside)
    raw = change_table(made, {}).raw()
    assert raw["Value"].iloc[0] == 60 and "above the limits" in raw["More than ordinary"].iloc[0]
    assert raw["Lower limit"].iloc[0] < raw["Usual level"].iloc[0] < raw["Upper limit"].iloc[0] < 60
    assert raw["Monday of the week"].iloc[0] == "2025-12-22"
    (happened,) = [one for one in raw["What happened"] if one]
    assert happened == f"1. {HOSTILE} (Something else)", "a file has no Markdown; how it is written makes it safe"


def test_panels_claim_no_more_than_chance_allows_for() -> None:
    posts = metrics()["posts"]
    quiet = {f"Department {k}": view([*STEADY * 5, 12 + k % 3]) for k in range(8)}
    assert multiples_title(posts, quiet) == "Posts: no department changed more than chance explains"
    loud = quiet | {"Parks & <b>Roads</b>": view([*STEADY * 5, 90])}
    assert changed(loud) == ["Parks & <b>Roads</b>"]
    assert "<b>" not in multiples_title(posts, loud) and multiples_title(posts, loud).endswith("changed")
    one = view(STEADY * 5)
    assert multiples_title(posts, {"Parks": one}) == "Posts: the newest week is an ordinary one"
    assert multiples_title(posts, {"Parks": view([*STEADY * 5, 90])}).startswith("Posts: higher in the week of")
    assert multiples_title(posts, {"Parks": view([5.0])}) == "Posts, week by week"


def panels_marked_by_chance() -> None:
    from components.change.multiples import change_multiples_card
    from tests.components.changes import STEADY, view
    from tests.components.estimates import SOURCE

    quiet = {f"Department {k}": view(STEADY * 5) for k in range(11)}
    change_multiples_card("quiet", metrics()["posts"], quiet, SOURCE, "quiet")
    one = quiet | {"Parks": view([*STEADY * 5, 18])}
    change_multiples_card("one", metrics()["posts"], one, SOURCE, "one")


def test_a_panel_that_chance_can_have_marked_is_explained() -> None:
    at = draw("panels_marked_by_chance")
    told = [caption.value for caption in at.caption if "that can be chance" in caption.value]
    assert len(told) == 1, "only beside the panels of which one is marked"


def panels() -> None:
    from components.change.multiples import change_multiples_card
    from tests.components.estimates import SOURCE

    views = {"Parks": view([*STEADY * 5, 90]), "Roads": view(STEADY * 5), "Youth": view([])}
    change_multiples_card("panels", metrics()["posts"], views, SOURCE, "panels")


def one_panel() -> None:
    from components.change.multiples import change_multiples_card
    from tests.components.estimates import SOURCE

    change_multiples_card("one", metrics()["posts"], {"Parks": view(STEADY * 5)}, SOURCE, "one")
    change_multiples_card("none", metrics()["posts"], {"Parks": view([])}, SOURCE, "none")


def test_one_department_is_not_told_about_each_department() -> None:
    at = draw("one_panel")
    said = [caption.value for caption in at.caption if "limits" in caption.value]
    assert len(said) == 1 and "this department" in said[0], "and without a number nothing about limits"


def test_departments_are_panels_with_one_table() -> None:
    at = draw("panels")
    assert at.header[0].value == "Posts: Parks changed"
    at.session_state["table_panels"] = True
    at.run()
    assert len(at.table[0].value) == 101
    assert list(at.table[0].value.columns)[:2] == ["Department", "Week"]
