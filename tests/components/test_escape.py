"""Names and texts from files never act on the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.escape import bare, plain


@pytest.mark.parametrize(
    "text",
    [
        "[x](http://a.nl)",
        "![x](a.png)",
        "<script>alert(1)</script>",
        "**b** _i_ `c`",
        "$x^2$",
        "# h",
        "| a | b |",
        "~~s~~",
    ],
)
def test_every_markdown_character_is_escaped(text: str) -> None:
    shown = plain(text)
    for position, character in enumerate(shown):
        if character in "[]()<>*_`$#|~!":
            assert shown[position - 1] == "\\"


def test_streamlit_shortcuts_and_links_are_broken_up() -> None:
    assert ":smile:" not in plain(":smile:")
    assert "://" not in plain("https://evil.example")
    assert "a@b" not in plain("a@b.nl")


def test_reading_direction_marks_and_control_characters_are_dropped() -> None:
    assert plain("a\u202egpj.exe\x00\u200b") == "agpj\\.exe"


def test_lines_become_one_and_long_texts_are_cut() -> None:
    assert bare("a\r\n\r\nb") == "a b"
    assert bare("x" * 500, limit=10) == "x" * 9 + "…"


@given(st.text())
def test_any_text_gives_one_line_of_bounded_length(text: str) -> None:
    assert "\n" not in plain(text)
    assert len(bare(text, 20)) <= 20
