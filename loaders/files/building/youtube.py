"""What the tables of YouTube Studio share: column names in six languages, and tables that are not loaded."""

from collections.abc import Sequence

from loaders.files.building.format import Format
from loaders.files.building.not_loaded import not_loaded as without_rows
from loaders.files.reading.headers import Aliases, normalise
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

# German and Portuguese are from real files; Dutch, French and Spanish from the interface of YouTube Studio.
ALIASES: Aliases = {
    "post_id": ("Content", "Video", "Conteúdo", "Contenu", "Contenido"),
    "title": (
        "Video title",
        "Videotitel",
        "Título do vídeo",
        "Titel van video",
        "Titre de la vidéo",
        "Título del vídeo",
        "Título del video",
    ),
    "published_at": (
        "Video publish time",
        "Veröffentlichungszeitpunkt des Videos",
        "Horário de publicação do vídeo",
        "Publicatietijd van video",
        "Heure de publication de la vidéo",
        "Hora de publicación del vídeo",
        "Hora de publicación del video",
    ),
    "date": ("Date", "Datum", "Data", "Fecha"),
    "video_views": ("Views", "Aufrufe", "Visualizações", "Weergaven", "Vues", "Visualizaciones", "Vistas"),
    "watch_time": (
        "Watch time (hours)",
        "Wiedergabezeit (Stunden)",
        "Tempo de exibição (horas)",
        "Kijktijd (uren)",
        "Durée de visionnage (heures)",
        "Tiempo de visualización (horas)",
        "Tiempo de reproducción (horas)",
    ),
    "followers_gained": ("Subscribers", "Abonnenten", "Inscritos", "Abonnees", "Abonnés", "Suscriptores"),
    "impressions": ("Impressions", "Impressionen", "Impressões", "Vertoningen", "Impresiones"),
    "click_rate": (
        "Impressions click-through rate (%)",
        "Klickrate der Impressionen (%)",
        "Taxa de cliques de impressões (%)",
    ),
    "likes": ("Likes", "„Mag ich“-Bewertungen", 'Marcações "Gostei"', "Vind-ik-leuks", "J'aime", "Me gusta"),
    "comments": (
        "Comments added",
        "Hinzugefügte Kommentare",
        "Comentários adicionados",
        "Toegevoegde reacties",
        "Commentaires ajoutés",
        "Comentarios añadidos",
        "Comentarios agregados",
    ),
    "shares": ("Shares", "Geteilte Inhalte", "Compartilhamentos", "Partages", "Veces compartido"),
    "engaged_views": ("Engaged views",),
    "unique_viewers": ("Unique viewers",),
}
METRICS = ("video_views", "watch_time", "followers_gained", "impressions", "engaged_views", "unique_viewers")


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
