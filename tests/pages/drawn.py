"""What is on a page that was drawn, pressing its buttons, and a text that would do harm."""

import re

from streamlit.testing.v1 import AppTest

HOSTILE = "=cmd() <img src=x onerror=alert(1)> [x](javascript:alert(1)) **fat**"


def said(at: AppTest) -> str:
    """All words on the page, without what escapes them."""
    kinds = (at.title, at.header, at.subheader, at.markdown, at.caption, at.error, at.warning, at.info, at.success)
    return re.sub(r"[\\\u2060]", "", " ".join(str(element.value) for kind in kinds for element in kind))


def press(at: AppTest, key: str) -> AppTest:
    """Press a button, also that of a form; the page as it is drawn then."""
    at = next(one for one in (*at.button, *at.form_submit_button) if one.key == key).click().run()
    assert not at.exception
    return at
