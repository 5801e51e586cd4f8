"""The own file in the store, on both engines: who may change it, and what it leaves alone."""

from datetime import date

import pytest
from sqlalchemy import Engine, update

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.assessments import questionnaire_of, start_assessment
from data.errors import StoreError
from data.questionnaire import shipped
from data.questionnaire.example import EXAMPLE
from data.questionnaire.own import current, own_text, remove_own, save_own
from data.schema import setting
from data.store import version

OWN = EXAMPLE.read_text(encoding="utf-8")
NOBODY = Access("somebody", "nobody")


def test_without_an_own_file_the_questions_that_ship_are_used(store: Engine) -> None:
    assert own_text(store, ME) is None
    assert current(store, ME) == shipped()


def test_an_own_file_is_kept_as_it_was_written(store: Engine) -> None:
    before = version(store)
    saved = save_own(store, ME, OWN)
    assert version(store) > before
    assert own_text(store, ME) == OWN
    assert current(store, ME) == saved and saved.question("R1").own
    save_own(store, ME, OWN.replace("R1", "R2"))
    assert [one.id for one in current(store, ME).questions if one.own] == ["R2"]
    remove_own(store, ME)
    assert own_text(store, ME) is None and current(store, ME) == shipped()


def test_a_file_that_cannot_be_leaves_the_last_one(store: Engine) -> None:
    save_own(store, ME, OWN)
    with pytest.raises(StoreError, match="There is already"):
        save_own(store, ME, OWN.replace("R1", "A1"))
    assert own_text(store, ME) == OWN


def test_an_assessment_keeps_its_questions(store: Engine) -> None:
    plain = start_assessment(store, ME, "Before", date(2026, 3, 1), current(store, ME))
    saved = save_own(store, ME, OWN)
    with_own = start_assessment(store, ME, "With", date(2026, 6, 1), current(store, ME))
    remove_own(store, ME)
    after = start_assessment(store, ME, "After", date(2026, 9, 1), current(store, ME))
    assert questionnaire_of(store, ME, plain) == questionnaire_of(store, ME, after) == shipped()
    assert questionnaire_of(store, ME, with_own) == saved


def test_a_file_that_no_longer_fits_the_product_is_said(store: Engine) -> None:
    """An update can bring a question with an id that an own file has."""
    save_own(store, ME, OWN)
    with store.begin() as connection:
        old = OWN.replace("R1", "A1")
        connection.execute(update(setting).where(setting.c.key == "own_questions").values(value=old))
    with pytest.raises(StoreError, match="There is already"):
        current(store, ME)
    remove_own(store, ME)
    assert current(store, ME) == shipped()


def test_rights(store: Engine) -> None:
    save_own(store, ME, OWN)
    for task in (
        lambda: own_text(store, NOBODY),
        lambda: current(store, NOBODY),
        lambda: save_own(store, NOBODY, OWN),
        lambda: remove_own(store, NOBODY),
    ):
        with pytest.raises(AccessDeniedError):
            task()
    assert own_text(store, ME) == OWN
