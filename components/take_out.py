"""Everything that is stored, to take along: what is in the file, one choice, and the file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd
import streamlit as st

from components.i18n import _, number
from components.table import html_table
from metrics.words import N_

_TABLES = {
    "departments": N_("Departments"),
    "accounts": N_("Accounts"),
    "sites": N_("Websites"),
    "imports": N_("Files that were loaded"),
    "posts": N_("Posts"),
    "comments": N_("Comments and answers"),
    "account_days": N_("Figures of accounts by day"),
    "site_days": N_("Figures of websites by day"),
    "audience": N_("Figures about groups of the audience"),
    "norms": N_("Norms"),
    "guidelines": N_("Guidelines"),
    "test_messages": N_("Test messages"),
    "moderation": N_("Removed comments (moderation)"),
    "questionnaires": N_("Questionnaires"),
    "assessments": N_("Self-assessments"),
    "respondents": N_("Roles that answered"),
    "answers": N_("Answers to the self-assessments"),
    "actions": N_("Actions"),
    "agreed_platforms": N_("Agreed platforms"),
    "partners": N_("Partner departments"),
    "stakeholders": N_("Stakeholder organisations"),
    "topics": N_("List of topics"),
    "baselines": N_("Weeks from which a number is seen anew"),
    "events": N_("Events"),
    "acknowledged": N_("Remarks on signals"),
    "tags": N_("Tags"),
    "post_tags": N_("Tags of posts"),
    "examples": N_("Shared examples"),
    "goals": N_("Goals"),
    "goal_kpis": N_("Numbers of the goals"),
}


@dataclass(frozen=True)
class ReadyFile:
    """A file that is ready: its name, its size in bytes, and how to get its content."""

    name: str
    size: int
    content: Callable[[], bytes]


def take_out(sizes: Mapping[str, int], may_have_texts: bool) -> Literal["plain", "texts"] | None:
    """Draw what is in the file, and the button that makes it; what the user asks for. `sizes` is rows by table."""
    st.markdown(
        _(
            "One zip file with everything that is stored, as CSV and as Parquet, with a list that explains each "
            "column. Nobody else gets it: it is made here and saved on your computer."
        )
    )
    rows = [(_(_TABLES[name]), number(size)) for name, size in sizes.items()]
    html_table(pd.DataFrame(rows, columns=[_("In the file"), _("Rows")]), _("What is in the file"))
    st.markdown(
        _(
            "**Not in the file:** who wrote a comment, links and numbers that lead to a citizen, and the texts of "
            "comments and of answers to them. The time of a comment is rounded to the hour. "
            "The rules of the platforms may limit what you publish; read them first, and fill in a licence."
        )
    )
    texts = may_have_texts and st.checkbox(
        _("Put in what citizens wrote, and our answers to them"),
        key="take_out_texts",
        help=_("Names, addresses and numbers in them were masked by rules, which can miss some. Do not publish it."),
    )
    if st.button(_("Make the file"), key="take_out_make", icon=":material/folder_zip:"):
        return "texts" if texts else "plain"
    return None


def ready_file(file: ReadyFile) -> None:
    """Draw the button that saves a file; its content is read when it is pressed."""
    st.download_button(
        _("Save {name} ({size} MB)", name=file.name, size=max(0.1, round(file.size / 1e6, 1))),
        data=file.content,
        file_name=file.name,
        mime="application/zip",
        key="take_out_save",
        type="primary",
        on_click="ignore",
        icon=":material/download:",
    )
