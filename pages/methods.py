"""How every number is made: the registry and the glossary as text."""

from itertools import groupby

import streamlit as st

from components.definitions import as_csv, draw_glossary, draw_group
from components.i18n import _
from components.needs_reply_measured import needs_reply_measured
from components.page import finding, page
from metrics.glossary import GLOSSARY
from metrics.registry import metrics
from pages._context import demo


def main() -> None:
    """Draw the definitions group by group, and the button that saves them."""
    place = page(
        _("Methods"),
        question=_("How is each number made, and what may you conclude from it?"),
        demo=demo(),
    )
    every = list(metrics().values())
    finding(
        place,
        _(
            "Each of the {n} numbers in Answerable has one definition. It is on this page, and every page, file and "
            "explanation uses it.",
            n=len(every),
        ),
    )
    st.download_button(
        _("Download all definitions (CSV)"),
        as_csv(every),
        file_name="answerable-definitions.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )
    for group, members in groupby(every, key=lambda metric: metric.group):
        draw_group(group, members)
    needs_reply_measured()
    draw_glossary(GLOSSARY)


main()
