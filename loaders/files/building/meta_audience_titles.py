"""What a block of Meta's audience file is about, by its title in any language we know."""

import re
import unicodedata

from loaders.files.reading.headers import normalise

_TOP = r"\b(top|popul|principa|meilleur|beliebt|haupt|framsta|migliori|melhores|mejores|κορυφαι|grootste|belangrijkste)"
_AGE = r"\b(age|leeftijd|idade|faixa etaria|edad|eta|alter|alder|ηλικι)"
_GENDER = r"(gender|geslacht|genero|genere|sexo|sesso|sexe|genre|geschlecht|\bkon\b|φυλο)"
_DIMENSIONS = tuple(
    (dimension, re.compile(pattern))
    for dimension, pattern in (
        ("age_gender", rf"(?=.*{_AGE})(?=.*{_GENDER})"),
        (
            "city",
            rf"(?=.*{_TOP}).*(cit(y|ies)|towns?|\bsted|stede|plaats|cidade|ciudad|citta|ville|stadt|stadte|stader|πολ)",
        ),
        ("country", rf"(?=.*{_TOP}).*(countr|land|paises|paesi|pays|lander|χωρ)"),
        ("page", rf"(?=.*{_TOP}).*(\bpages?\b|pagina|seiten|sidor|σελιδ)"),
    )
)
GENDERS = re.compile(
    r"^(wom[ae]n|m[ae]n|female|male|vrouw(en)?|man(nen)?|mulher(es)?|homem|homens|mujer(es)?|hombres?|donne|uomini|femmes?"
    r"|hommes?|frauen|manner|kvinnor|man|γυναικεσ|ανδρεσ|unknown|onbekend|desconhecido|desconocido|sconosciuto|f|m|u)$"
)
_LONGEST = 45  # a longer line is a text


def plain(text: str) -> str:
    """A name without accents, for comparing.

    >>> plain("Città principali")
    'citta principali'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", normalise(text)) if not unicodedata.combining(c))


def dimension_of(title: str) -> str:
    """What the groups of a block are: age_gender, city, country or page; "" for anything else.

    >>> dimension_of("Top towns/cities"), dimension_of("Faixa etária e gênero"), dimension_of("Paesi principali")
    ('city', 'age_gender', 'country')
    >>> dimension_of("Facebook visits")
    ''
    """
    words = plain(title)
    if len(words) > _LONGEST or "," in words:  # a comma stands between cells
        return ""
    return next((dimension for dimension, pattern in _DIMENSIONS if pattern.search(words)), "")
