"""Tables of rtweet, a package that read X (Twitter) until 2023 (CSV), and of tools with its column names."""

from loaders.files.building import x
from loaders.files.building.columns import Columns
from loaders.files.building.flags import is_true
from loaders.files.building.format import Format
from loaders.files.building.left_out import repost
from loaders.files.building.post_types import post_types
from loaders.files.building.posts import Posts, posts_batch
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import STAMPS
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "post_id": ("status_id", "id_str", "tweet_id", "id"),
    "date": ("created_at", "created"),
    "account": ("screen_name", "screenName", "user.screen_name"),
    "text": ("text", "full_text"),
    "parent_id": ("reply_to_status_id", "in_reply_to_status_id_str", "in_reply_to_status_id", "replyToSID"),
    "answered": ("reply_to_screen_name", "in_reply_to_screen_name", "replyToSN", "reply_to_user_id"),
    "is_retweet": ("is_retweet", "isRetweet"),
    "media": ("media_type", "ext_media_type"),
    "permalink": ("status_url",),
    "likes": ("favorite_count", "favoriteCount"),
    "shares": ("retweet_count", "retweetCount"),
    "comments": ("reply_count",),
}
COUNTS = ("likes", "shares", "comments")
DATES = ("%a %b %d %H:%M:%S %z %Y", *STAMPS)


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return bool({"post_id", "date", "text", "likes", "shares"} <= found and {"account", "is_retweet"} & found)


def parse(table: Table) -> Batch:
    """Posts and own replies, of one account or more. rtweet puts an x before ids, to keep spreadsheets off."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    dates, links = columns.text("date"), columns.text("permalink")
    texts = x.unescaped(columns.text("text", trimmed=False))
    cells, parents = (columns.text(name).str.removeprefix("x") for name in ("post_id", "parent_id"))
    post_id = x.status_ids(rows, cells, links, columns.header("post_id"))
    rows.reject(is_true(columns.text("is_retweet")), columns.header("is_retweet"), repost())
    x.reject_reposts(rows, texts, columns.header("text"))
    account = columns.text("account").str.removeprefix("@")
    parents = parents.mask(parents.str.casefold().isin(("na", "nan", "none")), "")
    answers = (parents != "") | (x.types(texts) == "reply")
    return posts_batch(
        rows,
        FORMAT.id,
        FORMAT.platform,
        Posts(
            account=account.mask(account == "", x.handles(links)),
            post_id=post_id,
            times=x.times_by_id(rows, parse_resaved(dates, DATES), post_id),
            text=texts,
            permalink=links.mask(links == "", x.permalinks(account, post_id)).astype("str"),
            type=post_types(columns.text("media")).mask(answers, "reply"),
            counts=columns.counts(COUNTS),
            views_definition="",
            id_column=columns.header("post_id"),
            date_column=columns.header("date"),
            dates=dates,
            parent_id=parents,
        ),
    )


FORMAT = Format(
    id="rtweet_tweets",
    platform="x",
    kind="posts",
    description=N_("rtweet, tweets of accounts (CSV, until 2023)"),
    sniff=_sniff,
    parse=parse,
)
