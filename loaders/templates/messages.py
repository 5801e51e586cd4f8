"""Templates for what was said: posts, and the comments under them."""

from dataclasses import replace

from loaders.templates.columns import (
    ACCOUNT,
    IMPRESSIONS,
    LIKES,
    MOMENT,
    NEW_FOLLOWERS,
    PLATFORM,
    REACH,
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
