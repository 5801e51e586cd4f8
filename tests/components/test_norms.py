"""The list of norms and the form for a new one."""

from streamlit.testing.v1 import AppTest

from components.opening_hours import hours_words
from metrics.norms import Norm
from metrics.norms.versions import Scope


def listed() -> None:
    import streamlit as st

    from components.norm_list import NormRow, norm_list
    from metrics.norms import Norm
    from metrics.norms.versions import DEFAULT

    hours = {0: ("09:00", "17:00"), 1: ("09:00", "17:00")}
    rows = [
        NormRow(4, "*Parking*", 20_726, Norm("working_hours", 4, 0.8, hours, "Europe/Amsterdam", "NL", "[Plan](x)")),
        NormRow(5, "All", 20_000, Norm("working_days", 1, None, hours, "UTC", "", "", None)),
        NormRow(6, "Green", 20_000, Norm("hours", 2, source="Page", source_date="2025-01-31")),
    ]
    rows = rows if st.session_state.get("filled", True) else []
    st.session_state["removed"] = norm_list(rows, DEFAULT)


def form() -> None:
    from datetime import date

    import streamlit as st

    from components.norm_form import norm_form
    from metrics.norms import Norm
    from metrics.norms.versions import Scope

    scopes = {Scope(): "All", Scope(department_id=2): "Green", Scope(account_id=7): "Trees on X"}
    start = Norm("hours", 24, None, {0: ("08:30", "16:30")}, "Europe/London", "NL", "no norm set")
    st.session_state["sent"] = norm_form(scopes, start, date(2026, 10, 1))


def run(page: object) -> AppTest:
    at = AppTest.from_function(page, default_timeout=30).run()  # type: ignore[arg-type]
    assert not at.exception
    return at


def save(at: AppTest) -> AppTest:
    at = next(one for one in at.button if one.key == "norm_save").click().run()
    assert not at.exception
    return at


def test_norms_are_listed_in_words_and_escaped() -> None:
    table = run(listed).table[0].value
    assert table.iloc[0].tolist() == [
        "\\*Parking\\*",
        "30 September 2026",
        "80% within 4 working hours",
        "Monday to Tuesday 09:00–17:00",
        "Europe/Amsterdam",
        "Netherlands",
        "\\[Plan\\]\\(x\\)",
    ]
    assert table.iloc[1, 5:].tolist() == ["none", "not given"]
    assert table.iloc[2, 6] == "Page (2025-01-31)"


def test_without_norms_it_says_what_counts() -> None:
    at = AppTest.from_function(listed)
    at.session_state["filled"] = False
    at.run()
    assert "No norm is set" in at.info[0].value
    assert "within 24 hours, all days" in at.info[0].value
    assert not at.table


def test_a_norm_is_removed_once_that_is_confirmed() -> None:
    at = run(listed)
    at.button(key="norm_remove_5").click().run()
    assert at.session_state["removed"] is None
    assert "Remove this norm?" in at.warning[0].value
    at.button(key="norm_remove_no_5").click().run()
    assert at.session_state["removed"] is None
    assert not at.warning
    at.button(key="norm_remove_4").click().run()
    at.button(key="norm_remove_yes_4").click().run()
    assert at.session_state["removed"] == 4


def test_the_form_starts_from_what_counts_now_without_its_source() -> None:
    at = save(run(form))
    wish, problems = at.session_state["sent"]
    assert problems == []
    assert (wish.scope, wish.valid_from) == (Scope(), 20_727)
    assert wish.norm == Norm("hours", 24.0, None, {0: ("08:30", "16:30")}, "Europe/London", "NL")


def test_what_is_filled_in_is_what_comes_out() -> None:
    at = run(form)
    at.selectbox(key="norm_holidays_country").set_value("DE").run()
    at.selectbox(key="norm_holidays_part_DE").set_value("BY").run()
    at.selectbox(key="norm_scope").set_value(Scope(department_id=2))
    at.text_input(key="norm_from").set_value(" 2025-02-01 ")
    at.number_input(key="norm_own_amount").set_value(4.0)
    at.selectbox(key="norm_own_unit").set_value("working_hours")
    at.number_input(key="norm_own_target").set_value(90.0)
    at.selectbox(key="norm_own_hours_5_from").set_value("10:00")
    at.selectbox(key="norm_own_hours_5_to").set_value("24:00")
    at.text_input(key="norm_own_source").set_value("Webcare  plan")
    at.text_input(key="norm_own_dated").set_value("2025-01-31")
    wish, problems = save(at).session_state["sent"]
    assert problems == []
    assert (wish.scope, wish.valid_from) == (Scope(department_id=2), 20_120)
    hours = {0: ("08:30", "16:30"), 5: ("10:00", "24:00")}
    assert wish.norm == Norm("working_hours", 4.0, 0.9, hours, "Europe/London", "DE-BY", "Webcare plan", "2025-01-31")


def test_a_preset_fills_the_form_and_says_what_is_weak_about_it() -> None:
    at = run(form)
    at.selectbox(key="norm_preset").set_value("oldenzaal").run()
    assert "not a written norm" in at.warning[0].value
    wish, _ = save(at).session_state["sent"]
    own = {0: ("08:30", "16:30")}
    source = "RTV Oost, rtvoost.nl nid=260272"
    assert wish.norm == Norm("hours", 4.0, 0.8, own, "Europe/London", "NL", source, "2017-01-05")
    at.selectbox(key="norm_preset").set_value("mole_valley").run()
    wish, _ = save(at).session_state["sent"]
    assert (wish.norm.unit, wish.norm.amount, wish.norm.target) == ("working_days", 1, None)
    assert hours_words(wish.norm.opening_hours) == "Monday to Friday 09:00–17:00"


def test_each_value_that_cannot_be_is_a_sentence() -> None:
    at = run(form)
    at.text_input(key="norm_from").set_value("1-2-2025")
    at.number_input(key="norm_own_amount").set_value(0.0)
    at.number_input(key="norm_own_target").set_value(120.0)
    at.selectbox(key="norm_own_hours_0_to").set_value("")
    at.text_input(key="norm_own_dated").set_value("last year")
    wish, problems = save(at).session_state["sent"]
    assert wish is None
    starts = ("An answer within", "Promised share", "Monday", "From which day", "Date of that source")
    assert len(problems) == len(starts)
    assert all(problem.startswith(start) for problem, start in zip(problems, starts, strict=True))


def test_working_days_are_whole_and_somebody_must_be_there() -> None:
    at = run(form)
    at.number_input(key="norm_own_amount").set_value(1.5)
    at.selectbox(key="norm_own_unit").set_value("working_days")
    for side in ("from", "to"):
        at.selectbox(key=f"norm_own_hours_0_{side}").set_value("")
    _, problems = save(at).session_state["sent"]
    assert [problem.split(":")[0] for problem in problems] == ["An answer within", "Opening hours"]


def test_opening_hours_in_words() -> None:
    every_day = dict.fromkeys(range(7), ("00:00", "24:00"))
    assert hours_words(every_day) == "Monday to Sunday 00:00–24:00"
    split = {0: ("09:00", "17:00"), 1: ("09:00", "12:00"), 2: ("09:00", "17:00"), 3: ("", "")}
    words = "Monday 09:00–17:00, Tuesday 09:00–12:00 and Wednesday 09:00–17:00"
    assert hours_words(split) == words
