"""Why a number here differs from the one on a platform's own screen: one entry for each platform and count.

Only what the platforms' own files show is in here. What holds for every platform (the chosen period, the
organisation's time zone, rows that were left out) is said once, beside these.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from metrics.measures import INTERACTION_PARTS
from metrics.words import N_


@dataclass(frozen=True)
class Differences:
    """What one platform does in another way.

    `clock` says whose days it counts, `window` over what time, and `counts` what it means by a count, by the codes
    of `metrics.measures`; "interactions" is the sum of its three parts.
    """

    clock: str
    window: str = ""
    counts: Mapping[str, str] = field(default_factory=dict)

    def about(self, needs: Iterable[str]) -> list[str]:
        """The sentences that matter for a number that rests on these counts.

        >>> Differences("UTC.", counts={"likes": "Hearts.", "saves": "Stars."}).about(["likes"])
        ['UTC.', 'Hearts.']
        """
        rests_on = set(needs)
        if rests_on.issuperset(INTERACTION_PARTS):
            rests_on.add("interactions")
        said = (text for name, text in self.counts.items() if name in rests_on)
        return [text for text in (self.clock, self.window, *said) if text]


_PACIFIC = N_("Its days are days in US Pacific time, in every country.")
_LIFETIME = N_("Its export gives what a post got since it was published.")
_VIEWS = N_(
    "Meta replaced “impressions” by “views” between 2023 and 2025, so older and newer exports do not count the same."
)

EVERYWHERE: dict[str, str] = {
    "posts": N_("Your own replies are kept apart from your posts."),
    "interactions": N_(
        "Other tools may add clicks, quotes, bookmarks or saves to interactions; we do not. Your own replies are among "
        "the comments in it, as the platforms count them."
    ),
    "comments": N_(
        "Platforms also count your own replies as comments. Here they are left out where your files show them."
    ),
    "followers": N_("Screens show today's followers; here it is the number on the day that the figure is about."),
}
"""What holds for a count on whatever platform."""

BY_PLATFORM: dict[str, Differences] = {
    "facebook": Differences(
        _PACIFIC,
        N_("Its export gives what a post got since it was published; its page figures are per day, week or 28 days."),
        {
            "interactions": N_("What Meta calls “Reactions, comments and shares” is the same sum."),
            "likes": N_("All seven reactions count, from “Like” to “Angry”. Some screens show “Like” alone."),
            "impressions": _VIEWS,
            "clicks": N_("All clicks on a post count; its “link clicks” are only some of them."),
            "video_views": N_("A view counts from 3 seconds on."),
        },
    ),
    "instagram": Differences(
        _PACIFIC,
        _LIFETIME,
        {
            "posts": N_(
                "Stories are in another export. Posts that you made with others stand under their account, and count "
                "only when you assigned it."
            ),
            "interactions": N_("Saves are counted apart."),
            "impressions": _VIEWS,
            "video_views": N_("Video views are the “plays” of its export; newer exports do not have them."),
        },
    ),
    "x": Differences(
        N_("Its days are days in UTC, world time."),
        N_("One export holds at most a few months, so a longer period is made of several."),
        {
            "posts": N_(
                "Its files list your replies and your reposts of others between your posts; neither are posts."
            ),
            "interactions": N_("Its “engagements” hold clicks too, so they are higher."),
            "shares": N_("Shares are its reposts. What X now calls “shares” is sending a link, and does not count."),
            "impressions": N_("Promoted impressions stand apart in its files, and do not count."),
            "clicks": N_("Only clicks on links count, not those on your profile, on hashtags or on details."),
            "video_views": N_("Video views are the “media views” of its export."),
        },
    ),
    "linkedin": Differences(
        N_("Its export gives only the day of a post; we take the moment from the number in the post's link."),
        N_("Its figures per day count what happened on that day, which is below zero when people take reactions back."),
        {
            "interactions": N_("Its “engagement rate” counts clicks too, so it is higher."),
            "clicks": N_("All clicks on a post count."),
            "followers": N_("Its “total followers” is what came on a day, not how many there are."),
            "video_views": N_("Older exports leave out views outside LinkedIn."),
        },
    ),
    "youtube": Differences(
        N_("Its export gives only the day of a video."),
        N_("Its export is about the period that was chosen there, and holds at most 500 videos."),
        {
            "likes": N_("Dislikes do not count."),
            "comments": N_("Comments are the “comments added” of its export."),
            "impressions": N_(
                "Impressions are how often the small picture of a video was shown, not how often it was watched."
            ),
        },
    ),
    "tiktok": Differences(
        N_("Its dates have no year; we take the moment from the number in the video's link."),
        N_("Its export gives what a video got up to the day of the export."),
        {"interactions": N_("Favourites are saves, and are counted apart."), "saves": N_("Saves are its favourites.")},
    ),
    "mastodon": Differences(
        N_("Its times are in UTC, world time."),
        N_("A server knows only the reactions that reached it, so its counts are rather too low."),
        {
            "posts": N_("Only public posts count: its archive also holds private messages and boosts."),
            "likes": N_("Likes are its favourites."),
            "shares": N_("Shares are its boosts; quotes do not count."),
        },
    ),
    "bluesky": Differences(
        N_("The time of a post is what the sender's app says, and may be wrong."),
        counts={
            "posts": N_("Reposts of others do not count as posts."),
            "shares": N_("Shares are its reposts; quotes do not count."),
        },
    ),
    "website": Differences(
        N_("Its days are days in the time zone of the website."),
        counts={
            "visitors": N_("Each tool recognises visitors in its own way, so two tools never agree."),
            "downloads": N_("Downloads of files count once; sums per folder are not added to them."),
        },
    ),
    "other": Differences(N_("Its times are read as the file or the column mapping says.")),
}
"""By the codes of `metrics.platforms`."""


def common(needs: Iterable[str]) -> list[str]:
    """What holds everywhere for a number that rests on these counts.

    Own replies are left out of figures about comments, not of sums that hold comments.

    >>> len(common(["likes"])), len(common(["comments"])), len(common(["likes", "comments", "shares"]))
    (0, 1, 1)
    """
    rests_on = set(needs)
    if rests_on.issuperset(INTERACTION_PARTS):
        rests_on = rests_on - {"comments"} | {"interactions"}
    return [text for name, text in EVERYWHERE.items() if name in rests_on]
