"""What do citizens talk about, and in which tone? Topics, tones and signals, and the work that keeps them right."""

from components.address import choose_one
from components.i18n import _
from components.page import page
from components.welcome import no_data
from metrics.words import N_
from pages import _numbers as numbers
from pages._context import demo, filters
from pages._conversation.labels import labels_section
from pages._conversation.manage import manage_section
from pages._conversation.search import search_section
from pages._conversation.signals import signals_section
from pages._conversation.tone import tone_section
from pages._conversation.topics import topics_section

VIEWS = {
    "topics": N_("Topics"),
    "tone": N_("Tone"),
    "signals": N_("Signals"),
    "search": N_("Search"),
    "labels": N_("Label messages"),
    "manage": N_("List of topics"),
}
_SECTIONS = {
    "topics": topics_section,
    "tone": tone_section,
    "signals": signals_section,
    "search": search_section,
    "labels": labels_section,
    "manage": manage_section,
}


def main() -> None:
    """Draw the page; under the finding the reader chooses what to see."""
    page(
        _("Conversation"),
        question=_("What do citizens talk about, and in which tone? Decide what to answer, and who takes it up."),
        demo=demo(),
    )
    asked = filters()
    if asked is None:
        no_data("data.py")
        return
    view = choose_one("view", _("Show"), list(VIEWS), "topics", _view, 300)
    _SECTIONS[view](asked, numbers.source(asked))


def _view(code: str) -> str:
    return _(VIEWS[code])


main()
