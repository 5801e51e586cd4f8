"""The self-assessment page: start, answer, two people at once, the measurement afterwards, files, both languages."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data.access import LOCAL_ADMINISTRATOR as ME
from data.assessments import (
    add_respondent,
    answers,
    assessments,
    history,
    respondents,
    save_answer,
    set_target,
    start_assessment,
)
from data.assessments.files import to_file
from data.questionnaire import shipped
from data.registers import add_department
from data.store import open_store
from metrics.maturity.answers import Answer
from tests.late import Late
from tests.pages.drawn import HOSTILE, press, said
from tests.stores import copy_of

OpenPage = Callable[..., AppTest]
Started = tuple[str, Engine, int, int]


@pytest.fixture
def started(url: str) -> Started:
    """A store with one assessment and one who answers."""
    return begin(url)


def begin(url: str) -> Started:
    store = open_store(url)
    round_ = start_assessment(store, ME, "Waterstad 2026", date(2026, 10, 1), shipped())
    return url, store, round_, add_respondent(store, ME, round_, None, "policy officer")


def here(open_page: OpenPage, started: Started, language: str = "en", dimension: str = "guidelines") -> AppTest:
    url, _store, _round, who = started
    at = open_page("assessment", url=url, language=language, dimension=dimension, **{"as": str(who)})
    assert not at.exception
    return at


def answer_of(started: Started, question: str) -> Answer:
    _url, store, round_, who = started
    found = {(one.respondent_id, one.question): one for one in answers(store, ME, round_)}
    return found.get((who, question), Answer(who, question))


def level(at: AppTest, who: int, question: str) -> str | None:
    """What the card shows as the answer."""
    (radio,) = (one for one in at.radio if str(one.key).startswith(f"answer_{who}_{question}_level"))
    return None if radio.value is None else str(radio.value)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_without_an_assessment_one_can_be_started(open_page: OpenPage, url: str, language: str) -> None:
    at = open_page("assessment", url=url, language=language)
    assert not at.exception and not at.radio
    at.text_input(key="assessment_start_name").set_value(HOSTILE)
    at.text_input(key="assessment_start_day").set_value("1 oktober")
    at = press(at, "assessment_start_go")
    assert "1 oktober" in said(at) and assessments(open_store(url), ME) == []
    at.text_input(key="assessment_start_day").set_value("2026-10-01")
    at = press(at, "assessment_start_go")
    [found] = assessments(open_store(url), ME)
    assert (found.name, found.target, found.status) == (HOSTILE, 3, "open")
    assert not at.radio, "nobody answers by accident"
    at.text_input(key="assessment_who_role").set_value("beleidsmedewerker")
    at = press(at, "assessment_who_add")
    [who] = respondents(open_store(url), ME, found.id)
    assert (who.role, who.department_id) == ("beleidsmedewerker", None)
    assert at.radio and at.query_params["as"] == str(who.id)


def test_a_role_that_is_added_before_the_new_assessment_is_on_the_screen(open_page: OpenPage, started: Started) -> None:
    url, store, first, _who = started
    at = open_page("assessment", url=url)
    before = Late(at)
    at = press(at, "assessment_start_go")
    second = next(one.id for one in assessments(store, ME) if one.id != first)
    set_target(store, ME, first, 4)  # by a colleague
    before.box("assessment_who_role").string_value = "web editor"
    at = before.press("assessment_who_add")
    assert not at.exception and not at.success, "nobody touched the level to reach"
    assert {one.id: one.target for one in assessments(store, ME)} == {first: 4, second: 3}
    [who] = respondents(store, ME, second)
    assert (who.role, at.query_params["assessment"], at.query_params["as"]) == ("web editor", str(second), str(who.id))
    assert len(at.radio), "the questions are there"


def test_the_level_to_reach_can_be_changed(open_page: OpenPage, started: Started) -> None:
    _url, store, round_, _who = started
    at = here(open_page, started)
    for target in (4, 2, 3):
        at = at.selectbox(key=f"assessment_target_{round_}").set_value(target).run()
        assert assessments(store, ME)[0].target == target and "is saved" in at.success[0].value


def test_every_question_is_on_the_screen_of_its_dimension(open_page: OpenPage, started: Started) -> None:
    seen = set()
    for dimension in shipped().dimensions:
        at = here(open_page, started, dimension=dimension.id)
        seen |= {element.value.split(" ")[0] for element in at.subheader}
        choices = [radio for radio in at.radio if str(radio.key).endswith("_level")]
        assert len(choices) == len(shipped().of(dimension.id))
        assert all(len(radio.options) == 7 and radio.value is None for radio in choices)
        assert said(at).count("What would contradict this?") == len(choices)
    assert seen == {question.id for question in shipped().questions} and len(seen) == 33


def test_an_answer_is_saved_at_once_and_stands_in_another_session(open_page: OpenPage, started: Started) -> None:
    who = started[3]
    at = here(open_page, started)
    at.radio(key=f"answer_{who}_B4_level").set_value("3").run()
    at.text_area(key=f"answer_{who}_B4_note").set_value(HOSTILE).run()
    at.radio(key=f"answer_{who}_B4_confidence").set_value("high").run()
    assert not at.exception and "Saved " in said(at)
    assert "You answered 1 of 33 questions." in said(at)
    saved = answer_of(started, "B4")
    assert (saved.state, saved.level, saved.note, saved.confidence) == ("answered", 3, HOSTILE, "high")
    dutch = here(open_page, started, language="nl")
    assert dutch.radio(key=f"answer_{who}_B4_level").value == "3"
    assert dutch.text_area(key=f"answer_{who}_B4_note").value == HOSTILE
    assert "Er is geen norm" in " ".join(dutch.radio(key=f"answer_{who}_B4_level").options)


def test_answers_survive_another_dimension_and_another_language(open_page: OpenPage, started: Started) -> None:
    who = started[3]
    at = here(open_page, started)
    at.radio(key=f"answer_{who}_B4_level").set_value("1").run()
    at = press(at, "assessment_on")
    assert at.query_params["dimension"] == "coordination"
    at = press(at, "assessment_back")
    assert at.radio(key=f"answer_{who}_B4_level").value == "1"
    at.query_params["lang"] = "nl"
    at.session_state["lang"] = "nl"
    at.run()
    assert at.radio(key=f"answer_{who}_B4_level").value == "1" and not at.exception


def test_dont_know_is_an_answer_without_a_level_and_can_be_cleared(open_page: OpenPage, started: Started) -> None:
    who = started[3]
    at = here(open_page, started)
    at.radio(key=f"answer_{who}_B4_level").set_value("dont_know").run()
    assert (answer_of(started, "B4").state, answer_of(started, "B4").level) == ("dont_know", None)
    assert "You answered 1 of 33 questions. 1 of these has no level" in said(at)
    assert not any("data say" in box.label for box in at.expander)
    before = Late(at)
    at = press(at, f"answer_{who}_B4_clear")
    assert answer_of(started, "B4").state == "open" and level(at, who, "B4") is None
    at = before.press("assessment_on")
    assert answer_of(started, "B4").state == "open", "what the browser still showed is no new answer"


def test_two_sessions_at_once_lose_nothing(open_page: OpenPage, started: Started) -> None:
    who = started[3]
    first, second = here(open_page, started), here(open_page, started)
    first.radio(key=f"answer_{who}_B4_level").set_value("3").run()
    second.radio(key=f"answer_{who}_B4_level").set_value("2").run()
    assert answer_of(started, "B4").level == 3
    assert level(second, who, "B4") == "3"
    words = said(second)
    assert "Saved: **3 · The target is public, with" in words
    assert "Set aside: **2 · There is a target for our own use" in words
    reloaded = here(open_page, started)
    assert "Set aside:" in said(reloaded), "it still waits after a reload"
    assert reloaded.button(key=f"answer_{who}_B4_mine_0").label == "Use what was set aside"
    assert second.button(key=f"answer_{who}_B4_mine_0").label == "Use mine"
    second = press(second, f"answer_{who}_B4_mine_0")
    assert answer_of(started, "B4").level == 2 and "Set aside:" not in said(second)
    assert level(second, who, "B4") == "2"
    first = first.run()
    assert "Set aside:" not in said(first) and level(first, who, "B4") == "2"


def test_two_sessions_that_change_different_fields_both_hold(open_page: OpenPage, started: Started) -> None:
    who = started[3]
    first, second = here(open_page, started), here(open_page, started)
    first.radio(key=f"answer_{who}_B4_level").set_value("3").run()
    second.text_area(key=f"answer_{who}_B4_note").set_value("See the profile.").run()
    assert (answer_of(started, "B4").level, answer_of(started, "B4").note) == (3, "See the profile.")
    assert level(second, who, "B4") == "3" and "Set aside:" not in said(second)


def test_two_fields_at_once_of_one_person_are_no_conflict(open_page: OpenPage, started: Started) -> None:
    who = started[3]
    at = here(open_page, started)
    at.radio(key=f"answer_{who}_B4_level").set_value("1").run()
    at.text_area(key=f"answer_{who}_B4_note").set_value("On every profile.")
    at.radio(key=f"answer_{who}_B4_level").set_value("3").run()
    assert (answer_of(started, "B4").level, answer_of(started, "B4").note) == (3, "On every profile.")
    assert "Set aside:" not in said(at)


def test_what_was_set_aside_can_be_left(open_page: OpenPage, started: Started) -> None:
    who = started[3]
    first, second = here(open_page, started), here(open_page, started)
    first.radio(key=f"answer_{who}_B4_level").set_value("3").run()
    second.radio(key=f"answer_{who}_B4_level").set_value("2").run()
    second = press(second, f"answer_{who}_B4_theirs_0")
    assert answer_of(started, "B4").level == 3 and "Set aside:" not in said(second)


def test_the_measurement_is_shown_only_after_the_answer(
    open_page: OpenPage, stores: Callable[[str], str], tmp_path: Path
) -> None:
    started = begin(copy_of(stores("demo"), tmp_path))
    who = started[3]
    key = f"answer_{who}_B4_measured"
    at = here(open_page, started)
    at.session_state[key] = True  # a box that was left open shows nothing either
    at.run()
    assert not any(box.label == "What the data say about this answer" for box in at.expander)
    assert "data disagree" not in said(at)
    at.radio(key=f"answer_{who}_B4_level").set_value("3").run()
    at.session_state[key] = True
    at.run()
    assert not at.exception
    words = said(at)
    assert re.search(r"data (agree|disagree)|not enough data", words)
    assert re.search(r"\d% \(95% interval \d[\d.]*% to \d[\d.]*%\), n = \d", words)
    at = press(at, f"{key}_keep_within_norm")
    [figure] = answer_of(started, "B4").evidence
    assert figure.kind == "figure" and "n = " in figure.value and figure.link == "responsiveness" and figure.taken


def test_a_document_is_added_and_removed(open_page: OpenPage, started: Started) -> None:
    who = started[3]
    name = f"answer_{who}_B4"
    at = here(open_page, started)
    at.session_state[f"{name}_adding"] = True
    at.run()
    at = press(at, f"{name}_document_0_add")
    assert "Fill in the title" in said(at)
    at.text_input(key=f"{name}_document_0_title").set_value(HOSTILE)
    at.text_input(key=f"{name}_document_0_link").set_value("javascript:alert(1)")
    at = press(at, f"{name}_document_0_add")
    assert "https://" in said(at) and not answer_of(started, "B4").evidence
    at.text_input(key=f"{name}_document_0_link").set_value("https://waterstad.example/norm")
    at.text_input(key=f"{name}_document_0_day").set_value("2026-02-30")
    at = press(at, f"{name}_document_0_add")
    assert "is not a date" in said(at) and not answer_of(started, "B4").evidence
    at.text_input(key=f"{name}_document_0_day").set_value("2026-02-28")
    at = press(at, f"{name}_document_0_add")
    [document] = answer_of(started, "B4").evidence
    assert (document.title, document.link) == (HOSTILE, "https://waterstad.example/norm")
    assert document.review_date == "2026-02-28" and "28 February 2026" in said(at)
    at = press(at, f"{name}_remove_0")
    assert answer_of(started, "B4").evidence == ()


def test_the_history_says_who_changed_what(open_page: OpenPage, started: Started) -> None:
    who = started[3]
    at = here(open_page, started)
    for option in ("1", "3"):
        at.radio(key=f"answer_{who}_B4_level").set_value(option).run()
    assert not at.table
    at.session_state[f"answer_{who}_B4_history"] = True
    at.run()
    rows = at.table[0].value.to_numpy().tolist()
    assert len(rows) == 2 and all("policy officer" in str(row[0]) for row in rows)
    assert "1 · We answer" in rows[0][1].replace("\\", "") and "**3 · The target" in rows[0][1].replace("\\", "")


def test_progress_by_dimension_and_recommendation(open_page: OpenPage, started: Started) -> None:
    _url, store, _round, who = started
    for question in shipped().of("guidelines")[:4]:
        save_answer(store, ME, who, question.id, {"level": 2}, 0)
    at = here(open_page, started)
    assert "Next: **A1**" in said(at) and "Guidelines and expectations **4 of 6**" in said(at)
    at.session_state["assessment_progress"] = True
    at.run()
    dimensions, recommendations = (table.value for table in at.table[:2])
    assert len(dimensions) == 7 and "4 of 6" in dimensions.to_string()
    assert len(recommendations) > 1 and "4 of" in recommendations.to_string()
    at = press(at, "assessment_next_open")
    assert at.subheader[0].value.startswith("A1") and "assessment_next_open" not in {b.key for b in at.button}


def test_departments_answer_the_same_questions(open_page: OpenPage, started: Started) -> None:
    url, store, round_, who = started
    sport = add_department(store, ME, "Sport <i>")
    other = add_respondent(store, ME, round_, sport, "web editor")
    save_answer(store, ME, who, "B4", {"level": 2}, 0)
    at = open_page("assessment", url=url, dimension="guidelines", **{"as": str(other)})
    assert at.radio(key=f"answer_{other}_B4_level").value is None
    assert "web editor, Sport <i>" in at.selectbox(key="as_box").options
    assert "You answered 0 of 33" in said(at)
    whole = open_page("assessment", url=url)
    assert "1 of 33 questions are answered by somebody" in said(whole) and not whole.radio


def test_a_closed_assessment_can_be_read_and_opened_again(open_page: OpenPage, started: Started) -> None:
    who = started[3]
    at = press(here(open_page, started), "assessment_close")
    assert "closed" in said(at) and at.radio(key=f"answer_{who}_B4_level").disabled
    at = press(at, "assessment_reopen")
    at.selectbox(key=f"assessment_target_{started[2]}").set_value(4).run()
    assert assessments(started[1], ME)[0].target == 4
    assert not at.radio(key=f"answer_{who}_B4_level").disabled


def test_mistakes_can_be_put_right(open_page: OpenPage, started: Started) -> None:
    _url, store, round_, who = started
    at = here(open_page, started)
    at.text_input(key=f"assessment_rename_{who}").set_value("head of communication")
    at = press(at, "assessment_rename")
    assert [one.role for one in respondents(store, ME, round_)] == ["head of communication"]
    at.text_input(key=f"assessment_name_{round_}").set_value("Waterstad, herfst")
    at = press(at, "assessment_name")
    assert assessments(store, ME)[0].name == "Waterstad, herfst" and "The name is saved." in said(at)
    assert at.button(key="assessment_remove").disabled
    at.checkbox(key=f"assessment_remove_sure_{round_}").check().run()
    at = press(at, "assessment_remove")
    assert assessments(store, ME) == [] and "The assessment is removed." in said(at) and not at.radio


def test_older_assessments_can_be_chosen(open_page: OpenPage, started: Started) -> None:
    url, store, round_, _who = started
    start_assessment(store, ME, "Waterstad 2027", date(2027, 10, 1), shipped())
    at = open_page("assessment", url=url)
    assert at.selectbox(key="assessment_box").value.startswith("2") or "Waterstad 2027" in at.selectbox[0].options[0]
    at = open_page("assessment", url=url, assessment=str(round_))
    assert at.selectbox(key="assessment_box").value == str(round_)


def test_a_file_is_merged_and_overwrites_nothing(open_page: OpenPage, started: Started) -> None:
    _url, store, round_, who = started
    save_answer(store, ME, who, "B4", {"level": 2}, 0)
    save_answer(store, ME, who, "B5", {"level": 1}, 0)
    content = to_file(store, ME, round_)
    save_answer(store, ME, who, "B4", {"level": 3}, 1)
    elsewhere = json.loads(content)
    text = json.dumps(elsewhere).encode()
    at = here(open_page, started)
    at.file_uploader(key="assessment_merge_file").upload("answers.json", text, "application/json")
    at = press(at, "assessment_merge")
    assert answer_of(started, "B4").level == 3 and answer_of(started, "B5").level == 1
    [conflict] = [row for table in at.table for row in table.value.to_numpy().tolist() if "B4" in str(row[0])]
    assert "Saved: **3 ·" in conflict[1].replace("\\", "") and "Set aside: **2 ·" in conflict[1].replace("\\", "")
    assert "Set aside:" in said(here(open_page, started)), "the card of the question asks which one holds"
    assert any(change.question == "B4" for change in history(store, ME, round_))
    at = here(open_page, started)
    at.file_uploader(key="assessment_merge_file").upload("answers.json", b"[[[", "application/json")
    at = press(at, "assessment_merge")
    assert at.error


def test_what_a_file_had_that_was_left_out_is_told(open_page: OpenPage, started: Started) -> None:
    _url, store, round_, _who = started
    row = {"department": "", "role": "Griffier", "question": "B4", "level": 2}
    answers = [row, {**row, "question": "Z9"}, {**row, "department": "*Zee*"}]
    content = json.loads(to_file(store, ME, round_)) | {"questionnaire": "0.9", "answers": answers}
    at = here(open_page, started)
    at.file_uploader(key="assessment_merge_file").upload("a.json", json.dumps(content).encode(), "application/json")
    at = press(at, "assessment_merge")
    assert "1 value of the file was taken." in at.success[0].value
    words = next(one.value for one in at.warning if "0.9" in one.value.replace("\\", ""))
    assert "1 question of the file is not in this assessment" in words and "Z9" in words
    assert "1 department of the file is not known here" in words and "\\*Zee\\*" in words


def test_the_page_says_what_it_is_and_shows_the_surveys_own_wording(open_page: OpenPage, started: Started) -> None:
    words = said(here(open_page, started, dimension="strategy"))
    assert "OECD-style; not an OECD instrument" in words and f"Questionnaire version {shipped().version}." in words
    assert "Does your government have a dedicated strategy for the use of social media?" in words
    assert "Our wording differs" in words
