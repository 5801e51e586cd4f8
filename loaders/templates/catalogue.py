"""The six templates."""

from dataclasses import replace
from typing import get_args

from loaders.records import Platform
from loaders.templates.columns import (
    ACCOUNT,
    DATE,
    DOWNLOADS,
    FOLLOWERS,
    IMPRESSIONS,
    INTERACTIONS,
    LIKES,
    LINK_CLICKS,
    MOMENT,
    NEW_FOLLOWERS,
    PLATFORM,
    PROFILE_VIEWS,
    PROFILE_VISITS,
    REACH,
    SITE,
    SITE_VIEWS,
    VISITORS,
    VISITS,
    ZONE,
    mark,
)
from loaders.templates.definition import Column, Template
from metrics.words import N_

POSTS = Template(
    "posts",
    "posts",
    ("template-posts", "sjabloon-berichten"),
    N_("Posts: one row per post"),
    (
        mark("posts", "berichten"),
        PLATFORM,
        ACCOUNT,
        Column("post_id", ("Post id", "Bericht-id"), N_("The platform's number of the post. Or give the link."), "id"),
        MOMENT,
        ZONE,
        Column("type", ("Type", "Soort"), N_("Text, image, video, link, story, or reply for an answer to somebody.")),
        Column("text", ("Text", "Tekst"), N_("What the post says.")),
        Column("permalink", ("Link", "Link"), N_("The web address of the post."), "id"),
        IMPRESSIONS,
        replace(REACH, meaning=N_("Different people who saw the post.")),
        LIKES,
        Column("comments", ("Comments", "Reacties"), N_("Comments that others wrote under it."), "count"),
        Column("shares", ("Shares", "Gedeeld"), N_("Shares, reposts, retweets."), "count"),
        Column("clicks", ("Clicks", "Klikken"), N_("Clicks on the post."), "count"),
        Column("saves", ("Saves", "Opgeslagen"), N_("How often it was saved or bookmarked."), "count"),
        Column("video_views", ("Video views", "Videoweergaven"), N_("How often the video was played."), "count"),
        replace(NEW_FOLLOWERS, name="followers_gained", meaning=N_("Followers that came through this post.")),
    ),
    (
        {
            "platform": "facebook",
            "account": "waterstad",
            "post_id": "1001",
            "published_at": "2026-09-29 10:30",
            "time_zone": "Europe/Amsterdam",
            "type": "image",
            "text": ("The swimming pool is open again.", "Het zwembad is weer open."),
            "permalink": "https://example.org/posts/1",
            "impressions": "1520",
            "likes": "31",
            "comments": "4",
            "shares": "0",
            "clicks": "12",
        },
    ),
)
COMMENTS = Template(
    "comments",
    "comments",
    ("template-comments", "sjabloon-reacties"),
    N_("Comments: one row per comment, your own answers too"),
    (
        mark("comments", "reacties"),
        PLATFORM,
        ACCOUNT,
        Column(
            "post_id",
            ("Post id", "Bericht-id"),
            N_("The number of the post it stands under; on Instagram the code in its link."),
            "id",
            needed=True,
        ),
        Column("comment_id", ("Comment id", "Reactie-id"), N_("The number of the comment."), "id", needed=True),
        Column(
            "parent_id",
            ("Answers comment", "Antwoord op reactie"),
            N_("The number of the comment it answers. Empty: it answers the post."),
            "id",
        ),
        Column(
            "is_own",
            ("Own reply", "Eigen antwoord"),
            N_("Yes when your organisation wrote it. Empty means no."),
            choices=("yes", "no", "ja", "nee"),
        ),
        Column(
            "author",
            ("Author", "Auteur"),
            N_("Who wrote it. It becomes a code before anything is stored; the name is never kept."),
            "id",
        ),
        MOMENT,
        ZONE,
        Column(
            "text", ("Text", "Tekst"), N_("What it says. Names and numbers of people are taken out before storing.")
        ),
        LIKES,
    ),
    (
        {
            "platform": "facebook",
            "account": "waterstad",
            "post_id": "1001",
            "comment_id": "2001",
            "is_own": ("no", "nee"),
            "author": ("a resident", "een inwoner"),
            "published_at": "2026-09-29 11:05",
            "time_zone": "Europe/Amsterdam",
            "text": ("Is the pool open on Sunday?", "Is het zwembad zondag open?"),
            "likes": "2",
        },
        {
            "platform": "facebook",
            "account": "waterstad",
            "post_id": "1001",
            "comment_id": "2002",
            "parent_id": "2001",
            "is_own": ("yes", "ja"),
            "published_at": "2026-09-29 13:40",
            "time_zone": "Europe/Amsterdam",
            "text": ("Yes, from 9 to 17 hours.", "Ja, van 9 tot 17 uur."),
            "likes": "0",
        },
    ),
)
ACCOUNT_DAYS = Template(
    "account_days",
    "account_days",
    ("template-account-days", "sjabloon-account-per-dag"),
    N_("Accounts by day: one row per account and day"),
    (
        mark("account by day", "account per dag"),
        PLATFORM,
        ACCOUNT,
        DATE,
        FOLLOWERS,
        NEW_FOLLOWERS,
        PROFILE_VISITS,
        PROFILE_VIEWS,
        REACH,
        IMPRESSIONS,
        INTERACTIONS,
        LINK_CLICKS,
    ),
    (
        {
            "platform": "tiktok",
            "account": "waterstad",
            "date": "2026-09-29",
            "followers": "4210",
            "new_followers": "6",
            "impressions": "1810",
            "interactions": "74",
        },
    ),
)
SITE_DAYS = Template(
    "site_days",
    "site_days",
    ("template-website-days", "sjabloon-website-per-dag"),
    N_("Websites by day: one row per website and day"),
    (
        mark("website by day", "website per dag"),
        SITE,
        DATE,
        VISITORS,
        VISITS,
        SITE_VIEWS,
        DOWNLOADS,
    ),
    (
        {
            "site": "www.waterstad.example",
            "date": "2026-09-29",
            "visitors": "812",
            "visits": "930",
            "page_views": "2604",
            "downloads": "45",
        },
    ),
)
CAMPAIGNS = Template(
    "campaigns",
    "site_days",
    ("template-campaigns", "sjabloon-campagnes"),
    N_("Visits by campaign: one row per website, day and campaign"),
    (
        mark("campaigns", "campagnes"),
        SITE,
        DATE,
        Column("utm_source", ("utm_source", "utm_source"), N_("Where the link stood, such as facebook. Not kept.")),
        Column("utm_medium", ("utm_medium", "utm_medium"), N_("What kind of link, such as social. Not kept.")),
        Column(
            "utm_campaign",
            ("utm_campaign", "utm_campaign"),
            N_("The campaign, as its links say it after “utm_campaign=”."),
            "id",
            needed=True,
        ),
        replace(VISITS, meaning=N_("Visits (sessions) that came with the links of the campaign.")),
    ),
    (
        {
            "site": "www.waterstad.example",
            "date": "2026-09-29",
            "utm_source": "facebook",
            "utm_medium": "social",
            "utm_campaign": "zwemmen-2026",
            "visits": "41",
        },
    ),
)
MONTHLY = Template(
    "monthly",
    "account_days",
    ("template-months", "sjabloon-maanden"),
    N_("Months by hand: one row per month, for an account or a website"),
    (
        mark("months", "maanden"),
        replace(
            PLATFORM,
            meaning=N_("The network, or “website”. One per file: the first row decides, rows of others are left out."),
            choices=get_args(Platform),
        ),
        Column("owner", ("Account or website", "Account of website"), N_("The name of the account or website.")),
        Column("month", ("Month", "Maand"), N_("Year-month. Only months that are over."), "month", needed=True),
        replace(FOLLOWERS, meaning=N_("How many followers there are at the end of the month.")),
        NEW_FOLLOWERS,
        PROFILE_VISITS,
        VISITS,
        PROFILE_VIEWS,
        DOWNLOADS,
        IMPRESSIONS,
        INTERACTIONS,
        LINK_CLICKS,
    ),
    (
        {
            "platform": "instagram",
            "owner": "waterstad",
            "month": "2026-08",
            "followers": "9150",
            "impressions": "48210",
            "interactions": "1733",
        },
    ),
)

_ALL = (POSTS, COMMENTS, ACCOUNT_DAYS, SITE_DAYS, CAMPAIGNS, MONTHLY)
TEMPLATES: dict[str, Template] = {one.name: one for one in _ALL}
"""All templates by name, in the order in which they are offered."""
