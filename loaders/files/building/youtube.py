"""What the tables of YouTube Studio share: column names in three languages, and tables that are not loaded."""

from collections.abc import Sequence

from loaders.files.building.format import Format
from loaders.files.building.not_loaded import not_loaded as without_rows
from loaders.files.reading.headers import Aliases, normalise
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

ALIASES: Aliases = {
    "post_id": ("Content", "Video", "Conteúdo"),
    "title": ("Video title", "Videotitel", "Título do vídeo"),
    "published_at": ("Video publish time", "Veröffentlichungszeitpunkt des Videos", "Horário de publicação do vídeo"),
    "date": ("Date", "Datum", "Data"),
    "video_views": ("Views", "Aufrufe", "Visualizações"),
    "watch_time": ("Watch time (hours)", "Wiedergabezeit (Stunden)", "Tempo de exibição (horas)"),
    "followers_gained": ("Subscribers", "Abonnenten", "Inscritos"),
    "impressions": ("Impressions", "Impressionen", "Impressões"),
    "click_rate": (
        "Impressions click-through rate (%)",
        "Klickrate der Impressionen (%)",
        "Taxa de cliques de impressões (%)",
    ),
    "likes": ("Likes", "„Mag ich“-Bewertungen", 'Marcações "Gostei"'),
    "comments": ("Comments added", "Hinzugefügte Kommentare", "Comentários adicionados"),
    "shares": ("Shares", "Geteilte Inhalte", "Compartilhamentos"),
    "engaged_views": ("Engaged views",),
    "unique_viewers": ("Unique viewers",),
}
METRICS = ("video_views", "watch_time", "followers_gained", "impressions", "engaged_views", "unique_viewers")

DIMENSIONS = frozenset(
    {
        "geography",
        "cities",
        "traffic source",
        "subscription status",
        "viewer age",
        "viewer gender",
        "device type",
        "operating system",
        "playlist",
        "new and returning viewers",
    }
)
"""What a table can be by, other than by video; normalised."""


def has_metric(header: Sequence[str]) -> bool:
    """Whether a normalised header holds a figure of YouTube, as a count or as a share ("Views (%)").

    >>> has_metric(["viewer age", "views (%)"])
    True
    """
    names = [normalise(name) for metric in METRICS for name in ALIASES[metric]]
    return any(name in column for column in header for name in names)


def not_loaded(table: Table, form: Format, warning: Message) -> Batch:
    """A batch that names the table, keeps nothing, and says which export to make instead."""
    text = N_("This table has no row for each video, so it is not loaded.")
    return without_rows(table, form, Message("not_by_post", text), warning)
