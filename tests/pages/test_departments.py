"""Departments side by side: in alphabetical order, with n and intervals, never ranked."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

OpenPage = Callable[..., AppTest]


def test_an_empty_store_says_what_to_do(open_page: OpenPage) -> None:
    at = open_page("departments", state="empty")
    assert "nothing loaded" in at.info[0].value


def test_departments_stand_in_alphabetical_order(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all")
    (table,) = [table.value for table in at.table]
    names = list(table.columns)[1:]
    assert len(names) >= 8
    assert names == sorted(names, key=str.casefold)
    assert at.multiselect(key="dept_box").options == [name.replace("\\", "") for name in names]


def test_cells_have_interval_and_n(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all", group="conversation")
    share = at.table[0].value.set_index("Metric").loc["Commitment C1: posts with comments"]
    assert share.str.contains(r"\*\*[\d.]+%\*\* \([\d.]+% to [\d.]+%\), [\d,]+ posts").any()


def test_rates_are_not_averaged_over_platforms(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all", metric="er_followers")
    assert "choose one platform" in at.table[0].value.to_string() or "Choose one platform" in str(at.info)
    one = open_page("departments", state="demo", period="all", metric="er_followers", platform="facebook")
    assert one.get("plotly_chart")


def test_a_small_department_has_too_few_to_compare(open_page: OpenPage) -> None:
    at = open_page("departments", state="one_row")
    assert at.info[0].value == "Too few posts: 1 of the 8 needed."
    assert "too few posts" in at.table[0].value.to_string()


def test_one_chosen_department_has_its_own_tiles(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all")
    assert not at.metric
    first = at.multiselect(key="dept_box").options[0]
    at.multiselect(key="dept_box").select(first).run()
    assert not at.exception
    assert len(at.metric) >= 4
    assert first in "\n".join(caption.value for caption in at.caption)


def test_the_choice_holds_from_page_to_page(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="2026", platform="x")
    at.switch_page("overview.py").run()
    assert at.selectbox(key="period_box").value == "2026"
    assert at.multiselect(key="platform_box").value == ["x"]


def test_no_ranks(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all")
    words = " ".join(str(element.value) for kind in (at.markdown, at.header, at.caption) for element in kind).lower()
    assert not any(word in words for word in ("rank 1", "best department", "worst", "top 3", "number one"))


def test_the_table_says_why_it_differs_from_the_platforms(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", platform="facebook", group="conversation")
    assert at.session_state["why_numbers"] is False
    at.session_state["why_numbers"] = True
    at.run()
    (words,) = [element.value for element in at.markdown if "**Left out.**" in element.value]
    assert words.count("- **") == 1
    assert "- **Facebook.** Your newest numbers are of" in words
