"""The topics that municipalities hear about."""

from functools import cache

from metrics.text.topics.named import NamedTopic

_LIST = {
    "parking": ("Parking", "Parkeren", ("parking", "parked"), ("parkeer*", "parkeren")),
    "waste": ("Waste", "Afval", ("rubbish", "waste", "bin"), ("afval*", "container*", "vuilnis*")),
    "passports": ("Passports", "Paspoorten", ("passport*", "id card"), ("paspoort*", "identiteitskaart*")),
}


@cache
def shipped() -> tuple[NamedTopic, ...]:
    """The topics of the list, by code."""
    return tuple(
        NamedTopic(code, {"en": en, "nl": nl}, {"en": words, "nl": woorden})
        for code, (en, nl, words, woorden) in _LIST.items()
    )
