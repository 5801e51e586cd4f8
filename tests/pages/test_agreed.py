"""What was agreed, on the settings page: what a person enters is checked, stored and said."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.access import LOCAL_ADMINISTRATOR as ME
from data.declared import (
    Partner,
    Stakeholder,
    agreed_platforms,
    partners,
    save_agreed_platforms,
    save_partners,
    save_stakeholders,
    stakeholders,
)
from data.registers import add_department
from data.settings import Settings, read_settings, write_settings
from data.store import open_store
from tests.pages.drawn import press

OpenPage = Callable[..., AppTest]


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store with two departments, one with a name that looks like a layout."""
    where = f"sqlite:///{tmp_path / 'store.db'}"
    for name in ("Sport", "*Parken* <b>"):
        add_department(open_store(where), ME, name)
    return where


def rows(frame: Any) -> list[tuple[Any, ...]]:
    return list(frame.itertuples(index=False, name=None))


def change(at: AppTest, key: str, **changes: Any) -> None:
    at.session_state[key] = {"edited_rows": {}, "added_rows": [], "deleted_rows": []} | changes


def test_platforms_with_their_reasons(open_page: OpenPage, url: str) -> None:
    save_agreed_platforms(open_store(url), ME, {"x": "News"})
    at = open_page("settings", url=url)
    at.multiselect(key="agreed_platforms").set_value(["mastodon"]).run()
    at.text_input(key="agreed_reason_mastodon").set_value("Open <b>standard</b>")
    at = press(at, "agreed_platforms_save")
    assert "The agreed platforms are saved." in [one.value for one in at.success]
    assert rows(agreed_platforms(open_store(url), ME)) == [("mastodon", "Open <b>standard</b>", False)]
    assert at.text_input(key="agreed_reason_mastodon").value == "Open <b>standard</b>"


def test_partners_are_added_changed_and_removed(open_page: OpenPage, url: str) -> None:
    store = open_store(url)
    at = open_page("settings", url=url)
    at.selectbox(key="partner_department").set_value(1)
    at.selectbox(key="partner_partner").set_value(2)
    at.number_input(key="partner_times").set_value(6)
    at = press(at, "partner_add_go")
    assert rows(partners(store, ME)) == [(1, 2, 6)]
    change(at, "partners_1", added_rows=[{"department": "*Parken* <b>", "partner": "Sport", "times": 2}])
    at = press(at, "partners_save_1")
    assert rows(partners(store, ME)) == [(1, 2, 6), (2, 1, 2)]
    change(at, "partners_2", edited_rows={1: {"times": 9}}, deleted_rows=[0])
    press(at, "partners_save_2")
    assert rows(partners(store, ME)) == [(2, 1, 9)]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"department": "Sport", "times": 2}, "Row 1: choose both departments"),
        ({"department": "Sport", "partner": "Zorg", "times": 2}, "Row 1: choose departments from the list"),
        ({"department": "Sport", "partner": "Sport", "times": 2}, "cannot be its own partner"),
    ],
)
def test_a_partner_that_cannot_be_is_refused_in_words(
    open_page: OpenPage, url: str, row: dict[str, Any], said: str
) -> None:
    at = open_page("settings", url=url)
    change(at, "partners_0", added_rows=[row])
    at = press(at, "partners_save_0")
    assert any(said in one.value for one in at.error)
    assert partners(open_store(url), ME).empty


def test_without_two_departments_there_are_no_partners_to_choose(open_page: OpenPage) -> None:
    at = open_page("settings", state="empty")
    assert not at.exception
    assert any("two departments" in one.value for one in at.info)


def test_organisations_are_added_changed_and_removed(open_page: OpenPage, url: str) -> None:
    store = open_store(url)
    at = open_page("settings", url=url)
    at.text_input(key="stakeholder_name").set_value("Museum *de Kade*")
    at.text_input(key="stakeholder_names").set_value("@kade; De Kade")
    at = press(at, "stakeholder_add_go")
    [(number, *values)] = rows(stakeholders(store, ME))
    assert values == ["Museum *de Kade*", ("@kade", "De Kade"), ""]
    new = [{"name": "Buurthuis", "field": "welfare"}, {"name": "  "}]
    change(at, "stakeholders_1", edited_rows={0: {"names": "@kade"}}, added_rows=new)
    at = press(at, "stakeholders_save_1")
    found = rows(stakeholders(store, ME))
    assert [row[1:] for row in found] == [("Buurthuis", (), "welfare"), ("Museum *de Kade*", ("@kade",), "")]
    assert found[1][0] == number
    change(at, "stakeholders_2", deleted_rows=[1])
    press(at, "stakeholders_save_2")
    assert stakeholders(store, ME)["name"].tolist() == ["Buurthuis"]


def test_a_refused_list_stays_as_it_was_typed(open_page: OpenPage, url: str) -> None:
    save_stakeholders(open_store(url), ME, [Stakeholder("Museum")])
    at = open_page("settings", url=url)
    change(at, "stakeholders_0", added_rows=[{"name": "MUSEUM"}])
    at = press(at, "stakeholders_save_0")
    assert any("is in the list twice" in one.value for one in at.error)
    assert stakeholders(open_store(url), ME)["name"].tolist() == ["Museum"]
    assert any(one.key == "stakeholders_save_0" for one in at.form_submit_button)


def test_months_of_keeping_messages(open_page: OpenPage, url: str) -> None:
    write_settings(open_store(url), ME, Settings("Waterstad"))
    at = open_page("settings", url=url)
    assert at.number_input(key="retention_months").value is None
    at.number_input(key="retention_months").set_value(18)
    press(at, "settings_save")
    assert read_settings(open_store(url), ME).retention_months == 18


def test_it_draws_in_dutch_with_everything_filled(open_page: OpenPage, url: str) -> None:
    store = open_store(url)
    save_partners(store, ME, [Partner(1, 2, 3)])
    save_stakeholders(store, ME, [Stakeholder("Museum", ("@kade",), "cultuur")])
    assert not open_page("settings", url=url, language="nl").exception
