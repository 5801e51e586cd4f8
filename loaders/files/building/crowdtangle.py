"""What the reports of CrowdTangle share: their columns and their clock, with the zone's name in each row."""

from loaders.files.reading.headers import Aliases

TIMES = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M")

POST_ALIASES: Aliases = {
    "created": ("Post Created", "Created"),
    "type": ("Type",),
    "interactions": ("Total Interactions",),
    "comments": ("Comments",),
    "permalink": ("URL",),
    "link_text": ("Link Text",),
    "followers_then": ("Followers at Posting",),
    "likes_then": ("Likes at Posting",),
}
