"""YouTube: the public figures of a channel and its videos, and what is written under them."""

import re
from collections.abc import Iterator

from loaders.apis.client import ApiError, Client, Manners
from loaders.apis.connector import Connector, Facts, Fetched, Field, Found, Target, Wanted
from loaders.apis.shared.youtube.asking import Asking, explain, wait
from loaders.apis.shared.youtube.listing import Listing, uploads_of
from loaders.files.building.documents import Object, at, objects, text_at
from metrics.words import N_, Message

_CHANNEL_ID = re.compile(r"UC[\w-]{22}")


def check(client: Client, target: Target) -> Found:
    """The channel with this handle or id."""
    channel = _channel(Asking(client, target.secret), target)
    found = text_at(channel, "id")
    handle = text_at(channel, "snippet", "customUrl") or found
    return Found(found, handle, text_at(channel, "snippet", "title") or handle, names=(found,))


def fetch(client: Client, wanted: Wanted) -> Iterator[Fetched]:
    """Subscribers of today, then the videos, newest first, each page followed by what is written under it."""
    asking, place = Asking(client, wanted.target.secret), wanted.after
    if place is None:
        channel = _channel(asking, wanted.target)
        place = {"uploads": uploads_of(channel), "page": "", "pages": 0, "waiting": [], "gap": False}
        clues = {"fetched_on": wanted.today}
        yield Fetched("youtube_channel", {"items": [channel]}, 1, place, clues=clues, quota=asking.taken())
    if "end" not in place:
        yield from Listing(asking, wanted, place).answers()


def _channel(asking: Asking, target: Target) -> Object:
    account = target.upstream_id or target.account.strip()
    is_id = target.upstream_id or _CHANNEL_ID.fullmatch(account)
    which = {"id": account} if is_id else {"forHandle": "@" + account.removeprefix("@")}
    answer = asking.get("channels", {"part": "snippet,statistics,contentDetails", **which})
    channels = objects(at(answer.data, "items"))
    if not channels:
        text = N_("YouTube knows no channel {account}. Look at the channel's address: the handle starts with @.")
        raise ApiError("broken", Message("youtube_no_channel", text, {"account": target.account}))
    return channels[0]


CONNECTOR = Connector(
    id="youtube",
    platform="youtube",
    name="YouTube",
    facts=Facts(
        gives=(
            N_("Of each public video: title, views, likes and number of comments, as they are now."),
            N_("Of the channel: the number of subscribers, rounded to three figures by YouTube."),
            N_("If you switch texts on: what people write under the videos, and your answers."),
        ),
        gives_not=(
            N_("Shares, reach, clicks and watch time: YouTube gives these to the owner only, in its exports."),
            N_("Likes, comments or subscribers that the owner hides. They show as not available, not as zero."),
            N_("Views before and after 24-27 August 2026 cannot be compared: YouTube counts them differently since."),
        ),
        needs=(
            N_("An API key of a Google Cloud project in which the YouTube Data API v3 is switched on."),
            N_("The handle of the channel. You need not own the channel."),
        ),
        costs=(
            N_("It is free. A project has 10,000 units a day."),
            N_("50 videos take two units; with texts each video with comments takes one unit or more."),
        ),
        forbids=(
            N_("Adding YouTube's figures to those of other platforms in one engagement number."),
            N_("Showing YouTube's figures beside those of others without naming the source."),
            N_("Scores and ratios made of YouTube's figures, unless YouTube accepted you for its amendment on them."),
        ),
        keeps=(
            N_("Figures must be fetched again or deleted within 30 days, unless YouTube accepted its amendment."),
            N_("A video that is not public any more is deleted here too."),
        ),
    ),
    account=Field(
        N_("Channel"),
        N_("The handle in the channel's address, for example @gemeentewaterstad, or its id, which starts with UC."),
        r"@?[\w.·-]{3,30}",
    ),
    secret=Field(N_("API key"), N_("From the Google Cloud console, under Credentials.")),
    check=check,
    fetch=fetch,
    host="www.googleapis.com",
    texts=True,
    manners=Manners(wait=wait, explain=explain),
    whole_days=21,
)
