"""What the frame's script needs to know: the page's language, and Streamlit's own words in that language.

Streamlit draws a few texts itself, always in English. `static/frame.js` replaces them with the translations that
are handed over here.
"""

import json
from html import escape

import streamlit as st

from components.i18n import _, language
from metrics.words import N_

BUILT_IN = (
    N_("Skip to main content"),
    N_("App pages"),
    N_("Sidebar"),
    N_("Navigate to home page"),
    N_("Link to heading"),
    N_("Open"),
    N_("Upload"),
    N_("Browse files"),
    N_("Drag and drop file here"),
    N_("Drag and drop files here"),
    N_("Choose an option"),
    N_("Choose options"),
    N_("Select all"),
    N_("Clear all"),
    N_("No results"),
    N_("No options to select"),
    N_("Search"),
    N_("Fullscreen"),
    N_("Close fullscreen"),
    N_("Close"),
    N_("Download as CSV"),
    N_("Show/hide columns"),
    N_("Running..."),
    N_("Stop"),
    N_("Loading..."),
    N_("Connecting"),
    N_("Connection error"),
    N_("Remove"),
    N_("Remove {name}"),
    N_("Add files"),
    N_("file upload"),
    N_("Expand sidebar"),
    N_("Collapse sidebar"),
    N_("Scroll tabs left"),
    N_("Scroll tabs right"),
)
"""Texts of Streamlit's own, exactly as it writes them; `{name}` is that of a file."""


def describe() -> None:
    """Hand the language and the words over to the frame's script, invisibly."""
    words = {text: _(text) for text in BUILT_IN if _(text) != text}
    with st.container(key="frame"):
        st.html(f'<span id="frame-language" lang="{language()}" data-words="{escape(json.dumps(words))}"></span>')
