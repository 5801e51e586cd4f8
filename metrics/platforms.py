"""What platforms are called."""

from collections.abc import Iterable

from metrics.words import N_, Message

NAMES: dict[str, str] = {
    "facebook": "Facebook",
    "instagram": "Instagram",
    "x": "X",
    "linkedin": "LinkedIn",
    "youtube": "YouTube",
    "tiktok": "TikTok",
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
    "website": N_("Website"),
    "other": N_("Other platform"),
}
"""Names of the platforms by their code. Brand names stay as they are; the last two are translated."""


def named(platforms: Iterable[str]) -> tuple[Message, ...]:
    """Platforms as values of a message.

    >>> Message("m", "No reach from {platforms}.", {"platforms": named(["x", "bluesky"])}).english()
    'No reach from X, Bluesky.'
    """
    return tuple(Message(platform, NAMES[platform]) for platform in platforms)


NEVER_REPORTED: dict[str, frozenset[str]] = {
    "facebook": frozenset({"saves", "followers_gained"}),
    "instagram": frozenset({"clicks"}),
    "x": frozenset({"reach"}),
    "linkedin": frozenset({"saves"}),
    "youtube": frozenset({"reach", "clicks", "saves"}),
    "tiktok": frozenset({"impressions", "clicks"}),
    "mastodon": frozenset({"impressions", "reach", "clicks", "saves", "video_views", "followers_gained"}),
    "bluesky": frozenset({"impressions", "reach", "clicks", "video_views", "followers_gained"}),
    "website": frozenset(),
    "other": frozenset(),
}
"""Counts that a platform gives to nobody, by export or API; another count that is missing may be in another export."""
