"""Which encoding a text file is in. Guesses are told, never silent."""

import codecs
import io
import re
from dataclasses import dataclass
from typing import TextIO

from loaders.files.reading.limits import MEGABYTE
from loaders.records import FileWarning
from metrics.words import N_, Message

_NAMES = {"cp1252": N_("Western European"), "cp1251": N_("Cyrillic"), "cp1253": N_("Greek")}

# Bytes of frequent letters that mean something rare in the other code page.
_CYRILLIC = re.compile(rb"[\xe0\xee\xe8\xf2\xf0]")
_GREEK = re.compile(rb"[\xe1\xef\xe9\xf4\xdc-\xdf\xfc\xfd\xfe]")
_WORD = re.compile(rb"[\xb8-\xff]{3,}")
_LATIN = re.compile(rb"[A-Za-z][\xc0-\xff]|[\xc0-\xff]+[A-Za-z]")


@dataclass(frozen=True)
class Encoding:
    """How to decode a file, and what the reader must know about it."""

    name: str
    errors: str = "strict"
    warnings: tuple[FileWarning, ...] = ()

    def open(self, data: bytes) -> TextIO:
        """The text as a stream of lines, line ends as they are."""
        return io.TextIOWrapper(io.BytesIO(data), encoding=self.name, errors=self.errors, newline="")

    def text(self, data: bytes) -> str:
        """The whole text at once."""
        return data.decode(self.name, self.errors)


def encoding_of(data: bytes) -> Encoding:
    """UTF-16 by its mark, UTF-8 if it is valid, else the likeliest of three code pages with a warning.

    >>> encoding_of("reacties: 3 keer geliket, caf\\u00e9".encode()).name
    'utf-8-sig'
    >>> encoding_of("caf\\u00e9 op het plein".encode("cp1252")).name
    'cp1252'
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Encoding("utf-16", "replace")
    head = data[:4096]
    if head.count(0) > 0.3 * len(head):
        return Encoding("utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be", "replace")
    if _is_utf8(data):
        return Encoding("utf-8-sig")
    broken, whole = _utf8_damage(data)
    if whole > broken:
        return Encoding("utf-8-sig", "replace", (_damaged(broken),))
    name = _code_page(data)
    return Encoding(name, "replace", (_guessed(name),))


def _is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), MEGABYTE):
            decoder.decode(data[start : start + MEGABYTE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _utf8_damage(data: bytes) -> tuple[int, int]:
    """Bytes that break UTF-8, and characters beyond ASCII that are whole."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return broken, beyond_ascii - broken


def _code_page(data: bytes) -> str:
    """Latin letters beside accented ones mean a Western text; whole words of high bytes mean another script."""
    words = _WORD.findall(data)
    if len(words) <= len(_LATIN.findall(data)):
        return "cp1252"
    blob = b"".join(words)
    return "cp1251" if len(_CYRILLIC.findall(blob)) >= len(_GREEK.findall(blob)) else "cp1253"


def _guessed(name: str) -> FileWarning:
    return FileWarning(
        Message(
            "guessed_encoding",
            N_(
                "This file is not in UTF-8; it was read as {script} ({encoding}). If letters with accents look wrong, "
                "export it again and do not save it in Excel first."
            ),
            {"script": Message("script", _NAMES[name]), "encoding": name},
        )
    )


def _damaged(n: int) -> FileWarning:
    return FileWarning(
        Message(
            "damaged_characters",
            N_(
                "{n} character in this file is damaged and shows as \ufffd. "
                "Export it again, without saving it in Excel."
            ),
            {"n": n},
            plural=N_(
                "{n} characters in this file are damaged and show as \ufffd. "
                "Export it again, without saving it in Excel."
            ),
            count=n,
        )
    )
