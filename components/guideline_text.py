"""The guideline as a text to read: on the page, and as a document to print."""

from html import escape

import streamlit as st

from components.escape import plain
from components.guideline_words import use_words
from components.i18n import _, day, language, set_language
from metrics.guidelines.content import Guideline
from metrics.guidelines.elements import ELEMENTS

_LONGEST = 5_000
_STYLE = "body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#0B1320}"


def guideline_text(guideline: Guideline) -> None:
    """Draw the guideline by element: the prose, then the rules as sentences."""
    for code, element in ELEMENTS.items():
        rules = [plain(use_words(use), 300) for use in guideline.uses_of(code)]
        paragraphs = [plain(line, _LONGEST) for line in guideline.prose.get(code, "").splitlines() if line.strip()]
        if rules or paragraphs:
            st.subheader(_(element.title), anchor=False)
            st.markdown("\n\n".join([*paragraphs, "\n".join(f"- {rule}" for rule in rules)]))
    missing = [_(element.title) for code, element in ELEMENTS.items() if not guideline.prose.get(code)]
    if missing:
        st.caption(_("Not written yet: {elements}.", elements=tuple(missing)))


def guideline_button(
    key: str, guideline: Guideline, whose: str, valid_from: int, organisation: str, demo: bool
) -> None:
    """A button that saves the guideline as a document; it is made when the button is pressed."""
    reader = language()

    def made() -> bytes:
        set_language(reader)  # the browser fetches the file outside the run of the page
        return guideline_html(guideline, whose, valid_from, organisation, demo).encode()

    st.download_button(
        _("Download to print (HTML)"),
        data=made,
        file_name="guideline.html",
        mime="text/html",
        key=key,
        on_click="ignore",
        icon=":material/print:",
    )


def guideline_html(guideline: Guideline, whose: str, valid_from: int, organisation: str, demo: bool) -> str:
    """The guideline as one HTML page without anything from outside."""
    facts = [organisation, whose, _("valid from {day}", day=day(valid_from))]
    if demo:
        facts.append(_("Demo city: made-up data"))
    parts = [f"<h1>{escape(guideline.title)}</h1>", f"<p>{escape(' · '.join(fact for fact in facts if fact))}</p>"]
    for code, element in ELEMENTS.items():
        prose = [line for line in guideline.prose.get(code, "").splitlines() if line.strip()]
        rules = [use_words(use) for use in guideline.uses_of(code)]
        if prose or rules:
            parts.append(f"<h2>{escape(_(element.title))}</h2>")
            parts += [f"<p>{escape(line)}</p>" for line in prose]
        if rules:
            parts.append("<ul>" + "".join(f"<li>{escape(rule)}</li>" for rule in rules) + "</ul>")
    head = f'<meta charset="utf-8"><title>{escape(guideline.title)}</title><style>{_STYLE}</style>'
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}"><head>{head}</head><body>\n'
        + "\n".join(parts)
        + "\n</body></html>\n"
    )
