"""Templates and the open export on the data page."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from streamlit.testing.v1 import AppTest

from data import access as rights
from loaders.templates import TEMPLATES

OpenPage = Callable[..., AppTest]


def take_out_tab(open_page: OpenPage, state: str) -> AppTest:
    at = open_page("data", state=state)
    at.session_state["data_tab"] = "Take your data out"
    return at.run()


def test_each_template_can_be_downloaded_in_both_kinds(open_page: OpenPage) -> None:
    at = open_page("data", state="empty")
    assert not at.exception
    shown = {button.proto.id.rsplit("-", 1)[-1] for button in at.get("download_button")}
    assert {f"template_{name}_{kind}" for name in TEMPLATES for kind in ("csv", "xlsx")} <= shown


@pytest.mark.parametrize("state", ["empty", "one_row", "demo"])
def test_the_export_is_made_and_can_be_saved(open_page: OpenPage, state: str) -> None:
    at = take_out_tab(open_page, state)
    assert not at.exception
    assert not [one for one in at.get("download_button") if "take_out_save" in one.proto.id]
    at.button(key="take_out_make").click().run()
    assert not at.exception
    assert "The file is ready" in at.success[0].value
    [save] = [one for one in at.get("download_button") if "take_out_save" in one.proto.id]
    assert ("DEMO" in save.proto.label) == (state == "demo")


def test_texts_are_offered_to_an_administrator_alone(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "take_out_texts" in {one.key for one in take_out_tab(open_page, "one_row").checkbox}
    monkeypatch.setitem(rights._RIGHTS, "administrator", frozenset({"read", "write", "texts"}))
    assert "take_out_texts" not in {one.key for one in take_out_tab(open_page, "one_row").checkbox}


def test_texts_come_only_when_asked_for(open_page: OpenPage) -> None:
    at = take_out_tab(open_page, "one_row")
    at.checkbox(key="take_out_texts").check().run()
    at.button(key="take_out_make").click().run()
    assert not at.exception
    assert b'"texts_of_conversations": true' in _saved(at).read("metadata.json")
    at.checkbox(key="take_out_texts").uncheck().run()
    at.button(key="take_out_make").click().run()
    assert b'"texts_of_conversations": false' in _saved(at).read("metadata.json")


def _saved(at: AppTest) -> ZipFile:
    [path] = Path(at.session_state["_take_out_folder"].name).iterdir()
    return ZipFile(BytesIO(path.read_bytes()))
