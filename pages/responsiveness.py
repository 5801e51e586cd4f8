"""Do people get an answer, and in time? The unanswered are in every figure."""

from components.address import choose_one
from components.answering.nothing_known import nothing_known
from components.findings import findings_list
from components.i18n import _, say
from components.page import finding, notes, page
from components.tile import tile_grid
from components.welcome import no_data
from metrics.words import N_
from pages import _changes as changes
from pages import _numbers as numbers
from pages._context import demo, filters
from pages._no_answers import bring_answers
from pages._responsiveness import numbers as answers
from pages._responsiveness.figures import figures_section
from pages._responsiveness.norms import norms_section
from pages._responsiveness.promise import promise_section
from pages._responsiveness.two_way import two_way_section
from pages._responsiveness.waiting import check_section, waiting_section

TILES = ("within_norm", "answered_share", "response_median", "response_p90", "waiting", "two_way")
VIEWS = {
    "figures": N_("Figures"),
    "waiting": N_("Questions that wait"),
    "promise": N_("What you can promise"),
    "two_way": N_("Two-way"),
    "norms": N_("Norms"),
    "check": N_("Check the rules"),
}
NEED_NO_ANSWERS = ("two_way", "norms")
"""Views that show something while no messages of citizens are loaded."""


def main() -> None:
    """Draw the page; under the first figures the reader chooses what to see."""
    place = page(
        _("Responsiveness"),
        question=_("Do people get an answer, and in time? Decide who needs one today, and what you can promise."),
        demo=demo(),
    )
    asked = filters()
    if asked is None:
        no_data("data.py")
        return
    finding(place, say(answers.first_sentence(asked)))
    findings_list(answers.found(asked)[:3])
    source = numbers.source(asked)
    known = not answers.current(asked).answers.empty
    if known:
        tile_grid(changes.tiles(asked, TILES), source)
        notes(map(say, answers.remarks(asked)))
    view = choose_one("view", _("Show"), list(VIEWS), "figures", _view, 300)
    if not known and view not in NEED_NO_ANSWERS:
        nothing_known(bring_answers(), "data.py")
        return
    match view:
        case "waiting":
            waiting_section(asked)
        case "promise":
            promise_section(asked, source)
        case "two_way":
            two_way_section(asked)
        case "norms":
            norms_section()
        case "check":
            check_section(asked)
        case _:
            figures_section(asked, source)


def _view(code: str) -> str:
    return _(VIEWS[code])


main()
