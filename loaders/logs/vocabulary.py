"""The words of a log of removals, in English and Dutch: headers, what was done, why, yes and no."""

from loaders.files.reading.headers import Aliases
from loaders.logs.template import MODERATION

_MORE: dict[str, tuple[str, ...]] = {
    "date": ("day", "dag", "removed on", "verwijderd op", "datum verwijdering", "datum actie"),
    "platform": ("network", "channel", "netwerk", "kanaal", "medium"),
    "account": ("handle", "page", "profile", "accountnaam", "pagina", "profiel"),
    "action": ("measure", "maatregel", "what was done", "handeling"),
    "reason": ("ground", "category", "grond", "categorie", "reden verwijdering"),
    "rule": ("rule", "rule cited", "regel", "spelregel", "genoemde huisregel", "house rule cited"),
    "n": ("count", "comments removed", "n", "aantal reacties", "aantal berichten"),
    "appealed": ("appeal", "appealed", "objection", "objections", "bezwaar", "bezwaar gemaakt", "klacht"),
    "reversed": ("reversed", "restored", "undone", "teruggeplaatst", "hersteld", "terug"),
}
ALIASES: Aliases = {column.name: (*column.headers, *_MORE.get(column.name, ())) for column in MODERATION.columns}
"""The headers of each column."""

PRIVATE = frozenset(
    (
        *("text", "comment", "comments", "message", "content", "author", "user", "username", "user name", "name"),
        *("email", "profile link", "link", "url", "tekst", "reactie", "reacties", "bericht", "inhoud", "auteur"),
        *("afzender", "gebruiker", "gebruikersnaam", "naam", "inwoner", "plaatser", "schrijver", "e-mail"),
    )
)
"""Headers of columns that may hold what a citizen wrote, or who it was: these are never read."""

ACTIONS: dict[str, str] = {
    **dict.fromkeys(("hidden", "hide", "hid", "verborgen", "verbergen", "verberg"), "hidden"),
    **dict.fromkeys(("deleted", "delete", "removed", "remove", "verwijderd", "verwijderen", "gewist"), "deleted"),
}
REASONS: dict[str, str] = {
    "": "",
    **dict.fromkeys(("insult", "insults", "abuse", "swearing", "belediging", "schelden", "scheldwoorden"), "insult"),
    **dict.fromkeys(("threat", "threats", "bedreiging", "dreiging"), "threat"),
    **dict.fromkeys(("discrimination", "hate", "racism", "discriminatie", "haat", "racisme"), "discrimination"),
    **dict.fromkeys(("spam", "advertising", "reclame"), "spam"),
    **dict.fromkeys(("privacy", "personal data", "persoonsgegevens"), "privacy"),
    **dict.fromkeys(("off topic", "off-topic", "off_topic", "niet ter zake", "buiten onderwerp"), "off_topic"),
    **dict.fromkeys(
        ("false information", "false_information", "misinformation", "onjuiste informatie", "desinformatie"),
        "false_information",
    ),
    **dict.fromkeys(("other", "another reason", "anders", "overig"), "other"),
}
YES, NO = ("yes", "y", "ja", "j", "true", "waar"), ("no", "n", "nee", "false", "onwaar")
