"""Opening a page the way Streamlit does, without a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from components.catalogues import SOURCE
from components.i18n import set_language
from data.store import open_store
from pages._menu import DEFAULT
from tests.data import scored
from tests.stores import ROOT, STATES, copy_of, make_store

OpenPage = Callable[..., AppTest]


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """The address of a store in a state; each is made once, when the first test asks for it."""
    made: dict[str, str] = {}

    def address(state: str) -> str:
        assert state in STATES
        if state not in made:
            made[state] = make_store(state, tmp_path_factory.mktemp(state))
        return made[state]

    return address


@pytest.fixture(scope="module")
def unchecked_city(stores: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """A demo city whose messages have tones that nobody checked."""
    url = copy_of(stores("demo"), tmp_path_factory.mktemp("city"))
    engine = open_store(url)
    scored.forget_labels(engine)
    scored.score(engine)
    engine.dispose()  # so that the file holds everything and can be copied
    return url


@pytest.fixture
def own_city(unchecked_city: str, tmp_path: Path) -> Engine:
    """The same, for a test that changes it."""
    return open_store(copy_of(unchecked_city, tmp_path))


@pytest.fixture
def open_page(stores: Callable[[str], str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[OpenPage]:
    """`open_page("departments", state="demo", language="nl", period="all")`: the page, drawn once.

    Further names are choices in the address. Pass `url` instead of `state` for a store of your own.
    """

    def opened(
        name: str, *, state: str = "empty", language: str = "en", url: str | None = None, **address: str
    ) -> AppTest:
        monkeypatch.setenv("DATABASE_URL", url or stores(state))
        monkeypatch.setenv("ANSWERABLE_KEY_FILE", str(tmp_path / "key"))
        set_language(language)  # AppTest names the options of select boxes itself, outside the page
        at = AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=60)
        at.context = {"locale": "en-GB"}
        for key, value in {"lang": language, **address}.items():
            at.query_params[key] = value
        at.run()
        return at if name == DEFAULT else at.switch_page(f"{name}.py").run()

    yield opened
    set_language(SOURCE)


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a store of one's own, which is empty; modules that need more in it say so."""
    where = f"sqlite:///{tmp_path / 'own.db'}"
    open_store(where)
    return where


@pytest.fixture
def store(url: str) -> Engine:
    """The store at `url`."""
    return open_store(url)
