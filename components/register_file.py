"""Departments and accounts from a CSV file: a template to fill, a file to load, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components.i18n import _, number
from components.load_view import Refusal
from components.row_list import draw_refusals
from components.table_facts import fact_row

TEMPLATE = (
    "department,platform,handle,name,owner_role,purpose,objective,status,review_date\r\n"
    "Parks,x,examplecity_parks,Example City Parks,Communications adviser,Answer questions,service,active,2027-01-31\r\n"
).encode("utf-8-sig")
"""What people fill in: the columns, and an account of a made-up city as an example."""


@dataclass(frozen=True)
class RegisterResult:
    """What a file did to the registers."""

    departments: int
    added: int
    updated: int
    unchanged: int
    refusals: Sequence[Refusal]


def register_file(result: RegisterResult | None) -> bytes | None:
    """Draw the template, the uploader and the last result; the content of a file that is to be read."""
    st.markdown(
        _(
            "Do you have many accounts? Fill in the template in a spreadsheet, save it as CSV and load it. "
            "Accounts that exist already are brought up to date; an empty cell changes nothing."
        )
    )
    st.download_button(
        _("Download the template (CSV)"),
        data=TEMPLATE,
        file_name=_("accounts-template.csv"),
        mime="text/csv",
        key="register_template",
        icon=":material/download:",
        on_click="ignore",
    )
    with st.form("register_file", clear_on_submit=True, border=False):
        file = st.file_uploader(_("File with departments and accounts (CSV)"), key="register_upload")
        asked = st.form_submit_button(_("Load this file"), key="register_go", icon=":material/upload_file:")
    if result is not None:
        _draw(result)
    if asked and file is None:
        st.error(_("Choose a file first."), icon=":material/error:")
    return file.getvalue() if asked and file is not None else None


def _draw(result: RegisterResult) -> None:
    fact_row(
        [
            (_("New departments"), number(result.departments)),
            (_("New accounts"), number(result.added)),
            (_("Accounts changed"), number(result.updated)),
            (_("Accounts unchanged"), number(result.unchanged)),
        ]
    )
    draw_refusals(result.refusals, _("departments and accounts"), "register")
