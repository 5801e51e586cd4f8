"""Names that columns have in files of all kinds, in English, Dutch, German, French, Spanish and Portuguese."""

from loaders.files.reading.headers import Aliases

_NAMES = {
    "published_at": (
        "created_at, published_at, created at, published at, publish time, publish date, post date, posted, posted "
        "at, published, created, created time, created_time, timestamp, datetime, date and time, publicatiedatum, "
        "geplaatst op, gepubliceerd, datum en tijd, veröffentlicht, veröffentlicht am, erstellt am, date de "
        "publication, publié le, fecha de publicación, publicado, data de publicação, publicado em, date, datum, "
        "fecha, data"
    ),
    "published_time": "time, tijd, tijdstip, uhrzeit, zeit, heure, hora",
    "post_id": (
        "post_id, post id, id, tweet_id, tweet id, status_id, status id, video id, video_id, vidid, message id, "
        "bericht-id, bericht id, beitrags-id, beitrag-id, identifiant, id de la publication, "
        "id de la publicación, id do post"
    ),
    "comment_id": (
        "comment_id, comment id, reactie-id, reactie id, kommentar-id, id du commentaire, id del comentario, id do "
        "comentário"
    ),
    "parent_id": "parent_id, parent id, in_reply_to, in reply to, in_reply_to_id, in_reply_to_status_id",
    "author": "author, auteur, afzender, from, from.name, verfasser, autor, commenter, user_id",
    "account": (
        "account, profile, page, page name, user, username, user name, handle, screen_name, screen name, kanaal, "
        "pagina, profiel, gebruiker, konto, profil, seite, benutzer, compte, nom d'utilisateur, cuenta, perfil, "
        "página, usuario, conta, usuário, channel"
    ),
    "text": (
        "text, message, content, caption, body, full_text, post text, description, title, tekst, bericht, inhoud, "
        "omschrijving, beschreibung, inhalt, beitrag, nachricht, texte, contenu, légende, texto, mensaje, "
        "contenido, descripción, mensagem, conteúdo, legenda, descrição"
    ),
    "permalink": (
        "permalink, url, link, post link, post url, postUrl, permalink_url, lien, lien permanent, enlace, enlace "
        "permanente, link permanente"
    ),
    "type": (
        "type, post type, content type, media type, soort, berichttype, typ, beitragstyp, type de publication, "
        "tipo, tipo de publicación, tipo de publicação"
    ),
    "impressions": (
        "impressions, impression count, impression_count, impressies, weergaven, impressionen, impresiones, "
        "impressões, views, visualizaciones, visualizações, vues, aufrufe"
    ),
    "reach": "reach, total reach, bereik, reichweite, portée, couverture, alcance",
    "likes": (
        "likes, like count, like_count, likeCount, favorites, favourites, favorite_count, favourites_count, "
        "reactions, vind-ik-leuks, gefällt mir, gefällt-mir-angaben, j'aime, j’aime, mentions j'aime, me gusta, "
        "curtidas, gostos"
    ),
    "comments": (
        "comments, comment count, comment_count, commentCount, replies, reply_count, replies_count, reacties, "
        "opmerkingen, kommentare, antworten, commentaires, réponses, comentarios, respuestas, comentários, "
        "respostas"
    ),
    "shares": (
        "shares, share count, share_count, retweets, retweet_count, reposts, repost_count, reblogs, reblogs_count, "
        "gedeeld, deelacties, geteilt, geteilte inhalte, partages, compartidos, veces compartido, "
        "compartilhamentos, partilhas"
    ),
    "clicks": "clicks, total clicks, link clicks, url clicks, klikken, kliks, klicks, clics, cliques",
    "saves": "saves, bookmarks, opgeslagen, gespeichert, enregistrements, guardados, salvamentos",
    "video_views": "video views, video_views, plays, play_count, videoweergaven, videoaufrufe, vues de la vidéo",
    "followers_gained": "follows, new follows, followers gained",
    "date": "date, day, datum, dag, tag, jour, fecha, día, data, dia",
    "followers": "followers, fans, volgers, follower, abonnés, seguidores, abonnenten, subscribers",
    "new_followers": (
        "new followers, nieuwe volgers, neue follower, nouveaux abonnés, nuevos seguidores, novos seguidores"
    ),
    "visitors": (
        "visitors, unique visitors, nb_uniq_visitors, users, active users, total users, bezoekers, unieke "
        "bezoekers, besucher, eindeutige besucher, visiteurs, visiteurs uniques, visitantes, visitantes únicos, "
        "profile visits"
    ),
    "visits": "visits, nb_visits, sessions, bezoeken, besuche, visites, visitas",
    "page_views": (
        "page views, pageviews, paginaweergaven, seitenansichten, seitenaufrufe, vues de page, páginas vistas, "
        "visualizações de página"
    ),
    "downloads": "downloads, téléchargements, descargas, file downloads",
    "interactions": "interactions, engagements, interacties, interaktionen, interacciones, interações",
    "link_clicks": "link clicks, url clicks, klikken op link, link-klicks",
    "site": "site, website, host, hostname, domain, domein",
}

WORDS: Aliases = {field: tuple(names.split(", ")) for field, names in _NAMES.items()}
"""Earlier names win where a file has several. `reacties` are comments here: only Meta uses the word for likes."""

_DAY_FIRST = (
    "datum, dag, tijdstip, publicatiedatum, geplaatst op, gepubliceerd, datum en tijd, tag, veröffentlicht, "
    "veröffentlicht am, erstellt am, date de publication, publié le, jour, fecha, fecha de publicación, día, "
    "publicado, data, data de publicação, publicado em, dia"
)

DAY_FIRST = frozenset(_DAY_FIRST.split(", "))
"""Names of date columns in languages that write the day before the month."""
