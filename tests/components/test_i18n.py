"""The reader's language: choosing it, and putting texts and values into it."""

import re
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from streamlit.testing.v1 import AppTest

from components import catalogues, i18n
from components.extraction import extract
from metrics.periods import Period, to_day
from metrics.words import N_, Message

ROOT = Path(__file__).parent.parent.parent
DUTCH = """
msgid ""
msgstr ""
"Language: nl\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Posts"
msgstr "Berichten"

msgid "{n} week, {first} to {last}"
msgid_plural "{n} weeks, {first} to {last}"
msgstr[0] "{n} week, {first} tot en met {last}"
msgstr[1] "{n} weken, {first} tot en met {last}"

msgid "Row {row}: {problem}"
msgstr "Rij {row}: {probleem}"

msgid "the date is in the future"
msgstr "de datum ligt in de toekomst"
"""


@pytest.fixture
def dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A small catalogue of our own, in place of the shipped ones; the reader is Dutch."""
    folder = tmp_path / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "answerable.po").write_text(DUTCH, encoding="utf-8")
    monkeypatch.setattr(catalogues, "_ROOT", tmp_path)
    caches = (catalogues.languages, catalogues.translations)
    for cache in caches:
        cache.cache_clear()
    i18n.set_language("nl")
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.mark.usefixtures("dutch")
class TestDutch:
    def test_texts_are_translated_and_unknown_ones_stay_english(self) -> None:
        assert i18n._("Posts") == "Berichten"
        assert i18n._("Something new") == "Something new"

    def test_values_follow_the_language(self) -> None:
        assert i18n._("{n} and {share} on {day}", n=1284, share=0.5, day=date(2026, 6, 29)) == (
            "1.284 and 0,5 on 29 juni 2026"
        )

    def test_plurals_follow_the_number(self) -> None:
        monday = to_day(date(2026, 6, 29))
        assert i18n.period(Period(monday, monday + 6)) == "1 week, 29 juni tot en met 5 juli 2026"
        assert i18n.period(Period(monday, monday + 90)) == "13 weken, 29 juni tot en met 27 september 2026"

    def test_a_message_in_a_message_is_translated_too(self) -> None:
        inner = Message("future", N_("the date is in the future"))
        said = i18n.say(Message("row", N_("Row {row}: {problem}"), {"row": 12345, "problem": inner}))
        assert said.startswith("Rij 12.345: ")

    def test_a_misspelt_placeholder_in_a_translation_breaks_nothing(self) -> None:
        assert i18n._("Row {row}: {problem}", row=2, problem="x") == "Rij 2: {probleem}"

    def test_the_catalogue_makes_the_language_available(self) -> None:
        assert catalogues.languages() == ("en", "nl")
        assert catalogues.best_match(["fr", "NL-be", "en"]) == "nl"
        assert catalogues.name_of("nl") == "Nederlands"

    @pytest.mark.parametrize(
        ("address", "browser", "expected"),
        [
            (None, "nl-NL", "nl"),
            (None, "fr-FR", "en"),
            ("en", "nl-NL", "en"),
            ("nl", "en-GB", "nl"),
            ("xx", "nl", "nl"),
        ],
    )
    def test_address_goes_before_browser(self, address: str | None, browser: str, expected: str) -> None:
        def script() -> None:
            import streamlit as st

            from components.i18n import detect, set_language
            from components.i18n import language as current

            set_language(detect())
            st.text(current())

        at = AppTest.from_function(script)
        at.context = {"locale": browser}
        if address:
            at.query_params["lang"] = address
        assert at.run().text[0].value == expected

    def test_the_language_of_the_browser_can_be_chosen_against_an_older_choice(self) -> None:
        def script() -> None:
            import streamlit as st

            from components.i18n import detect

            st.text(detect())

        at = AppTest.from_function(script)
        at.context = {"locale": "en-GB"}
        at.query_params["lang"] = "nl"  # as a cookie would say
        at.session_state["lang"] = ""
        assert at.run().text[0].value == "en"


def test_text_without_values_keeps_its_braces() -> None:
    assert i18n._("{n} posts") == "{n} posts"


def test_lists_end_with_a_word() -> None:
    assert i18n._("On {names}.", names=["X", "LinkedIn", "YouTube"]) == "On X, LinkedIn and YouTube."


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


others = pytest.mark.parametrize("language", [code for code in catalogues.languages() if code != catalogues.SOURCE])


def _catalogue(language: str) -> Catalog:
    with catalogues._file(language).open("rb") as source:
        return read_po(source, locale=language)


@others
def test_shipped_catalogues_are_complete_and_keep_the_names_in_braces(language: str) -> None:
    for entry in _catalogue(language):
        if not entry.id:
            continue
        originals = entry.id if isinstance(entry.id, tuple) else (entry.id,)
        texts = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        assert all(texts), f"not translated: {originals[0]}"
        assert not entry.fuzzy, f"to be looked at: {originals[0]}"
        assert set.union(*map(_names, texts)) == set.union(*map(_names, originals)), originals[0]


@others
def test_shipped_catalogues_have_every_text_of_the_source(language: str) -> None:
    catalogue = _catalogue(language)
    missing = []
    for folder in ("components", "data", "loaders", "metrics", "pages"):
        for path in (ROOT / folder).rglob("*.py"):
            with path.open("rb") as source:
                texts = [text for _, _, text, _ in extract(source, {}, (), {})]
            missing += [f"{path.relative_to(ROOT)}: {text}" for text in texts if text not in catalogue]
    assert missing == []


def test_dutch_has_one_form_of_address_and_one_word_for_people() -> None:
    entries = (entry.string for entry in _catalogue("nl") if entry.id)
    texts = [text for string in entries for text in (string if isinstance(string, tuple) else (string,))]
    assert [text for text in texts if re.search(r"\b(u|uw|burgers?)\b", text, re.IGNORECASE)] == []
