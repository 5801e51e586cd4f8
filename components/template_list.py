"""Templates to fill in, for platforms that give no export: each as CSV and as Excel file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from components.i18n import _, language, set_language

_MIMES = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


@dataclass(frozen=True)
class TemplateFile:
    """A template as the page offers it. `make` gives the file in a kind, "csv" or "xlsx", when it is asked for."""

    name: str
    title: str
    file_name: str
    make: Callable[[str], bytes]


def template_list(templates: Sequence[TemplateFile]) -> None:
    """Draw the templates with their buttons."""
    with st.expander(_("No export? Fill in a template"), icon=":material/table_view:"):
        st.markdown(
            _(
                "Download a template, fill it in, and load it here like any export. In the Excel file, a note on each "
                "column says what belongs in it. The example row may stay: it is never loaded. "
                "One platform per file; a cell that you leave empty counts as missing, not as zero."
            )
        )
        for template in templates:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(template.title, width="stretch")
                template_buttons(template)


def template_buttons(template: TemplateFile) -> None:
    """Draw the buttons of one template, one for each kind of file."""
    for kind in _MIMES:
        _button(template, kind)


def _button(template: TemplateFile, kind: str) -> None:
    reader = language()

    def made() -> bytes:
        set_language(reader)  # the browser fetches the file outside the run of the page
        return template.make(kind)

    name = f"{template.file_name}.{kind}"
    st.download_button(
        name,
        data=made,
        file_name=name,
        mime=_MIMES[kind],
        key=f"template_{template.name}_{kind}",
        on_click="ignore",
        icon=":material/download:",
    )
