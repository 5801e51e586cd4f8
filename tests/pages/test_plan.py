"""The action plan page: from suggestion to action, board, table, registration, result, and both files."""

import io
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from icalendar import Calendar
from sqlalchemy import Engine, Text, cast, delete, update
from streamlit.testing.v1 import AppTest

from components.i18n import set_language
from data.access import LOCAL_ADMINISTRATOR as ME
from data.actions import actions, add_action, change_action, history, register_action
from data.assessments import add_respondent, save_answer, start_assessment
from data.questionnaire import shipped
from data.registers import add_department, departments
from data.schema import account, action, action_change
from data.store import open_store
from metrics.actions.action import Action
from metrics.periods import to_date, to_day
from pages._plan.files import calendar, workbook
from pages._plan.plan import plan as read_plan
from tests.late import Late
from tests.pages.drawn import HOSTILE, press, said
from tests.stores import copy_of

OpenPage = Callable[..., AppTest]


def today() -> int:
    """The day it is for the organisation, whose clock differs from that of the machine."""
    return to_day(datetime.now(ZoneInfo("Europe/Amsterdam")).date())


QUESTION = shipped().question("B4")


def answered(store: Engine, levels: dict[str, int], role: str = "policy officer") -> int:
    """An assessment in which a department gave some answers; its id."""
    sport = add_department(store, ME, "Sport")
    add_department(store, ME, "Parken")
    round_ = start_assessment(store, ME, "Waterstad 2026", date(2026, 10, 1), shipped())
    who = add_respondent(store, ME, round_, sport, role)
    for question, level in levels.items():
        save_answer(store, ME, who, question, {"level": level}, 0)
    return round_


def plan(store: Engine) -> list[Action]:
    return actions(store, ME)


def opened(open_page: OpenPage, url: str, **address: str) -> AppTest:
    at = open_page("plan", url=url, **address)
    assert not at.exception
    return at


def without_plan(url: str) -> str:
    """The same store without the actions that it came with."""
    with open_store(url).begin() as connection:
        for table in (action_change, action):
            connection.execute(delete(table))
    return url


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("view", ["suggestions", "board", "table", "results"])
def test_every_view_says_what_to_do_while_there_is_nothing(
    open_page: OpenPage, url: str, view: str, language: str
) -> None:
    at = opened(open_page, url, view=view, language=language)
    assert len(at.title) == 1 and len(at.info) == 1
    assert not at.get("download_button")


def test_the_finding_and_a_suggestion_for_each_answer_below_target(
    open_page: OpenPage, url: str, store: Engine
) -> None:
    answered(store, {"B1": 3, "B4": 1, "C1": 0, "D1": 4})
    at = opened(open_page, url)
    words = said(at)
    assert "0 actions are under way. 2 items are below your target and have no action yet." in words
    assert QUESTION.improvements[1][0]["en"] in words and QUESTION.anchors[1]["en"] in words
    assert "level 1, and the target is 3" in words and "policy officer, Sport" in words
    assert "D1 ·" not in words
    assert words.index("C1 ·") < words.index("B4 ·"), "the lowest level stands first"
    only = said(opened(open_page, url, dimension="guidelines"))
    assert "B4 ·" in only and "C1 ·" not in only


def test_a_suggestion_is_taken_over_and_then_marked(open_page: OpenPage, url: str, store: Engine) -> None:
    round_ = answered(store, {"B4": 1})
    at = press(opened(open_page, url), "take_B4_0")
    form = "take_B4_0_0"
    assert at.text_area(key=f"{form}_title").value == QUESTION.improvements[1][0]["en"]
    assert at.selectbox(key=f"{form}_metric").value == "within_norm"
    assert at.selectbox(key=f"{form}_direction").value == "up"
    at.text_input(key=f"{form}_due").set_value("31-3-2027")
    at = press(at, f"{form}_go")
    assert "year-month-day" in at.error[0].value and plan(store) == []
    at.text_input(key=f"{form}_due").set_value("2027-03-31")
    at.text_input(key=f"{form}_role").set_value("team lead")
    at = press(at, f"{form}_go")
    assert "in the plan" in at.success[0].value
    (made,) = plan(store)
    assert (made.question, made.reason, made.assessment_id, made.status) == ("B4", "below_target", round_, "planned")
    assert (made.owner_role, made.due_day) == ("team lead", to_day(date(2027, 3, 31)))
    assert (made.metric, made.direction) == ("within_norm", "up")
    assert made.department_id == departments(store, ME).set_index("name")["id"]["Sport"]
    assert "In the plan" in said(at) and "has no action yet" not in said(at)
    assert all(button.key != "take_B4_0" for button in at.button)
    again = said(opened(open_page, url, language="nl"))
    assert QUESTION.improvements[1][0]["nl"] in again
    assert all(button.key != "take_B4_0" for button in opened(open_page, url, language="nl").button)


def test_a_claim_that_the_data_of_the_demo_contradict_comes_first(
    open_page: OpenPage, stores: Callable[[str], str], tmp_path: Path
) -> None:
    url = without_plan(copy_of(stores("demo"), tmp_path))
    store = open_store(url)
    round_ = start_assessment(store, ME, "Oeverdrecht", date(2026, 9, 24), shipped())
    who = add_respondent(store, ME, round_, None, "policy officer")
    for question, level in {"A1": 0, "B4": 3, "E1": 4}.items():
        save_answer(store, ME, who, question, {"level": level}, 0)
    at = opened(open_page, url, assessment=str(round_))
    words = said(at)
    assert "**Data disagree:** We answer within the time of our norm." in words
    assert words.index("B4 ·") < words.index("A1 ·")
    assert re.search(r"1 item is below your target .* \d items? reach", words)
    at = press(at, "take_B4_0")
    at = press(at, "take_B4_0_0_go")
    made = plan(store)[0]
    assert (made.question, made.reason, made.metric, made.direction) == ("B4", "contradiction", "within_norm", "up")
    assert all(button.key != "take_B4_0" for button in opened(open_page, url, language="nl").button)


def test_a_form_can_be_closed_again(open_page: OpenPage, url: str, store: Engine) -> None:
    answered(store, {"B4": 1, "B1": 0})
    at = press(opened(open_page, url), "take_B4_0")
    at = press(at, "take_B1_0")
    assert [area.key for area in at.text_area] == ["take_B1_0_0_title"]
    at = press(at, "not_B1_0")
    assert not at.text_area and plan(store) == []


def test_an_own_action_is_added_and_an_empty_one_refused(open_page: OpenPage, url: str, store: Engine) -> None:
    at = press(opened(open_page, url, view="board"), "own_0_go")
    assert "no title" in at.error[0].value and plan(store) == []
    at.text_area(key="own_0_title").set_value(HOSTILE)
    at.text_input(key="own_0_role").set_value(HOSTILE)
    at = press(at, "own_0_go")
    (made,) = plan(store)
    assert (made.reason, made.question, made.title) == ("own", "", HOSTILE)
    raw = " ".join(str(element.value) for element in (*at.markdown, *at.caption))
    assert "fat" in raw and not re.search(r"(?<!\\)(<img|\[x\]|\*fat)", raw)
    assert at.text_area(key="own_1_title").value == ""


def test_an_action_is_moved_on_the_board_and_opened_from_there(open_page: OpenPage, url: str, store: Engine) -> None:
    late = add_action(store, ME, "Answer within a day", status="planned", due_day=today() - 3)
    other = add_action(store, ME, "Publish the norm", status="idea")
    at = opened(open_page, url, view="board")
    assert {"Planned (1)", "Idea (1)", "Under way (0)"} <= {element.value for element in at.subheader}
    assert "3 days late" in said(at)
    at = at.selectbox(key=f"move_{late}").set_value("doing").run()
    assert not at.exception and "moved" in at.success[0].value
    assert next(one for one in plan(store) if one.id == late).status == "doing"
    assert "1 action is under way. 1 action is late." in said(at)
    at.selectbox(key=f"move_{late}").set_value("dropped").run()
    assert "Dropped (1)" in {box.label for box in at.expander}
    before = Late(at)
    at = press(at, f"details_{other}")
    assert at.selectbox(key="view_box_1").value == "table" and at.selectbox(key="action_box").value == str(other)
    change_action(store, ME, late, {"status": "done"})  # by a colleague
    before.press(f"details_{other}")
    assert next(one for one in plan(store) if one.id == late).status == "done", "nobody moved it back"


def test_the_table_is_filtered_and_an_action_changed(open_page: OpenPage, url: str, store: Engine) -> None:
    sport, parks = (add_department(store, ME, name) for name in ("Sport", "Parken"))
    mine = add_action(store, ME, "Of sport", department_id=sport, status="doing")
    add_action(store, ME, "Of the parks", department_id=parks)
    add_action(store, ME, "Of all")
    at = opened(open_page, url, view="table", action=str(mine))
    assert [str(row) for row in at.table[0].value.iloc[:, 0]] == ["Of all", "Of the parks", "Of sport"]
    for address, left in (
        ({"whose": str(sport)}, ["Of sport"]),
        ({"whose": "0"}, ["Of all"]),
        ({"status": "doing-done"}, ["Of sport"]),
        ({"status": "idea", "whose": str(parks)}, ["Of the parks"]),
    ):
        found = opened(open_page, url, view="table", **address)
        assert list(found.table[0].value.iloc[:, 0]) == left
    none = opened(open_page, url, view="table", status="done")
    assert not none.table and "0 of 3 actions" in said(none)
    key = f"change_{mine}_0"
    at.text_input(key=f"{key}_role").set_value("web editor")
    change_action(store, ME, mine, {"status": "done"})  # somebody else, in the meantime
    at = press(at, f"{key}_go")
    found = next(one for one in plan(store) if one.id == mine)
    assert (found.owner_role, found.status) == ("web editor", "done")
    assert [change.field for change in history(store, ME, mine)] == ["owner_role", "status", "status"]


def test_a_comparison_is_registered_before_the_start_and_then_locked(
    open_page: OpenPage, url: str, store: Engine
) -> None:
    sport, parks = (add_department(store, ME, name) for name in ("Sport", "Parken"))
    known = add_action(store, ME, "Answer within a day", department_id=sport, metric="within_norm", direction="up")
    at = opened(open_page, url, view="table")
    form = f"register_{known}_0"
    assert sport not in at.selectbox(key=f"{form}_control").options
    at.selectbox(key=f"{form}_control").set_value(parks)
    at.text_area(key=f"{form}_note").set_value("Ten points more.")
    at = press(at, f"{form}_go")
    assert "Start day" in at.error[0].value
    at.text_input(key=f"{form}_start").set_value(to_date(today() - 5).isoformat())
    at = press(at, f"{form}_go")
    assert "before the start" in at.error[0].value and not plan(store)[0].is_registered
    start = today() + 30
    at.text_input(key=f"{form}_start").set_value(to_date(start).isoformat())
    at = press(at, f"{form}_go")
    (found,) = plan(store)
    assert found.is_registered
    assert (found.control_id, found.start_day, found.expectation) == (parks, start, "Ten points more.")
    assert "It cannot be changed any more" in at.success[0].value
    keys = {one.key for one in (*at.selectbox, *at.button)}
    assert f"change_{known}_1_metric" not in keys and f"remove_{known}" not in keys
    assert "Compared with Parken" in said(at) and "Ten points more" in said(at)


def test_an_action_is_removed_only_when_sure(open_page: OpenPage, url: str, store: Engine) -> None:
    known = add_action(store, ME, "A slip")
    at = opened(open_page, url, view="table")
    assert at.button(key=f"remove_{known}").disabled
    at = at.checkbox(key=f"sure_{known}").check().run()
    at = press(at, f"remove_{known}")
    assert plan(store) == [] and "removed" in at.success[0].value


def files(round_: int | None = None) -> tuple[Any, Any]:
    """Both files of the plan, as their buttons make them, opened with the programs' own libraries."""
    found = read_plan(round_, None)
    return openpyxl.load_workbook(io.BytesIO(workbook(found))), Calendar.from_ical(calendar(found))


def sheet_rows(sheet: Any) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """The lines above the table, and its rows by column."""
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    gap = next(place for place, row in enumerate(rows) if not any(row))
    header = [name for name in rows[gap + 1] if name]
    return {row[0]: row[1] for row in rows[:gap]}, [dict(zip(header, row, strict=False)) for row in rows[gap + 2 :]]


@pytest.fixture
def hostile(open_page: OpenPage, url: str, store: Engine) -> Engine:
    """A plan with texts that would run, break lines or end an entry; the page has been drawn."""
    sport = add_department(store, ME, "=Sport()")
    first = add_action(
        store,
        ME,
        "=HYPERLINK(1); a, b \\n c",
        question="B4",
        reason="below_target",
        department_id=sport,
        owner_role="-2+3\r\nEND:VEVENT\r\nBEGIN:VALARM",
        due_day=to_day(date(2027, 3, 31)),
        metric="within_norm",
        direction="up",
    )
    change_action(store, ME, first, {"expectation": "@SUM(1)\nsecond line", "status": "doing"})
    add_action(store, ME, "Without a date")
    dropped = add_action(store, ME, "Dropped", due_day=to_day(date(2027, 1, 5)))
    change_action(store, ME, dropped, {"status": "dropped"})
    at = opened(open_page, url, view="board")
    assert len(at.get("download_button")) == 2
    return store


def test_the_excel_file_has_everything_and_runs_nothing(hostile: Engine) -> None:
    book, _calendar = files()
    about, rows = sheet_rows(book["Action plan"])
    assert about["Title"] == "Action plan" and "DEMO" not in about
    assert [row["Action"] for row in rows] == ["Dropped", "Without a date", "'=HYPERLINK(1); a, b \\n c"]
    last = rows[-1]
    assert (last["Department"], last["Ready by"].date()) == ("'=Sport()", date(2027, 3, 31))
    assert last["Who is in charge (role)"] == "'-2+3 END:VEVENT BEGIN:VALARM"
    assert last["What do you expect?"] == "'@SUM(1) second line"
    assert (last["Status"], last["Why"]) == ("Under way", "Below the target")
    assert rows[1]["Ready by"] is None and rows[1]["Number that should change"] is None
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert cells and all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
    assert not any(str(cell.value).startswith(("=", "+", "-", "@")) for cell in cells if cell.value is not None)
    widths = [dimension.width for dimension in book["Action plan"].column_dimensions.values()]
    assert min(widths) >= 10 and max(widths) <= 62
    _about, changes = sheet_rows(book["History"])
    assert {"New": "Under way", "Old": "Idea"}.items() <= next(
        row for row in changes if row["What"] == "Status" and row["Old"] == "Idea" and row["Number"] == 1
    ).items()


def test_the_columns_are_in_the_language_of_the_reader(hostile: Engine) -> None:
    english = set(sheet_rows(files()[0].worksheets[0])[1][0])
    set_language("nl")
    assert len(sheet_rows(files()[0].worksheets[0])[1][0]) == len(english)


def test_the_calendar_has_a_day_for_each_date_and_texts_end_nothing(hostile: Engine) -> None:
    _book, found = files()
    events = {str(event["summary"]): event for event in found.walk("VEVENT")}
    assert set(events) == {"=HYPERLINK(1); a, b \\n c", "Dropped"} and not found.walk("VALARM")
    event = events["=HYPERLINK(1); a, b \\n c"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2027, 3, 31), date(2027, 4, 1))
    assert event["dtstamp"].dt.tzinfo is not None
    assert "-2+3 END:VEVENT BEGIN:VALARM" in str(event["description"])
    assert (str(event["status"]), str(events["Dropped"]["status"])) == ("CONFIRMED", "CANCELLED")
    identity = str(event["uid"])
    change_action(hostile, ME, 1, {"title": "Another title", "due_day": to_day(date(2027, 5, 1))})
    (moved,) = (one for one in files()[1].walk("VEVENT") if str(one["uid"]) == identity)
    assert moved["dtstart"].dt == date(2027, 5, 1)


def test_both_files_say_that_a_demo_is_made_up(
    open_page: OpenPage, stores: Callable[[str], str], tmp_path: Path
) -> None:
    url = copy_of(stores("demo"), tmp_path)
    add_action(open_store(url), ME, "Own action", due_day=today())
    opened(open_page, url, view="board")
    book, found = files()
    assert next(iter(sheet_rows(book.worksheets[0])[0])) == "DEMO"
    assert all(str(event["summary"]).startswith("DEMO") for event in found.walk("VEVENT"))


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_results_of_the_demo_have_verdict_chart_table_and_csv(
    open_page: OpenPage, stores: Callable[[str], str], tmp_path: Path, whole: bool, language: str
) -> None:
    url = without_plan(copy_of(stores("demo"), tmp_path))
    store = open_store(url)
    first, second = departments(store, ME)["id"].tolist()[:2]
    start = to_day(date(2026, 4, 6))
    known = add_action(
        store, ME, "Evening rota", department_id=None if whole else first, is_demo=True, made_ts=(start - 9) * 86_400
    )
    register_action(
        store, ME, known, "posts", "up", None if whole else second, start, "More posts.", (start - 8) * 86_400
    )
    at = opened(open_page, url, view="results", language=language)
    header = next(element.value for element in at.header if "Evening rota" in str(element.value))
    if language == "en":
        assert header.split(": ")[1] in {"changed after", "consistent with", "no clear change"}
        assert "in a typical week" in said(at) and "Registered on 29 March 2026" in said(at)
    assert "caused" not in said(at)
    assert len(at.get("plotly_chart")) == 1 and len(at.get("download_button")) == 3


def test_another_way_of_counting_is_not_read_as_what_an_action_did(
    open_page: OpenPage, stores: Callable[[str], str], tmp_path: Path
) -> None:
    url = without_plan(copy_of(stores("demo"), tmp_path))
    store = open_store(url)
    with store.begin() as connection:
        connection.execute(update(account).values(platform="youtube", handle=cast(account.c.id, Text)))
    start = to_day(date(2026, 8, 3))
    for metric in ("video_views", "posts"):
        known = add_action(store, ME, f"Evening rota, {metric}", is_demo=True, made_ts=(start - 9) * 86_400)
        register_action(store, ME, known, metric, "up", None, start, "More.", (start - 8) * 86_400)
    at = opened(open_page, url, view="results")
    verdicts = dict(header.value.split(": ") for header in at.header if "Evening rota" in str(header.value))
    assert verdicts.pop("Evening rota, video\\_views") == "not comparable"
    assert set(verdicts.values()) <= {"changed after", "consistent with", "no clear change"}
    assert "all data since 28 August 2026, some of it since 24 August 2026." in said(at)
    assert len(at.get("plotly_chart")) == 2, "the weeks are shown all the same"


def test_a_result_that_is_too_early_shows_the_weeks_so_far(
    open_page: OpenPage, stores: Callable[[str], str], tmp_path: Path
) -> None:
    url = without_plan(copy_of(stores("demo"), tmp_path))
    store = open_store(url)
    known = add_action(store, ME, "Evening rota", department_id=departments(store, ME)["id"].tolist()[0])
    register_action(store, ME, known, "within_norm", "up", None, today() + 400, "More in time.")
    at = opened(open_page, url, view="results")
    assert "too early to say" in said(at) and len(at.get("plotly_chart")) == 1


def test_a_result_without_data_is_said(open_page: OpenPage, url: str, store: Engine) -> None:
    known = add_action(store, ME, "Evening rota")
    register_action(store, ME, known, "within_norm", "up", None, today() + 9, "More in time.")
    at = opened(open_page, url, view="results")
    assert "there are no data for its number" in said(at) and not at.get("plotly_chart")
