"""Departments and accounts from a CSV file: a template to fill, a file to load, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components.i18n import _
from components.load_view import Refusal
from components.row_list import draw_refusals

_TEMPLATE = (
    "department,platform,handle,name,owner_role,purpose,status,review_date\r\n"
    "Parks,x,examplecity_parks,Example City Parks,Communications adviser,Answer questions,active,2027-01-31\r\n"
)


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
        data=_TEMPLATE.encode("utf-8-sig"),
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
    st.success(
        _(
            "{departments} new departments, {added} new accounts, {updated} accounts changed, {unchanged} unchanged.",
            departments=result.departments,
            added=result.added,
            updated=result.updated,
            unchanged=result.unchanged,
        ),
        icon=":material/check_circle:",
    )
    draw_refusals(result.refusals, _("departments and accounts"), "register")
