"""Taking out of a text what points at a person: addresses, numbers, handles.

Each is replaced by a word in brackets that says what was there, so the text still reads and can still be analysed.
"""

import re
from collections.abc import Callable, Collection

_IBAN_LENGTHS = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24,
    "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20,
    "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19,
    "SK": 24, "SM": 27, "TR": 26,
}  # fmt: skip
_SITES = r"(?:x|twitter|instagram|facebook|tiktok|threads)\.(?:com|net)/|linkedin\.com/in/|bsky\.app/profile/"
_NOT_PERSONS = frozenset(
    ("p", "reel", "reels", "tv", "explore", "watch", "groups", "events", "photo", "share", "hashtag", "search", "i")
)  # what comes first in the address of a post or a list, where a person could be

_HANDLE = re.compile(r"(?<![\w@＠])[@＠](\w(?:[\w.-]*\w)?(?:@[\w-]+(?:\.[\w-]+)+)?)")
_PROFILE = re.compile(rf"(?i)(\b(?:{_SITES}))([^\s/?#]+(?:\?id=\d+)?)")
# No more letters before the @ than an address can have: else each letter of a long text is the start of a long search.
_EMAIL = re.compile(r"(?i)[\w.+-]{1,64}(?:@|\s?[\[(]\s?(?:at|apenstaartje)\s?[\])]\s?)[\w-]+(?:\.[\w-]+)+")
_IBAN = re.compile(
    r"(?i)\b(?:" + "|".join(rf"{land}\d\d(?:[ -]?[A-Z0-9]){{{n - 4}}}" for land, n in _IBAN_LENGTHS.items()) + r")\b"
)
_BSN = re.compile(r"(?<![\d.,+-])\d(?:[ .-]?\d){8}(?!\d)")
_SEPARATOR = r"(?:\s?[-./]\s?|\s)?"
_DATE = r"(?!\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)?\d\d(?!\d))"
_PHONE = re.compile(
    rf"(?<![\d.,]){_DATE}(?:"
    rf"(?:\+|00)\d{{1,3}}{_SEPARATOR}(?:\(0\))?(?:{_SEPARATOR}\d){{7,12}}"  # with a country code
    rf"|\(?0\d{{1,4}}\)?(?:{_SEPARATOR}\d){{5,9}}"  # within a country, 9 to 11 digits
    r"|\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}"
    r")(?!\d)"
)
_SUSPECT = re.compile(r"(?i)[@＠]|(?:\d\D{0,3}){8}|[A-Z]{2}\d\d|[\[(]\s?(?:at|apenst)|" + _SITES)

Names = Collection[str]


def handles_in(text: str) -> list[str]:
    """The handles mentioned in a text, without @, in order.

    >>> handles_in("@jan, see .@Gemeente_Ons and mail info@example.nl")
    ['jan', 'Gemeente_Ons']
    """
    return [match.group(1) for match in _HANDLE.finditer(text)]


def mask_handles(text: str, own: Names) -> str:
    """The text without the handles and profile addresses of others than `own` (casefolded handles).

    >>> mask_handles("@jan thanks, ask @CityHall", {"cityhall"})
    '[handle] thanks, ask @CityHall'
    """

    def handle(match: re.Match[str]) -> str:
        return match.group() if match.group(1).casefold() in own else "[handle]"

    def profile(match: re.Match[str]) -> str:
        kept = match.group(2).casefold() in own or match.group(2).casefold() in _NOT_PERSONS
        return match.group() if kept else f"{match.group(1)}[handle]"

    return _PROFILE.sub(profile, _HANDLE.sub(handle, text))


def mask_text(text: str, own: Names) -> str:
    """A citizen's text without handles, e-mail addresses, IBANs, citizen service numbers and telephone numbers.

    >>> mask_text("Bel 06-12345678 of mail jan@example.nl, BSN 111222333", set())
    'Bel [phone] of mail [email], BSN [bsn]'
    """
    if not _SUSPECT.search(text):
        return text
    return _mask_contacts(mask_handles(text, own))


def holds_contact(text: str) -> bool:
    """Whether a text holds an e-mail address, IBAN, citizen service number or telephone number.

    >>> holds_contact("Mail jan@example.nl"), holds_contact("Mail [email] or ask @CityHall")
    (True, False)
    """
    if not _SUSPECT.search(text):
        return False
    rest = _HANDLE.sub("", text)  # of own accounts: one with a server looks like an address
    return _mask_contacts(rest) != rest


def _mask_contacts(text: str) -> str:
    text = _EMAIL.sub("[email]", text)
    text = _IBAN.sub("[iban]", text)
    text = _BSN.sub(_when(passes_eleven_proof, "[bsn]"), text)
    return _PHONE.sub(_when(_could_be_called, "[phone]"), text)


def passes_eleven_proof(number: str) -> bool:
    """Whether nine digits can be a Dutch citizen service number (BSN).

    >>> passes_eleven_proof("111222333"), passes_eleven_proof("111222334")
    (True, False)
    """
    digits = _digits(number)
    if len(digits) != 9 or not any(digits):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0


def _could_be_called(number: str) -> bool:
    return number.startswith(("+", "00")) or 9 <= len(_digits(number)) <= 11


def _digits(text: str) -> list[int]:
    return [int(character) for character in text if character.isdecimal()]


def _when(condition: Callable[[str], bool], word: str) -> Callable[[re.Match[str]], str]:
    return lambda match: word if condition(match.group()) else match.group()
