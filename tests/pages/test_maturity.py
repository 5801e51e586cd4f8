"""The maturity page: without an assessment, half answered, and full; each view, both languages, and the files."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data.access import LOCAL_ADMINISTRATOR as ME
from data.assessments import add_respondent, save_answer, start_assessment
from data.benchmarks import SLOT, export_result, known, peers, survey_counts
from data.questionnaire import shipped
from data.registers import add_department
from data.store import open_store
from metrics.claims.facts import Answers, Facts
from pages import _assessed
from tests.stores import copy_of

OpenPage = Callable[..., AppTest]
Stores = Callable[[str], str]
VIEWS = ("dimensions", "claims", "spread", "change", "oecd")
HOSTILE = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) **fat**"
QUESTIONS = len(shipped().questions)


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """What was judged with made-up facts is not kept for another test."""
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def fill(
    store: Engine, levels: Callable[[str], int | str | None], name: str = "Spring", day: str = "2026-10-01"
) -> int:
    """An assessment of one policy officer for the whole organisation."""
    made = start_assessment(store, ME, name, date.fromisoformat(day), shipped())
    answer(store, made, None, "policy officer", levels)
    return made


def answer(
    store: Engine, made: int, department: int | None, role: str, levels: Callable[[str], int | str | None]
) -> None:
    who = add_respondent(store, ME, made, department, role)
    for question in shipped().questions:
        level = levels(question.id)
        if level is not None:
            save_answer(store, ME, who, question.id, {"level": level}, 0)


def judged_by(monkeypatch: pytest.MonkeyPatch, **by_scope: Facts) -> None:
    """The facts that the page reads, instead of those of the store: whole, and a department by its id ("d1")."""
    known = {None if scope == "whole" else int(scope[1:]): facts for scope, facts in by_scope.items()}
    monkeypatch.setattr(_assessed, "facts", lambda _asked: known)


def late(in_time: int = 140) -> Facts:
    """Of 200 questions `in_time` are answered in time; 80 % was promised."""
    return Facts(answers=Answers(due=200, in_time=in_time, due_waiting=200 - in_time, target=0.8))


def finding(at: AppTest) -> str:
    return next(
        one.value for one in at.markdown if re.search(r"claim|assessment|question", one.value) and "?" not in one.value
    )


def said(at: AppTest) -> str:
    kinds = (at.header, at.subheader, at.markdown, at.caption, at.info, at.error, at.success)
    return "\n".join(str(one.value) for kind in kinds for one in kind)


def harmless(text: str) -> bool:
    """Whether what came from outside is there, and means nothing in Markdown."""
    return "img src" in text and not re.search(r"(?<!\\)<img|(?<!\\)\]\(javascript|(?<!\\)\*\*fat", text)


def press(at: AppTest, key: str) -> AppTest:
    return at.button(key=key).click().run()


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("state", ["empty", "one_row"])
def test_without_an_assessment_the_page_leads_to_it(open_page: OpenPage, state: str, language: str) -> None:
    at = open_page("maturity", state=state, language=language)
    assert not at.exception
    assert len(at.title) == 1
    assert any(link.page == "assessment" for link in at.get("page_link"))
    assert len(at.table) == 0


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_without_data_every_view_draws(open_page: OpenPage, url: str, view: str, language: str) -> None:
    fill(open_store(url), lambda _id: 3)
    at = open_page("maturity", url=url, view=view, language=language)
    assert not at.exception
    assert not re.search(r"\{[a-z_]+\}", said(at))
    version = shipped().version.replace(".", r"\.")
    assert {"en": "OECD", "nl": "OESO"}[language] in said(at) and version in said(at)


def test_without_data_nothing_is_checked_and_the_claim_stands(open_page: OpenPage, url: str) -> None:
    fill(open_store(url), lambda _id: 3)
    at = open_page("maturity", url=url)
    assert finding(at).startswith("You claim 75 of 100. No claim could be checked with data yet.")
    assert f"could be tested with your data: 0 of {QUESTIONS} questions" in said(at)


def test_one_person_half_way_has_scores_where_enough_is_answered(open_page: OpenPage, url: str) -> None:
    fill(open_store(url), lambda id_: {"A": 2, "B": 4}.get(id_[0]))
    at = open_page("maturity", url=url)
    assert not at.exception
    assert "5 of 7 dimensions have too few answers" in finding(at)
    at = at.selectbox(key="view_box").select_index(0).run()
    with_sums = open_box(at, "sum_guidelines")
    assert len(with_sums.table) == 1 and "**100**" in said(with_sums)
    assert "60%" in said(open_box(at, "sum_data"))


def open_box(at: AppTest, key: str) -> AppTest:
    at.session_state[key] = True
    return at.run()


def test_a_contradiction_is_in_the_finding_the_sum_and_the_first_card(
    open_page: OpenPage, stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = copy_of(stores("one_row"), tmp_path)
    fill(open_store(url), lambda id_: 4 if id_ == "B4" else 1)
    judged_by(monkeypatch, whole=late())
    at = open_page("maturity", url=url)
    assert "The data disagree with 1 of 1 claim" in finding(at)
    at = open_page("maturity", url=url, view="claims")
    assert at.subheader[0].value.startswith("B4")
    text = said(at)
    for expected in ("data disagree", "policy officer, whole organisation", "level 4", "70% (95% interval", "n = 200"):
        assert expected in text
    assert "false" not in text.casefold()
    assert any(link.page == "responsiveness" for link in at.get("page_link"))
    at = open_box(open_page("maturity", url=url), "sum_guidelines")
    assert "4, counts as 2" in " ".join(at.table[0].value["Levels"])


def test_claims_are_filtered_by_verdict_and_dimension(
    open_page: OpenPage, stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = copy_of(stores("one_row"), tmp_path)
    fill(open_store(url), lambda _id: 3)
    judged_by(monkeypatch, whole=late(190))
    cards = open_page("maturity", url=url, view="claims", verdict="agree").subheader
    assert {one.value[:2] for one in cards} >= {"B4"} and len(cards) < QUESTIONS
    cards = open_page("maturity", url=url, view="claims", dimension="people").subheader
    assert [one.value[:2] for one in cards] == ["D1", "D2", "D3", "D4"]
    assert len(open_page("maturity", url=url, view="claims", verdict="disagree").subheader) == 0


def test_a_department_is_judged_by_its_own_data(
    open_page: OpenPage, stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = copy_of(stores("one_row"), tmp_path)
    store = open_store(url)
    made = fill(store, lambda id_: 3 if id_ == "B4" else None)
    parks = add_department(store, ME, HOSTILE)
    answer(store, made, parks, "head", lambda id_: 3 if id_ == "B4" else None)
    judged_by(monkeypatch, whole=late(190), **{f"d{parks}": late()})
    text = said(open_page("maturity", url=url, view="claims"))
    assert text.count("data agree") >= 1 and text.count("data disagree") >= 1
    assert harmless(text)


def test_spread_between_departments_and_roles(open_page: OpenPage, url: str) -> None:
    store = open_store(url)
    made = fill(store, lambda _id: 1)
    assert "second one" in said(open_page("maturity", url=url, view="spread"))
    answer(store, made, add_department(store, ME, "Sport"), "web editor", lambda id_: 4 if id_ == "C1" else 1)
    at = open_page("maturity", url=url, view="spread")
    assert [len(table.value) for table in at.table] == [1, 1]
    others = open_box(open_page("maturity", url=url, view="spread"), "spread_roles_others").table
    assert [len(table.value) for table in others] == [1, 1, QUESTIONS - 1]
    assert at.table[0].value.iloc[0, 0].startswith("C1") and at.table[0].value.iloc[0, 2].startswith("3 ")
    assert f"On 1 of {QUESTIONS} questions" in said(at)


def test_change_since_an_earlier_assessment(open_page: OpenPage, url: str) -> None:
    store = open_store(url)
    fill(store, lambda _id: 1, "Last year", "2025-10-01")
    fill(store, lambda id_: 3 if id_[0] == "A" else 0 if id_ == "B1" else 1)
    at = open_page("maturity", url=url, view="change")
    assert (
        f"{QUESTIONS} questions that were answered both times. Higher: 5, lower: 1, the same: {QUESTIONS - 6}."
        in said(at)
    )
    assert "▲ 2 higher" in set(at.table[0].value.iloc[:, 2])
    old = open_page("maturity", url=url, view="change", assessment="1")
    assert "no earlier assessment" in said(old)


def test_the_survey_is_answered_and_its_counts_are_not_there(open_page: OpenPage, url: str) -> None:
    fill(open_store(url), lambda id_: {"A1": 1, "D3": 3}.get(id_))
    text = said(open_page("maturity", url=url, view="oecd"))
    assert "Your answer: **planned**" in text and "Your answer: **yes**" in text
    assert text.count("is not available") == 2
    assert "dedicated strategy for the use of social media" in text


def test_every_published_figure_has_population_year_unit_n_and_strength(open_page: OpenPage, url: str) -> None:
    fill(open_store(url), lambda _id: 2)
    at = open_box(open_page("maturity", url=url, view="oecd"), "known_others")
    table = pd.concat([one.value for one in at.table])
    assert len(table) == len(known())
    for what, of_whom in table.itertuples(index=False):
        assert "unit: " in of_whom and re.search(r"20[12]\d", of_whom) and re.search(r"n = \d|n not given", of_whom)
        assert "How well it is known: " in of_whom and what
    national = [of_whom for of_whom in table.iloc[:, 1] if "centres" in of_whom]
    assert national and all("A municipality is not one" in one for one in national)
    assert "you are at level 2 (n = 1)" in table.iloc[0, 0]


def signed() -> bytes:
    """The form with made-up counts, signed by a role whose name tries something."""
    head, strategy, skills = SLOT.read_text(encoding="utf-8").splitlines()
    rows = [
        strategy.replace(",25,,,,,Fig ?", f',25,{answer_},{n},"{HOSTILE}",2026-11-20,Figure 9')
        for answer_, n in (("Yes", 7), ("No", 18))
    ]
    return "\n".join([head, *rows, skills]).encode()


def test_signed_counts_are_shown_with_their_signature_and_can_be_taken_out(open_page: OpenPage, url: str) -> None:
    store = open_store(url)
    fill(store, lambda _id: 2)
    at = open_page("maturity", url=url, view="oecd")
    at.file_uploader(key="survey_upload").upload("oecd_2013.csv", SLOT.read_bytes(), "text/csv")
    at = press(at, "survey_go")
    assert at.error and survey_counts(store, ME) == ()
    at.file_uploader(key="survey_upload").upload("oecd_2013.csv", signed(), "text/csv")
    at = press(at, "survey_go")
    text = said(at)
    assert at.success and "N = 25" in text and "20 November 2026" in text and "Historic" in text
    assert "A municipality is not one" in text and harmless(text)
    assert list(at.table[0].value.iloc[:, 1]) == ["7 of 25 governments", "18 of 25 governments"]
    assert text.count("is not available") == 1  # of the other question
    at = press(at, "survey_remove")
    assert survey_counts(store, ME) == () and said(at).count("is not available") == 2


def test_results_of_five_bodies_are_loaded_compared_and_taken_out(open_page: OpenPage, url: str) -> None:
    store = open_store(url)
    fill(store, lambda _id: 2)
    files = [export_result(shipped(), {"A1": float(n)}, 2026, "Agreed.", body=f"Body {n}") for n in range(5)]
    at = open_page("maturity", url=url, view="oecd")
    at.text_input(key="peers_name").set_value(HOSTILE)
    at.file_uploader(key="peers_upload").set_value(
        [(f"{n}.json", one, "application/json") for n, one in enumerate(files[:4])]
    )
    at = press(at, "peers_go")
    assert "at least 5" in at.error[0].value and peers(store, ME) == []
    at.text_input(key="peers_name").set_value(HOSTILE)
    at.file_uploader(key="peers_upload").set_value(
        [(f"{n}.json", one, "application/json") for n, one in enumerate(files)]
    )
    at = press(at, "peers_go")
    assert at.success and "N = 5" in said(at) and harmless(said(at))
    assert list(at.table[-1].value.iloc[0, 1:]) == ["2", "2", "1 to 3", "5"]
    at.selectbox(key="peers_which").select_index(0).run()
    assert peers(store, ME) and press(at, "peers_remove").success
    assert peers(store, ME) == []


def test_the_own_result_is_saved_with_consent_only(open_page: OpenPage, url: str) -> None:
    fill(open_store(url), lambda _id: 2)
    at = press(open_page("maturity", url=url, view="oecd"), "share_go")
    assert "who agreed" in at.error[0].value and "_share_file" not in at.session_state
    at.text_input(key="share_body").set_value("Gemeente Waterstad")
    at.text_input(key="share_consent").set_value("The adviser agreed.")
    at = press(at, "share_go")
    assert at.success
    (content,) = at.session_state["_share_file"].values()
    assert len(json.loads(content)["bodies"][0]["levels"]) == QUESTIONS and b"Waterstad" not in content


def test_a_demo_assessment_is_marked_and_never_shared(open_page: OpenPage, url: str) -> None:
    store = open_store(url)
    made = start_assessment(store, ME, "Demo", date(2026, 9, 30), shipped(), is_demo=True)
    answer(store, made, None, "adviser", lambda _id: 2)
    at = open_page("maturity", url=url, view="oecd")
    assert ":material/science:" in said(at)
    at.text_input(key="share_consent").set_value("Agreed.")
    at = press(at, "share_go")
    assert "demo city" in at.error[0].value and "_share_file" not in at.session_state


def test_filters_of_departments_do_not_narrow_a_claim_about_the_whole(
    open_page: OpenPage, stores: Stores, tmp_path: Path
) -> None:
    url = copy_of(stores("one_row"), tmp_path)
    fill(open_store(url), lambda _id: 3)
    assert "only the period counts" not in said(open_page("maturity", url=url))
    assert "only the period counts" in said(open_page("maturity", url=url, dept="1"))
