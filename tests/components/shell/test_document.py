"""The document around the pages: language, title, and nothing from elsewhere."""

import re

import pytest

from components.shell.document import asked_language, document, script_hashes


def test_the_document_has_the_language_and_title_of_the_page() -> None:
    page = document("en", "Departments")
    assert '<html lang="en">' in page
    assert "<title>Departments · Answerable</title>" in page
    assert "<title>Answerable</title>" in document("en", None)


def test_nothing_in_the_document_comes_from_elsewhere() -> None:
    addresses = re.findall(r'(?:src|href)="([^"]+)"', document("en", None))
    assert addresses
    assert all(address.startswith(("/assets/", "./static/")) for address in addresses)


def test_streamlits_own_name_is_gone() -> None:
    visible = re.sub(r"<(script|link)[^>]*>", "", document("en", "Departments"))
    assert "treamlit" not in visible


def test_every_inline_script_has_a_hash() -> None:
    assert len(script_hashes()) == document("en", None).count("<script>") > 0


def test_a_title_cannot_carry_markup() -> None:
    assert "<title>&lt;b&gt; · Answerable</title>" in document("en", "<b>")


@pytest.mark.parametrize(
    ("address", "cookies", "accepted"),
    [
        (["en"], "lang=xx", "fr"),
        ([], "lang=en; other=1", "fr"),
        ([], "", "fr, en;q=0.5"),
        ([], "", ""),
        (["../../etc"], "lang=<script>", "*;q=none"),
    ],
)
def test_unusable_wishes_end_in_english(address: list[str], cookies: str, accepted: str) -> None:
    assert asked_language(address, cookies, accepted) == "en"
