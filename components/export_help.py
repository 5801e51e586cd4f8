"""Which exports can be loaded, and where on each platform they are made."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.i18n import _
from components.select import select
from components.table import html_table
from components.words import platform_name
from metrics.words import N_

_WHERE = {
    "facebook": N_(
        "Meta Business Suite, Insights, Content, “Export data”. Choose Facebook. Figures by day: Insights, Results."
    ),
    "instagram": N_(
        "Meta Business Suite, Insights, Content, “Export data”. Choose Instagram. Figures by day: Insights, Results."
    ),
    "x": N_(
        "X Premium, Analytics, Content, download button. Your archive and older files from X Analytics work as well."
    ),
    "linkedin": N_("Your page as administrator, Analytics, then Content, Followers or Visitors, “Export”."),
    "youtube": N_("YouTube Studio, Analytics, Advanced mode, the tab Content, download button."),
    "tiktok": N_("TikTok Studio, Analytics, “Download data”, all files as CSV."),
    "mastodon": N_("Preferences, Import and export, “Request your archive”."),
    "bluesky": N_("An answer of the public API (getAuthorFeed), saved as JSON."),
    "website": N_(
        "Matomo: Visitors, Overview, by day, “Export”. Google Analytics: a report by date, “Download CSV”. "
        "Plausible: choose Days above the chart, then export."
    ),
    "other": N_(
        "Agorapulse, CrowdTangle, Facepager, PhantomBuster, Sprout Social, 4CAT, rtweet, twint: the file as the tool "
        "made it. No export at all? Fill in a template: see below."
    ),
}
"""In the order in which most people look for them."""
_LAST = ("audience", "other")  # kinds of tables that are recognised, but are no posts, comments or days


def export_help(formats: Sequence[tuple[str, str, str]]) -> None:
    """Draw where exports are found, and by choice all that is recognised, as (platform, kind, description)."""
    with st.expander(_("Which files can I use, and where do I find them?"), icon=":material/help:"):
        rows = [(f"**{_platform(platform)}**", _(where)) for platform, where in _WHERE.items()]
        title = _("Where to find it")
        html_table(pd.DataFrame(rows, columns=[_("Platform"), title]), title)
        st.markdown(
            _("Any other table works as well: you say once what its columns mean, and save that for next time.")
        )
        words = {platform: _platform(platform) for platform in _WHERE}
        chosen = select(_("Everything that is recognised of"), words, next(iter(words)), key="recognised", width=400)
        listed = sorted((kind in _LAST, text) for platform, kind, text in formats if platform == chosen)
        st.markdown("\n".join(f"- {text}" for _last, text in listed))


def _platform(platform: str) -> str:
    return _("Tools and templates") if platform == "other" else platform_name(platform)
