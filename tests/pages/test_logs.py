"""The logs on a page: drawn when opened, kept by forms and files, hostile texts shown as they are."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.catalogues import SOURCE
from components.i18n import set_language
from data.access import LOCAL_ADMINISTRATOR as ME
from data.logs.moderation import add_removal, removals
from data.logs.moderation_files import files
from data.logs.test_messages import add_test_message
from data.logs.test_messages import test_messages as messages
from data.registers import add_account, add_department
from data.store import open_store
from tests.pages.drawn import press

HOSTILE = '=cmd() <img src=x onerror="alert(1)"> [x](javascript:alert(1)) **fat**'
CONTENT = """datum;platform;account;actie;reden;tekst
2026-06-01;x;stadsport;verborgen;spam;koop nu
2026-06-02;x;niemand;verborgen;;
"""


def draw() -> None:
    from pages._guidelines.logs import logs_section

    logs_section()


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store with one account, which the page then opens."""
    where = f"sqlite:///{tmp_path / 'store.db'}"
    monkeypatch.setenv("DATABASE_URL", where)
    store = open_store(where)
    add_account(store, ME, add_department(store, ME, "Sport <i>"), "x", "stadsport", "Stad *Sport*")
    return where


def opened(log: str = "", language: str = SOURCE) -> AppTest:
    set_language(language)
    at = AppTest.from_function(draw, default_timeout=30)
    at.session_state["reader_language"] = language
    if log:
        at.session_state[log] = True
    at.run()
    assert not at.exception
    return at


def texts(at: AppTest) -> list[str]:
    kinds = (at.markdown, at.caption, at.error, at.warning, at.info, at.success)
    return [str(element.value) for kind in kinds for element in kind]


def said(at: AppTest) -> str:
    """The words without what escapes them."""
    return re.sub(r"[\\\u2060]", "", " ".join(texts(at)))


def test_nothing_is_drawn_until_it_is_opened(url: str) -> None:
    add_removal(open_store(url), ME, 1, date(2026, 6, 1), "hidden")
    at = opened()
    assert [one.value for one in at.header] == ["Logs"]
    assert not at.table and not at.markdown


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("log", ["log_shopper", "log_moderation"])
def test_an_empty_log_says_what_that_means(url: str, log: str, language: str) -> None:
    at = opened(log, language)
    assert not at.table
    assert not [text for text in texts(at) if re.search(r"\{[a-z_]+\}", text)]


def test_a_test_message_is_added_answered_and_removed(url: str) -> None:
    at = opened("log_shopper")
    at.selectbox(key="shopper_account_0").set_value(1)
    at.text_input(key="shopper_asked_0").set_value("2026-06-01 09:00")
    at.text_area(key="shopper_question_0").set_value("Is het zwembad open?")
    at = press(at, "shopper_add_go_0")
    assert "The test message is in the log." in said(at)
    assert at.text_input(key="shopper_asked_1").value == "", "the form is empty again"
    [row] = messages(open_store(url), ME).to_dict("records")
    assert row["asked_ts"] == datetime(2026, 6, 1, 7, tzinfo=UTC).timestamp() and row["outcome"] == "none"

    key = f"1_{row['id']}"
    at.selectbox(key=f"shopper_outcome_{key}").set_value("answered")
    at.text_input(key=f"shopper_answered_{key}").set_value("2026-06-01 10:30")
    at = press(at, "shopper_save_1")
    assert messages(open_store(url), ME)["answered_ts"][0] == row["asked_ts"] + 5400
    assert "One message proves nothing" in said(at)
    at = press(at, "shopper_remove_2")
    assert messages(open_store(url), ME).empty


@pytest.mark.parametrize(
    ("asked", "answered", "outcome", "problem"),
    [
        ("1 juni", "", "none", "“1 juni” is not a date with a time"),
        ("", "", "none", "Fill in the date and the time"),
        ("2099-01-01 09:00", "", "none", "yet to come"),
        ("2026-06-01 09:00", "2026-06-01 08:00", "answered", "earlier than the question"),
        ("2026-06-01 09:00", "2026-06-01 10:00", "picked_up", "Picked up is not answered"),
        ("2026-06-01 09:00", "soon", "answered", "“soon” is not a date with a time"),
    ],
)
def test_a_problem_is_a_sentence_and_what_was_typed_stays(
    url: str, asked: str, answered: str, outcome: str, problem: str
) -> None:
    at = opened("log_shopper")
    at.selectbox(key="shopper_account_0").set_value(1)
    at.text_input(key="shopper_asked_0").set_value(asked)
    at.text_area(key="shopper_question_0").set_value("Is het zwembad open?")
    at.selectbox(key="shopper_outcome_0").set_value(outcome)
    at.text_input(key="shopper_answered_0").set_value(answered)
    at = press(at, "shopper_add_go_0")
    assert problem in re.sub(r"[\\\u2060]", "", at.error[0].value)
    assert at.text_area(key="shopper_question_0").value == "Is het zwembad open?"
    assert at.text_input(key="shopper_asked_0").value == asked
    assert messages(open_store(url), ME).empty


def test_a_removal_is_added_followed_up_and_removed(url: str) -> None:
    at = opened("log_moderation")
    at = press(at, "removal_add_go_0")
    assert len(at.error) == 3, "account, day and action are missing"
    at.selectbox(key="removal_account_0").set_value(1)
    at.selectbox(key="removal_action_0").set_value("hidden")
    at.text_input(key="removal_day_0").set_value("2026-06-01")
    at.text_input(key="removal_n_0").set_value("twee")
    at = press(at, "removal_add_go_0")
    assert "whole figures" in at.error[0].value
    at.text_input(key="removal_n_0").set_value("2")
    at = press(at, "removal_add_go_0")
    [row] = removals(open_store(url), ME).to_dict("records")
    assert (row["n"], row["reason"], row["action"]) == (2, "", "hidden")
    assert "2 comments were removed; a house rule was cited for 0" in said(at)
    at.text_input(key=f"removal_appealed_1_{row['id']}").set_value("3")
    at = press(at, "removal_save_1")
    assert "more appeals" in at.error[0].value
    at.text_input(key=f"removal_appealed_1_{row['id']}").set_value("1")
    at = press(at, "removal_save_1")
    assert removals(open_store(url), ME)["appealed"][0] == 1
    press(at, "removal_remove_2")
    assert removals(open_store(url), ME).empty


def test_a_file_is_loaded_told_and_taken_out(url: str) -> None:
    at = opened("log_moderation")
    at.file_uploader(key="moderation_upload").set_value(("log.csv", CONTENT.encode(), "text/csv"))
    at = press(at, "moderation_go")
    assert files(open_store(url), ME)["source"].tolist() == ["log.csv"]
    assert "These columns were left out: tekst." in said(at)
    reasons = next(one.value for one in at.table if "Row in the file" in one.value.columns)
    assert reasons["Row in the file"].tolist() == ["3"] and "niemand" in reasons["Reason"][0]
    at.file_uploader(key="moderation_upload").set_value(("again.csv", CONTENT.encode(), "text/csv"))
    at = press(at, "moderation_go")
    assert "in the log already, from log.csv" in said(at)
    at.selectbox(key="moderation_source").set_value("log.csv").run()
    press(at, "moderation_undo")
    assert removals(open_store(url), ME).empty


def test_a_file_that_is_no_log_says_what_to_do(url: str) -> None:
    at = opened("log_moderation")
    at.file_uploader(key="moderation_upload").set_value(("x.csv", b"a,b\n1,2\n", "text/csv"))
    at = press(at, "moderation_go")
    assert "needs columns with the date, the account and the action" in at.error[0].value


def test_hostile_texts_are_shown_as_they_are(url: str) -> None:
    store = open_store(url)
    add_test_message(store, ME, 1, datetime(2026, 6, 1, 9, tzinfo=UTC), HOSTILE, note=HOSTILE)
    add_removal(store, ME, 1, date(2026, 6, 1), "hidden", "spam", HOSTILE)
    for log in ("log_shopper", "log_moderation"):
        at = opened(log)
        cells = [str(cell) for table in at.table for row in table.value.to_numpy().tolist() for cell in row]
        assert any("fat" in cell for cell in cells)
        for text in (*cells, *texts(at)):
            assert not re.search(r"(?<!\\)<(img|i)\b|\*\*fat|\]\(java", text), text


def test_the_file_of_a_log_runs_nothing(url: str) -> None:
    from components.download import as_csv
    from components.moderation_tables import RemovalEntry, _raw
    from components.source import Source
    from metrics.periods import Period

    entry = RemovalEntry(1, "=a()", "Sport", date(2026, 6, 1), "hidden", "", HOSTILE, 1, 0, 0, "@x.csv")
    text = as_csv(_raw([entry]), Source("Waterstad", Period(1, 2)), "Removals").decode()
    assert "'=a()" in text and "'=cmd()" in text and "'@x.csv" in text


def test_on_the_guidelines_of_the_demo_city_tests_stand_beside_the_statistics(
    open_page: Callable[..., AppTest],
) -> None:
    at = open_page("guidelines", state="demo")
    at.session_state["log_shopper"] = at.session_state["log_moderation"] = True
    at.run()
    assert not at.exception
    assert "11 of 16 test messages were answered. That is no proof" in said(at)
    assert re.search(r"The test messages \(68\.8% of 16\) .* questions were answered in time", said(at))
    assert any("Removals for “Off topic”" in re.sub(r"\\", "", one.value) for one in at.warning)
    [beheer] = [
        row
        for table in at.table
        for row in table.value.to_dict("records")
        if row.get("Department") == "Beheer Openbare Ruimte" and "Test messages" in row
    ]
    assert (beheer["Test messages"], beheer["Answered"], beheer["Picked up, not answered"]) == ("5", "2", "1")
