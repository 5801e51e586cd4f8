"""Tables of twint, a tool that read X (Twitter) until 2022 (CSV, JSON), also with Spanish column names."""

import pandas as pd

from loaders.files.building import x
from loaders.files.building.columns import Columns
from loaders.files.building.flags import is_true
from loaders.files.building.format import Format
from loaders.files.building.left_out import repost
from loaders.files.building.patterns import group
from loaders.files.building.posts import Posts, posts_batch
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import ISO
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "post_id": ("id", "tweet_id", "id_tweet", "id tweet"),
    "conversation": ("conversation_id", "id_conversacion", "id_conversación", "conversación", "conversacion"),
    "day": ("date", "fecha", "created_at", "fecha_creacion", "fecha de creación"),
    "clock": ("time", "hora"),
    "zone": ("timezone", "zona_horaria", "zona horaria", "huso_horario"),
    "account": ("username", "usuario", "nombre_usuario", "nombre_de_usuario", "nombre de usuario"),
    "text": ("tweet", "texto", "text", "mensaje"),
    "comments": ("replies_count", "nreplies", "respuestas", "num_respuestas", "numero_respuestas", "n_respuestas"),
    "shares": ("retweets_count", "nretweets", "retweets", "retuits", "retuiteos", "num_retweets", "numero_retweets"),
    "likes": ("likes_count", "nlikes", "me gusta", "me_gusta", "megusta", "likes", "favoritos", "num_likes"),
    "permalink": ("link", "enlace", "url", "vinculo", "vínculo"),
    "is_retweet": ("retweet", "es_retweet", "retuit"),
}
COUNTS = ("comments", "shares", "likes")
_SURE, _UNSURE = 120, 15 * 3600
"""How many seconds clock and id may differ: hardly any, or by the zone where the table does not give its offset."""

_CLOCKS = ("%Y-%m-%d %H:%M:%S %z", *ISO)


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    own = {"conversation", "zone", "is_retweet", "permalink"} & found
    return bool({"day", "account", "text", *COUNTS} <= found and own and {"post_id", "permalink"} & found)


def parse(table: Table) -> Batch:
    """Posts and own replies, of one account or more. The id knows the moment; the clock is local to the searcher."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    links, texts = columns.text("permalink"), x.unescaped(columns.text("text", trimmed=False))
    post_id = x.status_ids(rows, columns.text("post_id"), links, columns.header("post_id"))
    rows.reject(is_true(columns.text("is_retweet")), columns.header("is_retweet"), repost())
    x.reject_reposts(rows, texts, columns.header("text"))
    offset = group(columns.text("zone"), r"^(?:UTC|GMT)?(?P<offset>[+-]\d\d:?\d\d)$")
    dates = _local(columns, offset)
    account = columns.text("account").str.removeprefix("@")
    handle = account.mask(account == "", x.handles(links))
    thread = columns.text("conversation")
    answers = (thread != "") & (thread != post_id) & thread.str.fullmatch(r"\d+")
    return posts_batch(
        rows,
        FORMAT.id,
        FORMAT.platform,
        Posts(
            account=handle,
            post_id=post_id,
            times=x.times_by_id(
                rows, parse_resaved(dates, _CLOCKS), post_id, _SURE if (offset != "").all() else _UNSURE
            ),
            text=texts,
            permalink=links.mask(links == "", x.permalinks(handle, post_id)).astype("str"),
            type=x.types(texts).mask(answers, "reply"),
            counts=columns.counts(COUNTS),
            views_definition="",
            id_column=columns.header("post_id"),
            date_column=columns.header("day"),
            dates=dates,
        ),
    )


def _local(columns: Columns, offset: "pd.Series[str]") -> "pd.Series[str]":
    """Date, time and the offset of the zone in one text; a zone that is a name ("CET") tells nothing for sure."""
    day, clock = columns.text("day"), columns.text("clock")
    whole = day.where((clock == "") | day.str.contains(":", regex=False), day + " " + clock)
    return whole.where(offset == "", whole + " " + offset).str.strip().astype("str")


FORMAT = Format(
    id="twint_tweets",
    platform="x",
    kind="posts",
    description=N_("twint, tweets of accounts (CSV or JSON, until 2022)"),
    sniff=_sniff,
    parse=parse,
)
