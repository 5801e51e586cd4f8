"""The words of the data page for codes: kinds of table, fields of a mapping, states of an account."""

from components.escape import plain
from components.i18n import _
from components.words import COUNTS
from metrics.words import N_

_KINDS = {
    "posts": N_("Posts"),
    "comments": N_("Comments"),
    "account_days": N_("Figures per day of an account"),
    "site_days": N_("Figures per day of a website"),
    "audience": N_("Figures about the audience"),
    "other": N_("Something else"),
}
_FIELDS = {
    **COUNTS,
    "account": N_("Account"),
    "post_id": N_("Post number (id)"),
    "published_at": N_("Date and time"),
    "published_time": N_("Time (when it has its own column)"),
    "text": N_("Text"),
    "permalink": N_("Link to the post"),
    "type": N_("Type of post"),
    "comment_id": N_("Comment number (id)"),
    "parent_id": N_("Number of the comment it answers"),
    "is_own": N_("Our own reply (yes or no)"),
    "author": N_("Author"),
    "mentions": N_("Accounts named in the text"),
    "site": N_("Website address"),
    "date": N_("Date"),
    "new_followers": N_("New followers"),
    "lost_followers": N_("Lost followers"),
    "viewers": N_("Viewers"),
    "visits": N_("Visits"),
    "page_views": N_("Page views"),
    "interactions": N_("Interactions"),
    "link_clicks": N_("Clicks on links"),
}
_TYPES = {
    "post": N_("Post"),
    "text": N_("Text"),
    "image": N_("Image"),
    "carousel": N_("Several images"),
    "video": N_("Video"),
    "reel": N_("Reel"),
    "story": N_("Story"),
    "link": N_("Link"),
    "reply": N_("Reply"),
}
STATUSES = {"active": N_("Active"), "dormant": N_("Dormant"), "closed": N_("Closed")}


def table_name(name: str) -> str:
    """A table as people call it, safe to put into a sentence: its file, then the part of the file that it is.

    >>> table_name("export.zip!Views.csv!2")
    'export\\\\.zip › Views\\\\.csv › 2'
    """
    return plain(name.replace("!", " › "))


def kind_word(kind: str) -> str:
    """What a table holds, for example "Posts"."""
    return _(_KINDS.get(kind, _KINDS["other"]))


def field_word(field: str) -> str:
    """The name of a field or count as people say it; an unknown code stays as it is."""
    return _(_FIELDS[field]) if field in _FIELDS else field


def type_word(kind: str) -> str:
    """What a post is made of, for example "Video"; an unknown code stays as it is."""
    return _(_TYPES[kind]) if kind in _TYPES else kind


def status_word(status: str) -> str:
    """The state of an account."""
    return _(STATUSES[status]) if status in STATUSES else status
