"""Weights of dimensions on the maturity page: chosen for one assessment, and shown in the sum of its total."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data.access import LOCAL_ADMINISTRATOR as ME
from data.assessments import add_respondent, assessments, close_assessment, save_answer, start_assessment
from data.questionnaire import shipped
from data.store import open_store

OpenPage = Callable[..., AppTest]


@pytest.fixture
def store(tmp_path: Path) -> Engine:
    """One assessment: level 4 for strategy, level 1 for all else."""
    engine = open_store(f"sqlite:///{tmp_path / 'own.db'}")
    made = start_assessment(engine, ME, "Spring", date(2026, 3, 1), shipped())
    who = add_respondent(engine, ME, made, None, "adviser")
    for question in shipped().questions:
        save_answer(engine, ME, who, question.id, {"level": 4 if question.id[0] == "A" else 1}, 0)
    return engine


def opened(open_page: OpenPage, store: Engine, language: str = "en") -> AppTest:
    at = open_page("maturity", url=str(store.url), language=language)
    at.session_state["weights_1"] = True
    at.session_state["sum_total"] = True
    at = at.run()
    assert not at.exception
    return at


def choose(at: AppTest, **weights: float) -> AppTest:
    fields = {(one.key or "").rsplit("_", 1)[1]: one for one in at.number_input}
    for name, weight in weights.items():
        fields[name].set_value(weight)
    button = next(one for one in at.button if (one.key or "").endswith("_save"))
    at = button.click().run()
    assert not at.exception
    return at


def sums(at: AppTest) -> str:
    return "\n".join(one.value for one in at.markdown if "÷" in one.value)


def weights(store: Engine) -> dict[str, float]:
    return dict(assessments(store, ME)[0].weights)


def test_every_dimension_has_weight_1_at_first(open_page: OpenPage, store: Engine) -> None:
    at = opened(open_page, store)
    assert [one.value for one in at.number_input] == [1.0] * 7
    assert [(one.min, one.max) for one in at.number_input] == [(0.0, 10.0)] * 7
    assert "÷ 7 = **35.71**" in sums(at)
    assert list(at.table[-1].value["Weight"]) == ["1"] * 7


def test_chosen_weights_are_kept_and_stand_in_the_sum(open_page: OpenPage, store: Engine) -> None:
    at = choose(opened(open_page, store), strategy=2.5, people=0)
    assert any("The weights are saved." in one.value for one in at.success)
    assert weights(store)["strategy"] == 2.5 and weights(store)["people"] == 0
    at = opened(open_page, store)
    assert "(2.5 × 100 + 1 × 25 + 1 × 25 + 1 × 25 + 1 × 25 + 1 × 25) ÷ 7.5 = **50**" in sums(at)
    assert list(at.table[-1].value["Weight"]) == ["2.5", "1", "1", "does not count", "1", "1", "1"]
    assert any("You claim 50 of 100" in one.value for one in at.markdown)


def test_not_all_weights_can_be_0(open_page: OpenPage, store: Engine) -> None:
    at = choose(opened(open_page, store), **{one.id: 0 for one in shipped().dimensions})
    assert "above 0" in at.error[0].value
    assert weights(store) == {}


def test_a_closed_assessment_keeps_its_weights(open_page: OpenPage, store: Engine) -> None:
    at = opened(open_page, store)
    close_assessment(store, ME, 1)
    at = choose(at, strategy=2)
    assert weights(store) == {} and not at.number_input and not at.success
    assert "closed" in "".join(one.value for one in at.markdown)
    assert not opened(open_page, store, "nl").number_input
