"""The demo city on the data page: load it and remove it with one click."""

import streamlit as st

from components import notice
from components.demo_card import demo_card
from components.i18n import _
from pages._context import access, demo, engine
from pages._work import work

_PLACE = "demo"


def demo_section() -> None:
    """Draw the card and do what the user asks for."""
    st.header(_("Practise with made-up data"), anchor=False)
    notice.show(_PLACE)
    wish = demo_card(demo())
    if wish is None:
        return
    from loaders.demo import load, remove  # the demo city's texts are needed by few

    if wish == "load":
        done = _("The demo city is loaded. Overview and Departments now show it.")
        work(_PLACE, _("Building the demo city"), lambda tell: load(engine(), access(), progress=tell), done)
    else:
        done = _("The demo city is removed.")
        work(_PLACE, _("Removing the demo city"), lambda tell: remove(engine(), access(), progress=tell), done)
