"""When a connection ran, and when it runs again, in words."""

from datetime import datetime

from components import formats
from components.connections.view import ConnectionView
from components.i18n import _, language


def when(moment: datetime | None) -> str:
    """A moment in words; a dash without one."""
    return "–" if moment is None else formats.moment(moment, language())


def next_words(one: ConnectionView) -> str:
    """When the next run is."""
    if one.state in ("paused", "broken"):
        return _("none is planned")
    if one.state == "running":
        return _("running now")
    return _("as soon as possible") if one.next is None else when(one.next)
