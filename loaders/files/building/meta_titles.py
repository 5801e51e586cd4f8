"""What the title above a block of Meta's page figures says: which network, and which figure."""

import re
import unicodedata

from loaders.files.reading.headers import normalise
from loaders.records import Platform

NETWORKS: tuple[Platform, ...] = ("facebook", "instagram")

_OTHER_FIGURE = re.compile(
    r"\b(organi|paid|pag[oa]|betaald|bezahlt|payant|ads?\b|anunci|publicidad|boost|vide|stor(y|ies)\b|minut|second"
    r"|[0-9]+[- ]s|earning|cpm|net\b|non[- ]?follow|repl(y|ies)|messag|bericht|mensage|mensaje)"
)
"""A part of a figure, or a figure about something else: never taken for the whole."""

_FIGURES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (metric, re.compile(pattern))
    for metric, pattern in (
        ("link_clicks", r"(click|cliqu|clic|klik|klick|κλικ).*(link|enlace|lien|lank|συνδεσμ)"),
        ("link_clicks", r"(link|enlace|lien|lank|συνδεσμ).*(click|cliqu|clic|klik|klick|κλικ)"),
        ("interactions", r"interac|interakt|interazion|αλληλεπιδρ"),
        ("lost_followers", r"unfollow|unlike|ontvolg|deixaram de seguir|dejado de seguir"),
        ("followers", r"(total|lifetime|vitalici|totaal|gesamt).*(follow|seguid|volger|abonn|like|curtid|ακολουθ)"),
        ("new_followers", r"follow|seguid|seguim|seguac|volg|abonn|foljar|folj|ακολουθ|\blikes?\b|curtida|me gusta"),
        ("visitors", r"visit|bezoek|besuch|besok|επισκεψ"),
        ("reach", r"reach|alcance|bereik|reichweite|couverture|rackvidd|copertura|εμβελεια|απηχηση"),
        ("viewers", r"viewers|kijkers|espectador|visualizador|spectateur|spettator|zuschauer|tittare|θεατ"),
        ("page_views", r"views|weergaven|visualizac|visualizzazion|\bvues|visningar|aufrufe|προβολ|reproduccion"),
        ("impressions", r"impress|impresi|exponering"),
    )
)
"""In this order: "clicks on links in views" is a click. Spanish "Seguidores" by day are new follows."""

_LONGEST = 80  # a longer line is a text


def network_of(title: str) -> Platform | None:
    """The network that a title names.

    >>> network_of("Visitas ao perfil do Instagram"), network_of("Content interactions")
    ('instagram', None)
    """
    named = [network for network in NETWORKS if network in title.casefold()]
    return named[0] if len(named) == 1 else None


def figure_of(title: str) -> str:
    """The metric of account-days that a title names, in any language we know; "" when it is none of them.

    >>> figure_of("Facebook visits"), figure_of("Seguidores no Instagram"), figure_of("Cliques no link do Instagram")
    ('visitors', 'new_followers', 'link_clicks')
    >>> figure_of("Paid reach"), figure_of("Comptes")
    ('', '')
    """
    if len(title) > _LONGEST or "," in title:  # a comma stands between cells
        return ""
    words = "".join(c for c in unicodedata.normalize("NFKD", normalise(title)) if not unicodedata.combining(c))
    if _OTHER_FIGURE.search(words):
        return ""
    return next((metric for metric, pattern in _FIGURES if pattern.search(words)), "")
