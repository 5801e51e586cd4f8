"""The sections on posting times and on sending or conversing, on stores in every state."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.benchmarks_card import in_words as benchmarks_in_words
from components.plan_card import as_rows, in_words
from components.posting_times_card import as_numbers
from components.posting_times_card import in_words as times_in_words
from data.access import LOCAL_ADMINISTRATOR
from data.registers import accounts, add_account, update_account
from data.store import open_store
from metrics.benchmarks import BENCHMARKS
from metrics.cadence.plan import four_weeks
from metrics.cadence.posting_times import PostingTimes, SlotRatio
from tests.stores import make_store

Stores = Callable[[str], str]
SECTIONS = ("posting_times", "two_way")


def _script(section: str) -> None:
    from components.page import page
    from data.filters import Filters
    from data.queries.coverage import span
    from metrics.periods import Period
    from pages._context import access, engine
    from pages._guidelines.posting_times import posting_times_section
    from pages._responsiveness.two_way import two_way_section

    page("Sections", question="?")
    known = span(engine(), access()) or (20_000, 20_010)
    asked = Filters(Period(*known))
    (posting_times_section if section == "posting_times" else two_way_section)(asked)


@pytest.fixture
def drawn(stores: Stores, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., AppTest]:
    """`drawn("two_way", "demo", objective="dialogue")`: a section, drawn once."""

    def opened(section: str, state: str, url: str = "", **address: str) -> AppTest:
        monkeypatch.setenv("DATABASE_URL", url or stores(state))
        monkeypatch.setenv("ANSWERABLE_KEY_FILE", str(tmp_path / "key"))
        at = AppTest.from_function(_script, default_timeout=60, args=(section,))
        for key, value in address.items():
            at.query_params[key] = value
        return at.run()

    return opened


def words(at: AppTest) -> str:
    kinds = (at.header, at.markdown, at.caption, at.info)
    return "\n".join(str(one.value) for kind in kinds for one in kind)


@pytest.mark.parametrize("state", ["empty", "one_row", "demo"])
@pytest.mark.parametrize("section", SECTIONS)
def test_they_draw(drawn: Callable[..., AppTest], section: str, state: str) -> None:
    at = drawn(section, state)
    assert not at.exception
    assert at.header


def test_posting_times_of_the_demo(drawn: Callable[..., AppTest]) -> None:
    at = drawn("posting_times", "demo")
    whose, account = at.selectbox
    assert len(whose.options) == 8 + len(account.options)
    assert "A fair test of posting times in four weeks" in words(at)
    one = drawn("posting_times", "demo", times_of="a24", test_of="a24")
    assert not one.exception
    assert one.selectbox[0].value == one.selectbox[1].value == "a24"


def test_nothing_to_say_about_one_post(drawn: Callable[..., AppTest]) -> None:
    assert "too few posts with known interactions" in words(drawn("posting_times", "one_row"))


def test_the_mix_is_held_against_the_chosen_objective(drawn: Callable[..., AppTest]) -> None:
    at = drawn("two_way", "demo")
    assert "is a reply (" in at.header[1].value
    assert "The objective is" not in words(at)
    assert "The objective is collaboration, but 0%" in words(drawn("two_way", "demo", objective="collaboration"))


def test_the_declared_objective_comes_from_the_register(drawn: Callable[..., AppTest], tmp_path: Path) -> None:
    url = make_store("one_row", tmp_path)
    store = open_store(url)
    (account,) = accounts(store, LOCAL_ADMINISTRATOR)["id"]
    add_account(store, LOCAL_ADMINISTRATOR, 1, "mastodon", "another")
    update_account(store, LOCAL_ADMINISTRATOR, account, objective="dialogue")
    at = drawn("two_way", "one_row", url)
    assert "Objective: **Dialogue: people have a say**. 1 of 2 accounts in view declare it" in words(at)
    assert not at.selectbox
    add_account(store, LOCAL_ADMINISTRATOR, 1, "mastodon", "third", objective="service")
    assert len(drawn("two_way", "one_row", url).selectbox) == 1


def test_tables_for_readers_and_for_programs() -> None:
    times = PostingTimes(
        44,
        (SlotRatio("week_morning", 40, 1.5, 1.1, 2.0), SlotRatio("week_evening", 4), SlotRatio("weekend_morning", 9)),
    )
    shown = times_in_words(times)
    assert shown["Times the other posts"].tolist() == ["1.5", "4 posts: too few", "nothing to compare with"]
    assert shown["95% interval"].tolist() == ["1.1 to 2", "", ""]
    assert shown["Beyond chance"].tolist()[0] == "better"
    raw = as_numbers(times)
    assert raw["Times the other posts"].tolist() == [1.5, None, None]
    assert raw["Code"].tolist() == ["week_morning", "week_evening", "weekend_morning"]
    plan = four_weeks(20_727, 3, seed=1)
    assert in_words(plan)["Week"].tolist()[-1] == "4 of 4"
    assert as_rows(plan, "=cmd()")["Date"].is_monotonic_increasing
    others = benchmarks_in_words()
    assert len(others) == len(BENCHMARKS)
    assert set(others["n"]) == {"408", "n not given"}
