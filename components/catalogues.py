"""The message catalogues: `locale/<language>/LC_MESSAGES/answerable.po`, read and compiled in memory.

No compiled catalogue is kept, so a new language is one `.po` file and nothing else.
"""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

DOMAIN = "answerable"
SOURCE = "en"
"""The language the texts in the code are written in; it needs no catalogue."""
_ROOT = Path(__file__).resolve().parent.parent / "locale"


def _file(language: str) -> Path:
    return _ROOT / language / "LC_MESSAGES" / f"{DOMAIN}.po"


@cache
def languages() -> tuple[str, ...]:
    """The languages a reader can choose, the source language first.

    >>> languages()[0]
    'en'
    """
    found = sorted(path.parent.parent.name for path in _ROOT.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
    return (SOURCE, *(language for language in found if language != SOURCE))


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of one language; texts that it lacks come back in English."""
    path = _file(language)
    if not path.exists():
        return gettext.NullTranslations()
    with path.open("rb") as source:
        catalogue = read_po(source, locale=language, domain=DOMAIN)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def name_of(language: str) -> str:
    """A language's name in that language, for the switch.

    >>> name_of("nl")
    'Nederlands'
    """
    name = Locale.parse(language).get_display_name(language) or language
    return name[0].upper() + name[1:]


def best_match(wanted: list[str]) -> str | None:
    """The first language of a list of wishes (`nl-BE`, `en`, ...) that there is a catalogue for.

    >>> best_match(["fr-FR", "en-US"])
    'en'
    """
    for wish in wanted:
        language = wish.replace("_", "-").split("-")[0].strip().lower()
        if language in languages():
            return language
    return None
