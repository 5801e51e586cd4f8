"""Saved column mappings."""

import pytest
from sqlalchemy import Engine

from data import mappings
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.errors import StoreError

GUEST = Access("guest", "guest")


def test_save_replace_and_delete(store: Engine) -> None:
    assert mappings.saved(store, ME) == {}
    mappings.save(store, ME, " News  letter ", '{"platform": "other"}')
    mappings.save(store, ME, "Archive", "{}")
    assert list(mappings.saved(store, ME).items()) == [("Archive", "{}"), ("News letter", '{"platform": "other"}')]
    mappings.save(store, ME, "News letter", "[]")
    assert mappings.saved(store, ME)["News letter"] == "[]"
    mappings.delete(store, ME, "News letter")
    mappings.delete(store, ME, "News letter")
    assert list(mappings.saved(store, ME)) == ["Archive"]


@pytest.mark.parametrize(("name", "spec", "code"), [(" ", "{}", "mapping_name"), ("a", "{\n,", "mapping_not_json")])
def test_what_cannot_be_saved(store: Engine, name: str, spec: str, code: str) -> None:
    with pytest.raises(StoreError) as refused:
        mappings.save(store, ME, name, spec)
    assert refused.value.message.code == code
    assert mappings.saved(store, ME) == {}


def test_rights(store: Engine) -> None:
    for call in (
        lambda: mappings.saved(store, GUEST),
        lambda: mappings.save(store, GUEST, "a", "{}"),
        lambda: mappings.delete(store, GUEST, "a"),
    ):
        with pytest.raises(AccessDeniedError):
            call()
