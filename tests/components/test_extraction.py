"""Which texts end up in the catalogue."""

import io

from components.extraction import extract


def found(source: str) -> list[tuple[str, object]]:
    return [(name, text) for _, name, text, _ in extract(io.BytesIO(source.encode()), {}, (), {})]


def test_marked_texts_are_found_also_when_they_span_lines() -> None:
    assert found('_("One "\n  "text")\nN_("Two")\nngettext("{n} a", "{n} as", 2)') == [
        ("_", "One text"),
        ("N_", "Two"),
        ("ngettext", ("{n} a", "{n} as")),
    ]


def test_a_message_with_a_plural_is_one_entry() -> None:
    source = 'Message("code", N_("{n} row"), {"x": N_("inner")}, plural=N_("{n} rows"), count=n)'
    assert sorted(found(source), key=str) == [("N_", "inner"), ("ngettext", ("{n} row", "{n} rows"))]


def test_a_message_without_a_plural_is_its_text() -> None:
    assert found('Message("code", N_("Nothing to load"))') == [("N_", "Nothing to load")]


def test_variables_are_left_alone() -> None:
    assert found("_(text)\nN_(label)\nngettext(one, many, n)") == []
