"""The demo city's guidelines: what they are like, and that they go with the demo."""

from datetime import date

from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.guidelines import guidelines, save_guideline
from data.registers import add_department, departments
from loaders.demo import remove
from loaders.demo.guidelines import add_guidelines
from metrics.guidelines.content import Guideline
from metrics.guidelines.elements import ELEMENTS
from metrics.guidelines.rule import rules
from metrics.periods import to_date

END = date(2026, 9, 30)


def test_the_city_has_two_versions_and_one_department_differs(store: Engine) -> None:
    sport = add_department(store, ME, "Sport en Jeugd", is_demo=True)
    add_guidelines(store, ME, {"sport": sport}, END)
    own, new, old = guidelines(store, ME)
    assert [one.scope for one in (own, new, old)] == [(sport, None), (None, None), (None, None)]
    assert to_date(old.valid_from) == date(2024, 7, 2)
    assert new.content.prose.keys() == own.content.prose.keys() == ELEMENTS.keys()
    assert {use.rule for use in new.content.uses} == {use.rule for use in own.content.uses} == rules().keys()
    different = [use.rule for use in own.content.uses if use not in new.content.uses]
    assert different == ["posts_per_week", "posting_days_and_times", "content_mix"]
    remove(store, ME)
    assert guidelines(store, ME) == [] and departments(store, ME).empty


def test_a_guideline_of_ones_own_stays_with_its_department_when_the_demo_goes(store: Engine) -> None:
    sport = add_department(store, ME, "Sport en Jeugd", is_demo=True)
    add_guidelines(store, ME, {"sport": sport}, END)
    mine = save_guideline(store, ME, Guideline("Van onszelf"), END, department_id=sport)
    remove(store, ME)
    assert [one.id for one in guidelines(store, ME)] == [mine]
    assert departments(store, ME)["is_demo"].tolist() == [False]
