"""Tags in the store: campaigns, paid posts and other groups of own posts, and which posts belong to them.

A post belongs to a tag by its rule (`data.tag_rules`, in every import that changes the post; `applying`, when the
rule changes) or by hand, and what a person said of a post counts above the rule.
"""

from data.tags.applying import apply, unfinished
from data.tags.by_hand import put_in, say_nothing, take_out
from data.tags.changing import add_tag, change_tag, remove_tag
from data.tags.members import Held, members, preview
from data.tags.reading import tags
from data.tags.registering import register_expectation

__all__ = [
    "Held",
    "add_tag",
    "apply",
    "change_tag",
    "members",
    "preview",
    "put_in",
    "register_expectation",
    "remove_tag",
    "say_nothing",
    "tags",
    "take_out",
    "unfinished",
]
