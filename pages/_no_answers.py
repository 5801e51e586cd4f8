"""Which exports bring messages of citizens, for pages that have nothing to show without them."""

from components.i18n import _
from loaders.files import formats

_TEMPLATE = "template_comments"  # is named apart
_POSTS_WITH_REPLIES = ("x_api", "facepager_nodes")  # formats of posts that bring the conversations under them too


def bring_answers() -> list[tuple[str, str]]:
    """The exports that have messages of citizens and replies: of which platform, and what they are called."""
    return [
        (known.platform, _(known.description))
        for known in formats()
        if known.id != _TEMPLATE and (known.kind == "comments" or known.id in _POSTS_WITH_REPLIES)
    ]
