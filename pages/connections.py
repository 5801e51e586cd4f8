"""Connections: which platforms are asked for figures, how fresh those are, and how to add or mend one."""

import streamlit as st

from components import notice
from components.connections.headline import headline, purpose
from components.connections.table import connection_table
from components.i18n import _
from components.page import finding, page
from pages import _jobs as jobs
from pages._connections.adding import add_section
from pages._connections.asking import PLACE
from pages._connections.one import one_section
from pages._connections.views import known
from pages._context import demo


def main() -> None:
    """Draw the page. Only its buttons ask a platform for anything."""
    place = page(
        _("Connections"),
        question=_("Are the figures that are fetched from platforms fresh? Decide which connection to mend or add."),
        demo=demo(),
    )
    jobs.job_section()
    notice.show(PLACE)
    every = known()
    finding(place, headline([one.view for one in every]) if every else purpose())
    if every:
        connection_table([one.view for one in every])
        one_section(every)
    add_section()
    st.page_link("data.py", label=_("Load exports instead"), icon=":material/upload_file:")


main()
