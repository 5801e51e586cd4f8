"""What a reader sees while no export with messages of citizens is loaded: which exports bring them."""

from collections.abc import Sequence

import streamlit as st

from components.i18n import _
from components.words import platform_name


def nothing_known(formats: Sequence[tuple[str, str]], data_page: str) -> None:
    """Say what is needed to know anything about answers; `formats` are the exports that bring it: platform, name."""
    with st.container(border=True, gap="xsmall", key="card_nothing_known"):
        st.header(_("What is needed to see how you answer"), anchor=False)
        st.markdown(
            _(
                "Exports with the messages of citizens **and** your own replies. The exports of posts that most "
                "platforms offer only count comments: they do not tell who asked something and who answered. These "
                "do:"
            )
        )
        st.markdown("\n".join(f"- **{_who(platform)}**: {name}" for platform, name in formats))
        st.markdown(_("No such export? Fill in the template for comments; it is on the page Data."))
        st.page_link(data_page, label=_("Load my exports"), icon=":material/upload_file:")


def _who(platform: str) -> str:
    return _("Several platforms") if platform == "other" else platform_name(platform)
