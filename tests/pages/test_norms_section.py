"""The section of norms on its page: set one, see it, have one refused, remove it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.access import LOCAL_ADMINISTRATOR
from data.norms import norms
from data.store import open_store
from metrics.norms.versions import Scope
from tests.loaders.sample_batches import registers


def section() -> None:
    from pages._responsiveness.norms import norms_section

    norms_section()


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("ANSWERABLE_KEY_FILE", str(tmp_path / "key"))
    registers(open_store(url))
    return ran(AppTest.from_function(section, default_timeout=30))


def ran(at: AppTest) -> AppTest:
    at.run()
    assert not at.exception
    return at


def save(at: AppTest) -> AppTest:
    next(one for one in at.button if one.key == "norm_save").click()
    return ran(at)


def test_a_norm_is_set_and_removed(at: AppTest) -> None:
    assert "within 24 hours, all days" in at.info[0].value
    at.selectbox(key="norm_preset").set_value("harlingen").run()
    at.selectbox(key="norm_scope").set_value(Scope(account_id=2))
    at.text_input(key="norm_from").set_value("2025-01-01")
    save(at)
    assert "The norm is set" in at.success[0].value
    row = at.table[0].value.iloc[0].tolist()
    assert row[:3] == ["green on X", "1 January 2025", "within 2 working days"]
    (number,) = norms(open_store(), LOCAL_ADMINISTRATOR)["id"]
    at.button(key=f"norm_remove_{number}").click()
    ran(at)
    at.button(key=f"norm_remove_yes_{number}").click()
    ran(at)
    assert "The norm is removed" in at.success[0].value
    assert not at.table


def test_what_the_store_refuses_is_said(at: AppTest) -> None:
    save(at)
    save(at)
    assert "There is already a norm from this day on" in at.error[0].value
    at.text_input(key="norm_from").set_value("soon")
    save(at)
    assert "From which day on: write year-month-day" in at.error[0].value
