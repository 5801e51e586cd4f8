"""Departments and accounts on the data page: what a person changes is checked, stored and said."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.access import LOCAL_ADMINISTRATOR
from data.registers import accounts, add_account, add_department, departments
from data.store import open_store

OpenPage = Callable[..., AppTest]


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store with two departments and an account."""
    where = f"sqlite:///{tmp_path / 'store.db'}"
    store = open_store(where)
    sport = add_department(store, LOCAL_ADMINISTRATOR, "Sport")
    add_department(store, LOCAL_ADMINISTRATOR, "Parken")
    add_account(store, LOCAL_ADMINISTRATOR, sport, "x", "stadsport")
    return where


@pytest.fixture
def page(open_page: OpenPage, url: str) -> AppTest:
    """The tab with the registers."""
    at = open_page("data", url=url)
    at.session_state["data_tab"] = "Departments and accounts"
    return at.run()


def names(url: str) -> list[str]:
    return departments(open_store(url), LOCAL_ADMINISTRATOR)["name"].tolist()


def account(url: str) -> dict[str, object]:
    return accounts(open_store(url), LOCAL_ADMINISTRATOR).iloc[0].to_dict()


def press(at: AppTest, key: str) -> AppTest:
    return next(one for one in (*at.button, *at.form_submit_button) if one.key == key).click().run()


def edit(at: AppTest, **cells: str | None) -> AppTest:
    at.session_state["accounts_0"] = {"edited_rows": {0: cells}, "added_rows": [], "deleted_rows": []}
    return press(at, "accounts_save_0")


def test_a_department_is_added(page: AppTest, url: str) -> None:
    page.text_input(key="department_new").set_value("Burgerzaken")
    at = press(page, "department_add_go")
    assert names(url) == ["Burgerzaken", "Parken", "Sport"]
    assert "The department “Burgerzaken” is added." in [one.value for one in at.success]


def test_a_name_that_is_taken_is_refused_in_words(page: AppTest, url: str) -> None:
    page.text_input(key="department_new").set_value("sport")
    at = press(page, "department_add_go")
    assert names(url) == ["Parken", "Sport"]
    assert at.error


def test_a_department_is_renamed(page: AppTest, url: str) -> None:
    page.text_input(key="rename_to").set_value("Groen")
    press(page, "rename_go")
    assert names(url) == ["Groen", "Sport"]


def test_departments_are_merged_with_their_accounts(page: AppTest, url: str) -> None:
    sport = int(departments(open_store(url), LOCAL_ADMINISTRATOR).set_index("name").loc["Sport", "id"])
    page.selectbox(key="merge_from").set_value(sport).run()
    assert "1 account moves from Sport to Parken" in " ".join(one.value for one in page.caption)
    press(page, "merge_go")
    assert names(url) == ["Parken"]
    assert account(url)["department"] == "Parken"


def test_accounts_are_changed_in_place(page: AppTest, url: str) -> None:
    at = edit(
        page, department="Parken", owner_role="Webcare", review_date="2027-01-31", status="dormant", objective="service"
    )
    assert not at.exception
    changed = account(url)
    assert changed["department"] == "Parken"
    assert (changed["owner_role"], changed["review_date"], changed["status"]) == ("Webcare", "2027-01-31", "dormant")
    assert changed["objective"] == "service"


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("review_date", "31 jan", "is not a date"),
        ("status", "asleep", "not known"),
        ("objective", "fame", "not known"),
        ("name", None, "empty"),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_nothing_is_stored(
    page: AppTest, url: str, column: str, value: str | None, said: str
) -> None:
    before = account(url)
    at = edit(page, **{"purpose": "Sporten", column: value})
    assert said in at.error[0].value
    assert account(url) == before


def test_an_account_is_added_and_removed(page: AppTest, url: str) -> None:
    page.text_input(key="account_handle").set_value("@stadparken")
    page.selectbox(key="account_platform").set_value("mastodon")
    page.selectbox(key="account_department").set_value("Parken")
    at = press(page, "account_add_go")
    store = open_store(url)
    assert set(accounts(store, LOCAL_ADMINISTRATOR)["handle"]) == {"stadparken", "stadsport"}
    table = accounts(store, LOCAL_ADMINISTRATOR).set_index("handle")
    at.selectbox(key="remove_which").set_value(int(table.loc["stadparken", "id"])).run()
    press(at, "remove_go")
    assert accounts(store, LOCAL_ADMINISTRATOR)["handle"].tolist() == ["stadsport"]


def test_a_register_comes_from_a_file_with_refused_rows(page: AppTest, url: str) -> None:
    content = "department,platform,handle,status\nZorg,x,stadzorg,active\nZorg,fax,stadzorg,active\n"
    page.file_uploader(key="register_upload").set_value(("register.csv", content.encode(), "text/csv"))
    at = press(page, "register_go")
    assert not at.exception
    assert "Zorg" in names(url)
    assert any("New accounts" in one.value and "**1**" in one.value for one in at.markdown)
    [row] = next(one.value for one in at.table if "Reason" in one.value.columns).to_dict("records")
    assert (row["Row in the file"], row["Column"]) == ("3", "platform")


def test_the_template_can_be_loaded_as_it_is(url: str) -> None:
    from components.register_file import TEMPLATE
    from data.registers import register_from_csv

    report = register_from_csv(open_store(url), LOCAL_ADMINISTRATOR, TEMPLATE)
    assert (report.added, report.rejected) == (1, [])
