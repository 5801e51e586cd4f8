"""Cards about answers: the sentence first, then figure and numbers; nothing is drawn without data."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from components.answering import distribution, hours, others, promise
from metrics.estimate import Estimate
from metrics.responsiveness.kept import Check
from metrics.responsiveness.others import Pair
from tests.components.answering.made_up import MONTHS, PAIRS, SHARES, SLOTS


def run(draw: Callable[[], None], **state: bool) -> AppTest:
    at = AppTest.from_function(draw, default_timeout=30)
    for name, value in state.items():
        at.session_state[name] = value
    at.run()
    assert not at.exception
    return at


def draw_distribution() -> None:
    import streamlit as st

    from components.answering.distribution import distribution_card
    from tests.components.answering.made_up import SHARES
    from tests.components.estimates import SOURCE

    distribution_card(SHARES if st.session_state.known else {}, SOURCE, ("bins", st.session_state.known))


def test_the_distribution_says_who_got_an_answer_and_who_got_none() -> None:
    at = run(draw_distribution, known=True)
    assert at.header[0].value == "60% of the questions get an answer the same working day, 25% get none"
    (figure,) = at.get("plotly_chart")
    assert "60% of the questions" in str(figure.proto)
    assert len(at.get("download_button")) == 1


def test_without_a_passed_deadline_no_distribution_is_drawn() -> None:
    at = run(draw_distribution, known=False)
    assert at.header[0].value == "How long answers take"
    assert not at.get("plotly_chart")
    assert "nothing to draw" in at.info[0].value


def test_every_bin_is_a_row_of_the_figure() -> None:
    rows = distribution._rows(SHARES)
    assert [row.name for row in rows] == list(SHARES)
    assert [row.value for row in rows][-1] == 0.25
    assert "100 questions" in rows[0].words


def draw_others() -> None:
    from components.answering.others import others_card
    from tests.components.answering.made_up import PAIRS
    from tests.components.estimates import SOURCE

    others_card(PAIRS, SOURCE)


def test_what_others_report_stands_beside_what_counts_everybody() -> None:
    at = run(draw_others)
    assert at.header[0].value == "Others would report 95% answered in time; counting everybody it is 60%"
    table = at.table[0].value
    assert table.iloc[:, 1].tolist() == ["90 minutes", "60 minutes", "95%"]
    assert table.iloc[:, 2].tolist() == ["None: some have no answer", "Too few questions: 3 of the 10 needed.", "60%"]
    assert len(at.get("download_button")) == 1


def test_the_csv_of_others_has_numbers_and_empty_cells() -> None:
    average, _median, in_time = others._raw(PAIRS).to_numpy().tolist()
    assert average == ["Average time to an answer", 5400.0, 60, None, None, None, 3]
    assert in_time == ["Answered in time", 0.95, 60, 0.6, 0.5, 0.69, 100]


def test_without_numbers_there_is_no_claim_about_others() -> None:
    nothing = Estimate(None, 3, reason=PAIRS["median"].honest.reason)
    assert others._title({"in_time": Pair("Answered in time", nothing, nothing)}) == "What others would report"


def draw_hours() -> None:
    import streamlit as st

    from components.answering.hours import hours_card
    from metrics.responsiveness.staffing import Busy, Staffing, share_of
    from tests.components.answering.made_up import SLOTS
    from tests.components.estimates import SOURCE

    slots = SLOTS if st.session_state.known else SLOTS.iloc[:0]
    busiest = (Busy(5, 20, 30),) if st.session_state.known else ()
    found = Staffing(share_of(30, 70 if st.session_state.known else 0), share_of(36, 40), share_of(6, 30), busiest)
    hours_card(slots, found, SOURCE, ("hours", st.session_state.known))


def test_the_week_says_first_who_asks_while_nobody_is_there() -> None:
    at = run(draw_hours, known=True)
    assert at.header[0].value.startswith("43% of 70 questions came outside opening hours. They are clearly answered in")
    assert "Most questions while nobody is there: Saturday 20:00." in [one.value for one in at.markdown]
    assert len(at.get("plotly_chart")) == 1 and len(at.get("download_button")) == 1


def test_a_week_without_questions_is_not_drawn() -> None:
    at = run(draw_hours, known=False)
    assert at.header[0].value == "Nobody asked a question in this period."
    assert not at.get("plotly_chart")


def test_the_hours_as_a_table_and_as_csv() -> None:
    words = hours._words(SLOTS)
    assert len(words) == 7
    assert words.iloc[0].tolist() == ["Monday", "40", "40", "36"]
    assert words.iloc[2].tolist() == ["Wednesday", "0", "0", "too few"]
    raw = hours._raw(SLOTS)
    assert raw.iloc[1].tolist() == ["Saturday", 20, 30, 30, 6, False]


def test_the_figure_of_the_week_has_each_hour_in_its_place() -> None:
    drawn = hours._figure(SLOTS)
    assert (drawn.data[0].z[0][9], drawn.data[0].z[5][20]) == (40, 30)
    assert sum(map(sum, drawn.data[0].z)) == 70
    assert drawn.data[0].text[5][20] == "Saturday 20:00: 30 questions"


def draw_months() -> None:
    from components.answering.promise import months_card
    from tests.components.answering.made_up import MONTHS
    from tests.components.estimates import SOURCE

    months_card("Were 8 of 10 people answered within 1 hour, month by month?", MONTHS, SOURCE)


def test_a_promise_is_checked_month_by_month_the_newest_first() -> None:
    at = run(draw_months)
    assert at.header[0].value.startswith("Were 8 of 10")
    table = at.table[0].value
    assert table["Month"].tolist() == ["July 2026", "June 2026"]
    assert table["Verdict"].tolist() == ["too few to say", "not kept"]
    assert "60%" in table.iloc[1, 2] and "100 questions" in table.iloc[1, 2]


def test_the_csv_of_the_months_has_codes_and_numbers() -> None:
    june, july = promise._raw(MONTHS).to_numpy().tolist()
    assert june == ["2026-06", "not_kept", 60, 100, 0.6, 0.5, 0.69]
    assert july[:5] == ["2026-07", "too_few", 3, 3, None]


def test_no_months_are_an_empty_table() -> None:
    checks: dict[int, Check] = {}
    assert promise._words(checks).empty and promise._raw(checks).empty


def draw_promise() -> None:
    import streamlit as st

    from components.answering.promise import promise_card
    from metrics.estimate import Estimate
    from metrics.responsiveness.promise import Promise
    from metrics.words import Message
    from tests.components.answering.made_up import SHARES

    share = next(iter(SHARES.values()))
    if st.session_state.offered:
        made = Message("promise", "8 of 10 people get an answer within {time}.", {"time": "*1* hour"})
        promise_card(Promise(3600, share, made, Message("evidence", "Of 100 questions.")))
    else:
        change = Message("change", "For this promise 2 more questions a week need an answer.")
        promise_card(Promise(None, Estimate(None, 3), Message("refused", "No promise: too slow."), change=change))


def test_a_promise_is_there_to_copy_in_each_language() -> None:
    at = run(draw_promise, offered=True)
    assert at.header[0].value.startswith("8 of 10 people")
    assert [code.value.startswith(start) for code, start in zip(at.code, ("8 of 10", "8 van de 10"), strict=True)]
    assert "Of 100 questions." in [one.value for one in at.markdown]


def test_a_refusal_offers_nothing_to_copy_and_says_what_it_takes() -> None:
    at = run(draw_promise, offered=False)
    assert at.header[0].value == "No promise: too slow."
    assert not at.code
    assert "For this promise 2 more questions a week need an answer." in [one.value for one in at.markdown]
