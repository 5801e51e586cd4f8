"""What Google Analytics says above its tables, in comments: the property, and the days that the report is about."""

import re
from collections.abc import Sequence
from datetime import date

_PROPERTY = re.compile(r"(?:property|propriété|propiedad|propriedade|proprietà|ιδιοκτησία)\s*:\s*(.*)", re.IGNORECASE)
_ACCOUNT = re.compile(r"(?:account|konto|compte|cuenta|conta|λογαριασμός)\s*:", re.IGNORECASE)
_DAY = re.compile(r".*:\s*(\d{8})")
_RANGE = re.compile(r"(\d{8})\s*-\s*(\d{8})")
_START = re.compile(r"start|début|inicio|início|inizio|έναρξ", re.IGNORECASE)


def is_ga4(comments: Sequence[str]) -> bool:
    """Whether comments above a table are those of Google Analytics, in any language.

    >>> is_ga4(["----", "Einddatum: 20240131"]), is_ga4(["made by hand"])
    (True, False)
    """
    return any(
        pattern.fullmatch(line) if pattern in (_DAY, _RANGE) else pattern.match(line)
        for line in comments
        for pattern in (_PROPERTY, _ACCOUNT, _DAY, _RANGE)
    )


def property_of(comments: Sequence[str]) -> str:
    """The name of the property, mostly that of the website; "" when the file does not say.

    An exploration has no label for it: there it is the first line of the comments, which end with the range of days.

    >>> property_of(["----", "Property: Waterstad", "----"])
    'Waterstad'
    >>> property_of(["----", "Waterstad", "Free form 1", "20230515-20230521", "----"])
    'Waterstad'
    """
    named = next((match[1].strip() for line in comments if (match := _PROPERTY.match(line))), "")
    if named or not any(map(_RANGE.fullmatch, comments)):
        return named
    return next((line for line in comments if line.strip("-") and not _RANGE.fullmatch(line)), "")


def start_of(comments: Sequence[str]) -> date | None:
    """The first day of the report nearest below these comments; None when they do not tell.

    >>> start_of(["Start date: 20240101", "End date: 20240131", "Start date: 20240201", "End date: 20240229"])
    datetime.date(2024, 2, 1)
    """
    days = [match[1] for line in comments if (match := _DAY.fullmatch(line) or _RANGE.fullmatch(line))]
    starts = [match[1] for line in comments if _START.match(line) and (match := _DAY.fullmatch(line))]
    ranges = [match[1] for line in comments if (match := _RANGE.fullmatch(line))]
    found = starts or ranges or days[-2:]
    return _date(found[-1] if starts or ranges else found[0]) if found else None


def _date(figures: str) -> date | None:
    try:
        return date.fromisoformat(figures)
    except ValueError:
        return None
