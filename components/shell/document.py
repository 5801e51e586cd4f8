"""The HTML document that every page is drawn into, in the reader's language and with the page's own title.

Streamlit ships one document for all pages, in English and named after itself. It is read once at start and
rewritten for each request, so that a screen reader hears the right language before any script has run.
"""

import base64
import hashlib
import html
import re
from collections.abc import Sequence
from functools import cache
from http.cookies import SimpleCookie
from pathlib import Path

from streamlit import file_util

from components.catalogues import SOURCE, best_match, translations
from components.i18n import COOKIE, PARAMETER
from metrics.words import N_

PRODUCT = "Answerable"
NO_SCRIPT = N_("Answerable needs JavaScript. Please switch it on in your browser.")

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_LEFT_OUT = re.compile(  # Streamlit's own font and icon, and pointers to an interface that is switched off
    r'<link\s+rel="(?:shortcut icon|preload|service-desc)".*?/>|<!--.*?-->', re.DOTALL
)
_HEAD = """<link rel="icon" type="image/svg+xml" href="/assets/favicon.svg" />
    <link rel="preload" href="/assets/fonts/inter-latin-wght-normal.woff2" as="font" type="font/woff2" crossorigin />
    <script src="/assets/frame.js"></script>"""
_TAIL = '<link rel="stylesheet" href="/assets/frame.css" />\n  </head>'


@cache
def template() -> str:
    """Streamlit's document without what it brings of its own, with the product's style, script and icon."""
    source = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    bare = _LEFT_OUT.sub("", source)
    full = bare.replace("<title>", f"{_HEAD}\n    <title>", 1).replace("</head>", _TAIL, 1)
    return re.sub(r"\n\s*\n+", "\n", full).lstrip()


@cache
def script_hashes() -> tuple[str, ...]:
    """The Content-Security-Policy hashes of the scripts that stand inside the document."""
    digests = (hashlib.sha256(script.encode()).digest() for script in _SCRIPT.findall(template()))
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


@cache
def document(language: str, title: str | None) -> str:
    """The document in one language. `title` is the page's name in English, None for an unknown page.

    >>> document("nl", None).count('<html lang="nl">')
    1
    """
    texts = translations(language)
    name = html.escape(f"{texts.gettext(title)} · {PRODUCT}" if title else PRODUCT)
    rewritten = template().replace('<html lang="en">', f'<html lang="{language}">', 1)
    rewritten = re.sub(r"<title>.*?</title>", f"<title>{name}</title>", rewritten, count=1)
    notice = f"<noscript><p>{html.escape(texts.gettext(NO_SCRIPT))}</p></noscript>"
    return re.sub(r"<noscript>.*?</noscript>", notice, rewritten, count=1, flags=re.DOTALL)


def asked_language(parameters: Sequence[str], cookies: str, accepted: str) -> str:
    """The language to answer in: the address's, else the cookie's, else the browser's best, else English.

    >>> asked_language(["nl"], "", "en"), asked_language([], "lang=nl", "en"), asked_language([], "", "fr, nl;q=0.8")
    ('nl', 'nl', 'nl')
    """
    cookie = SimpleCookie(cookies).get(COOKIE)
    wishes = [*parameters, *([cookie.value] if cookie else []), *_by_preference(accepted)]
    return best_match(wishes) or SOURCE


def _by_preference(accepted: str) -> list[str]:
    """The languages of an Accept-Language header, the most wanted first."""
    weighed = []
    for part in accepted.split(","):
        name, _, quality = part.strip().partition(";q=")
        try:
            weighed.append((-float(quality or 1), name))
        except ValueError:
            continue  # a header that is not to be read is no wish
    return [name for _, name in sorted(weighed, key=lambda wish: wish[0])]


__all__ = ["COOKIE", "PARAMETER", "PRODUCT", "asked_language", "document", "script_hashes", "template"]
