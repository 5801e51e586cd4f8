"""XML and JSON that are damaged, hostile, or saved in another encoding than they declare."""

import pytest

from loaders.files.reading.documents import document_table, read_json, read_xml
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.kinds import kind_of

DECLARED = '<?xml version="1.0" encoding="{}"?>\n'


def test_elements_become_objects_lists_and_texts() -> None:
    text = '<r a="1"><x>1</x><x><y>&lt;b&gt; &amp; &#233;</y></x><z> t </z><e n="2"/><f n="3">g</f></r>'
    assert read_xml(text.encode()) == {
        "r": {
            "a": "1",
            "x": ["1", {"y": "<b> & é"}],
            "z": "t",
            "e": {"n": "2", "text": ""},
            "f": {"n": "3", "text": "g"},
        }
    }


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><r>&b;</r>',
        '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/hostname">]><r>&f;</r>',
        '<!DOCTYPE r SYSTEM "http://host.example/r.dtd"><r/>',
        "<r>&unknown;</r>",
        "<r><a></r>",
        "<r/><r/>",
        "",
    ],
)
def test_definitions_and_damage_are_refused(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_xml((DECLARED.format("utf-8") + text).encode())
    assert caught.value.message.code == "damaged_document"


@pytest.mark.parametrize("levels", [60, 50_000])
def test_deep_nesting_is_refused(levels: int) -> None:
    with pytest.raises(UnreadableError):
        read_xml(b"<a>" * levels + b"</a>" * levels)


@pytest.mark.parametrize("declared", ["utf-16", "shift_jis", "klingon", "us-ascii"])
def test_an_encoding_that_the_bytes_do_not_have_is_refused(declared: str) -> None:
    with pytest.raises(UnreadableError):
        read_xml((DECLARED.format(declared) + "<r>café</r>").encode())


@pytest.mark.parametrize("encoding", ["iso-8859-1", "iso-8859-7", "utf-8"])
def test_a_declared_encoding_is_followed(encoding: str) -> None:
    text = "Επισκέψεις" if encoding == "iso-8859-7" else "café"
    assert read_xml((DECLARED.format(encoding) + f"<r>{text}</r>").encode(encoding)) == {"r": text}


def test_utf_16_is_known_by_its_mark_whatever_is_declared() -> None:
    xml, json = (DECLARED.format("utf-8") + "<r>café</r>").encode("utf-16"), '{"r": "café"}'.encode("utf-16")
    assert (kind_of(xml), kind_of(json)) == ("xml", "json")
    assert read_xml(xml) == read_json(json) == {"r": "café"}


def test_half_characters_do_not_reach_the_table() -> None:
    document = [{"text\ud800": "a\ud800b", "tags": ["\ud800", "\x00"]}]
    table = document_table("x.json", "x.json", document, lambda _: None)
    assert table.header == ("text?", "tags")
    assert [table.text(place)[0] for place in (0, 1)] == ["a?b", '["?", "\\u0000"]']
