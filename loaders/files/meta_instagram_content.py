"""Meta Business Suite: the content export of Instagram accounts (posts, lifetime figures)."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.id_times import instagram_shortcode
from loaders.files.building.ids import exact, tell_disagreement, whole_ids
from loaders.files.building.meta import meta_batch, publish_times
from loaders.files.building.meta_headers import ALIASES as SHARED
from loaders.files.building.rows import Rows
from loaders.files.building.times import Times
from loaders.files.reading.headers import Aliases, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

ALIASES: Aliases = {
    **SHARED,
    "likes": ("Likes", "Vind-ik-leuks", "Me gusta", "Curtidas", "J’aime", "J'aime", "Gilla-markeringar"),
    "saves": (
        "Saves",
        "Aantal keer opgeslagen",
        "Veces guardado",
        "Veces que se guardó",
        "Salvamentos",
        "Enregistrements",
    ),
    "followers_gained": ("Follows", "Volgt", "Seguidores", "Seguimentos"),
    "video_views": ("Plays",),
    "clicks": (
        "Link clicks",
        "Klikken op link",
        "Clics en el enlace",
        "Cliques no link",
        "Clics sur un lien",
        "Länkklick",
    ),
}
COUNTS = (
    *("views", "impressions", "reach", "likes", "comments", "shares", "clicks", "saves", "followers_gained"),
    "video_views",
)

STORIES: Aliases = {
    "replies": ("Replies", "Antwoorden", "Respuestas", "Respostas", "Réponses", "Svar"),
    "navigation": ("Navigation", "Navigatie", "Navegación", "Navegação", "Navigering"),
    "stickers": ("Sticker taps", "Tikken op stickers", "Toques en stickers", "Toques em figurinhas"),
}
"""Columns of the export of stories, which is one of its own. Replies are private messages, so they are no comments."""

TOLERANCE = 15 * 60
"""Seconds between upload (in the link) and publication (in the column); the largest seen was ten minutes."""


def _sniff(header: Sequence[str]) -> bool:
    found = resolve(header, ALIASES).keys()
    return {"post_id", "published_at", "permalink"} <= found and bool(
        {"account_id", "username"} & found and "page_id" not in found
    )


def parse(table: Table) -> Batch:
    """Posts of one or more accounts. Spanish "Seguidores" are new follows here, not followers."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    links = columns.text("permalink")
    account = columns.text("username" if "username" in columns else "page_name")
    batch = meta_batch(
        rows,
        FORMAT,
        columns,
        account=account,
        post_id=whole_ids(rows, columns.text("post_id"), links, r"/(?:p|reel|reels|tv)/(?P<id>[A-Za-z0-9_-]+)"),
        id_column="post_id",
        times=_checked(rows, publish_times(rows, columns.text("published_at")), links),
        count_columns=COUNTS,
    )
    if len(resolve(table.keys, STORIES)) > 1:
        batch.posts["type"] = batch.posts["type"].replace("post", "story")
    _tell_accounts(rows, account)
    return batch


def _checked(rows: Rows, times: Times, links: "pd.Series[str]") -> Times:
    """Times compared with the upload time inside each link, which also fills what is missing.

    The column says when a post went out, the link when it was uploaded; so a known time stays. Where most rows
    disagree the column's clock is not Pacific time, and the link is nearer to the truth.
    """
    uploaded = instagram_shortcode(links)
    by_link = exact(uploaded)
    same_hour = np.abs(uploaded - times.seconds) < 3600 + TOLERANCE
    times = times.where((uploaded > 0) & (~times.known | ((times.precision == "hour") & same_hour)), by_link)
    comparable = np.where(times.precision == "minute", times.seconds, 0)
    differ = tell_disagreement(rows, comparable, uploaded, TOLERANCE)
    checked = int(((comparable > 0) & (uploaded > 0)).sum())
    if checked >= 3 and differ.sum() > 0.8 * checked:
        text = N_("The clock of this file is not the one Meta uses; the times inside the links were taken.")
        rows.warn(Message("clock_replaced", text))
        return times.where(differ, by_link)
    return times


def _tell_accounts(rows: Rows, account: "pd.Series[str]") -> None:
    names = sorted(set(account[rows.alive]) - {""})
    if len(names) > 1:
        text = N_(
            "This file holds posts of {n} accounts ({accounts}). Posts made together with others are among them: "
            "load your own accounts only."
        )
        rows.warn(Message("several_accounts", text, {"n": len(names), "accounts": ", ".join(names)}))


FORMAT = Format(
    id="meta_instagram_content",
    platform="instagram",
    kind="posts",
    description=N_("Meta Business Suite, content of Instagram accounts (CSV)"),
    sniff=_sniff,
    parse=parse,
)
