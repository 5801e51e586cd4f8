"""The headers that Facebook and Instagram content exports share, in six languages.

Dutch, French and Swedish names come from other importers of real files. German and Greek ones are not known.
"""

from loaders.files.reading.headers import Aliases

ALIASES: Aliases = {
    "post_id": (
        "Post ID",
        "Bericht-ID",
        "Identificador de la publicación",
        "Identificação da publicação",
        "Identifiant de la publication",
        "Publicerings-id",
    ),
    "page_id": (
        "Page ID",
        "Pagina-ID",
        "Identificador de la página",
        "Identificação da página",
        "ID de la Page",
        "Sid-id",
    ),
    "account_id": (
        "Account ID",
        "Account-ID",
        "Identificador de la cuenta",
        "Identificação da conta",
        "ID du compte",
        "Konto-id",
    ),
    "page_name": (
        "Page name",
        "Accountnaam",
        "Paginanaam",
        "Nombre de la página",
        "Nome da página",
        "Nom de la page",
        "Sidnamn",
    ),
    "username": (
        "Account username",
        "Gebruikersnaam account",
        "Nombre de usuario de la cuenta",
        "Nome de usuário da conta",
        "Nom d’utilisateur du compte",
        "Nom d'utilisateur du compte",
        "Kontots användarnamn",
    ),
    "title": ("Title", "Titel", "Título", "Titre"),
    "description": ("Description", "Omschrijving", "Descripción", "Descrição", "Beskrivning"),
    "published_at": (
        "Publish time",
        "Publicatietijdstip",
        "Hora de publicación",
        "Horário de publicação",
        "Heure de publication",
        "Publiceringstid",
    ),
    "permalink": ("Permalink", "Enlace permanente", "Link permanente", "Permalien", "Permalänk"),
    "type": (
        "Post type",
        "Berichttype",
        "Tipo de publicación",
        "Tipo de publicação",
        "Type de publication",
        "Inläggstyp",
    ),
    "comment": (
        "Data comment",
        "Gegevensopmerking",
        "Comentario de datos",
        "Comentario sobre los datos",
        "Comentário de dados",
        "Comentário dos dados",
        "Commentaire sur les données",
        "Commentaires sur les données",
        "Datakommentar",
    ),
    "date": ("Date", "Datum", "Fecha", "Data"),
    "views": ("Views", "Weergaven", "Visualizaciones", "Visualizações", "Vues", "Visningar"),
    "impressions": ("Impressions", "Impressies", "Impresiones", "Impressões", "Exponeringar"),
    "reach": ("Reach", "Bereik", "Alcance", "Couverture", "Räckvidd", "IMPRESSION:UNIQUE_USERS"),
    "comments": ("Comments", "Opmerkingen", "Comentarios", "Comentários", "Commentaires", "Kommentarer"),
    "shares": (
        "Shares",
        "Deelacties",
        "Aantal keer gedeeld",
        "Veces que se ha compartido",
        "Veces que se compartió",
        "Compartilhamentos",
        "Partages",
        "Delningar",
    ),
}
"""The columns of both. `date` is what the figures are of ("Lifetime"), never when the post was published.

`IMPRESSION:UNIQUE_USERS` is a key that Meta forgot to translate: how many people saw it.
"""
