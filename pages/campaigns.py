"""Did the campaign do what we expected? Posts that belong together, and what came of them."""

import streamlit as st

from components import notice
from components.address import choose_one
from components.campaigns.words import name_of
from components.i18n import _, say
from components.page import finding, page
from metrics.campaigns.results import headline
from pages._campaigns.detail import detail
from pages._campaigns.known import PLACE, all_tags, results
from pages._campaigns.listing import listing
from pages._context import demo
from pages._jobs import job_section

_ALL = "all"


def main() -> None:
    """Draw the page: the finding, then the list or one tag."""
    place = page(
        _("Campaigns and tags"),
        question=_("Did the campaign do what we expected? Decide what to repeat."),
        demo=demo() or any(one.is_demo for one in all_tags()),
    )
    finding(place, say(headline(results())))
    job_section()
    notice.show(PLACE)
    names = {str(one.id): name_of(one) for one in all_tags()}
    chosen = _ALL
    if names:
        with st.container(key="campaigns_bar"):
            chosen = choose_one(
                "tag", _("Show"), [_ALL, *names], _ALL, lambda code: names.get(code, _("All campaigns and tags")), 420
            )
    if chosen == _ALL:
        listing()
    else:
        detail(next(one for one in all_tags() if str(one.id) == chosen))


main()
