"""The form for the survey's counts: to download, to load when it is filled in and signed, to take out."""

import streamlit as st

from components.i18n import _

GONE = b""
"""What stands for taking the counts out: no file is empty."""


def survey_file(form: bytes, loaded: bool) -> bytes | None:
    """Draw it; the content of a file to read, `GONE` to take the counts out, or None. `form` is the empty form."""
    st.markdown(
        _(
            "Open the publication (doi.org/10.1787/5jxrcmghmk0s-en, or the OECD database at qdd.oecd.org), fill in one "
            "row for each answer with its count, and sign each row: who checked it, and when. The counts of a question "
            "must add up to N. Rows without a signature are never shown. OECD data are under copyright: keep counts "
            "and citation only."
        )
    )
    st.download_button(
        _("Download the form (CSV)"),
        data=form,
        file_name="oecd_2013.csv",
        mime="text/csv",
        key="survey_form",
        icon=":material/download:",
        on_click="ignore",
    )
    with st.form("survey_file", clear_on_submit=True, border=False):
        file = st.file_uploader(_("The form, filled in and signed (CSV)"), key="survey_upload")
        asked = st.form_submit_button(_("Load this file"), key="survey_go", icon=":material/upload_file:")
    if asked and file is None:
        st.error(_("Choose a file first."), icon=":material/error:")
    if loaded and st.button(_("Take the counts out"), key="survey_remove", icon=":material/delete:"):
        return GONE
    return file.getvalue() if asked and file is not None else None
