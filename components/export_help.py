"""Which exports can be loaded, and where on each platform they are made."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.escape import plain
from components.i18n import _
from components.load_words import platform_word
from components.table import html_table
from metrics.words import N_

_WHERE = {
    "facebook": N_("Meta Business Suite, Insights, Content, “Export data”. Choose Facebook."),
    "instagram": N_("Meta Business Suite, Insights, Content, “Export data”. Choose Instagram."),
    "linkedin": N_("Your page as administrator, Analytics, then Content, Followers or Visitors, “Export”."),
    "x": N_("X Premium, Analytics, Content, download button. Older files from X Analytics work as well."),
    "youtube": N_("YouTube Studio, Analytics, Advanced mode, the tab Content, download button."),
    "tiktok": N_("TikTok Studio, Analytics, “Download data”, all files as CSV."),
    "mastodon": N_("Preferences, Import and export, “Request your archive”."),
    "bluesky": N_("An answer of the public API (getAuthorFeed), saved as JSON."),
    "website": N_("Matomo: Visitors, Overview, by day, “Export”. Google Analytics: a report by date, “Download CSV”."),
    "other": N_("A tool for management or research; or a template of Answerable: download one below and fill it in."),
}


def export_help(formats: Sequence[tuple[str, str]]) -> None:
    """Draw the list of exports that are recognised, as (platform, description)."""
    with st.expander(_("Which files can I use, and where do I find them?"), icon=":material/help:"):
        rows = [
            (
                platform_word(platform),
                _(_WHERE[platform]) if platform in _WHERE else "–",
                "; ".join(description for one, description in formats if one == platform),
            )
            for platform in dict.fromkeys(platform for platform, _description in formats)
        ]
        table = pd.DataFrame(rows, columns=[_("Platform"), _("Where to find it"), _("What is recognised")])
        html_table(table.map(plain), _("Exports that are recognised"))
        st.markdown(
            _("Any other table works as well: you say once what its columns mean, and save that for next time.")
        )
