"""Exports and accounts: load files, see what was loaded before, keep the registers."""

import streamlit as st

from components.i18n import _
from components.page import page
from pages._context import demo
from pages._data import registers
from pages._data.history import history
from pages._data.steps import load_steps
from pages._data.take_out import take_out_section

_TABS = "data_tab"


def main() -> None:
    """Draw the page. Files stay in the uploader while the other tabs are open, so the first one is always drawn."""
    page(
        _("Exports and accounts"),
        question=_("Which exports of your platforms are new? Load them here and say whose they are."),
        demo=demo(),
    )
    names = [_("Load exports"), _("Loaded before"), _("Departments and accounts"), _("Take your data out")]
    load, past, register, out = st.tabs(names, key=_TABS, on_change="rerun")
    with load:
        load_steps()
    if past.open:
        with past:
            history()
    if register.open:
        with register:
            registers.departments_section()
            registers.accounts_section()
            registers.file_section()
    if out.open:
        with out:
            take_out_section()


main()
