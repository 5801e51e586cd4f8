"""The frame around every page: language, navigation, and the way errors are shown.

It stands inside `pages/`, because Streamlit would otherwise serve the files beside it as pages of their own.
"""

import sys
from pathlib import Path

import streamlit as st

_ROOT = str(Path(__file__).resolve().parent.parent)
# While it runs a script, Streamlit puts the script's folder first: `pages/data.py` would hide the package `data`.
if sys.path[0] != _ROOT:
    sys.path.insert(0, _ROOT)

from components.accessibility import describe  # noqa: E402
from components.address import carry  # noqa: E402
from components.filters import KEYS  # noqa: E402
from components.i18n import _, detect, set_language  # noqa: E402
from components.language import switch  # noqa: E402
from components.shell.document import PRODUCT  # noqa: E402
from pages._assessment.place import ASSESSMENT, WHO  # noqa: E402
from pages._menu import DEFAULT, SECTIONS  # noqa: E402

LOGO = Path(_ROOT) / "static" / "logo.svg"


def main() -> None:
    """Draw the frame and the page that was asked for."""
    set_language(detect())
    set_language(switch())
    describe()
    carry((*KEYS, ASSESSMENT, WHO))
    here = Path(__file__).parent
    st.logo(LOGO, size="large")
    page = st.navigation(
        {
            _(section): [
                st.Page(
                    here / f"{entry.name}.py",
                    title=_(entry.title),
                    icon=entry.icon,
                    url_path=entry.name,
                    default=entry.name == DEFAULT,
                )
                for entry in entries
            ]
            for section, entries in SECTIONS.items()
        },
        position="top",
    )
    st.set_page_config(page_title=f"{page.title} · {PRODUCT}", layout="wide")
    page.run()


if __name__ == "__main__":
    main()
