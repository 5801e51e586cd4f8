"""Addresses of pages: `/departments` is a document, `/departments/_stcore/health` is the server's own."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from components.catalogues import languages
from components.shell.document import COOKIE, PARAMETER, asked_language, document

_YEAR = 365 * 24 * 3600
_UNDER_A_PAGE = re.compile(r"/[a-z]+(/_stcore/.*)")


class _PageName(StringConvertor):
    regex = "[a-z]+"


def page_routes(titles: Mapping[str, str], default: str) -> list[Route]:
    """Routes that answer every page's address with the document. `titles` are the pages' names in English.

    The `default` page lives at `/`; its own name leads there.
    """
    register_url_convertor("page", _PageName())
    answer = _answer(titles, default)
    return [Route("/", answer), Route(f"/{default}", _to_root), Route("/{page:page}", answer)]


def _to_root(request: Request) -> Response:
    return RedirectResponse(str(request.url.replace(scheme="", netloc="", path="/")))


def _answer(titles: Mapping[str, str], default: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        chosen = request.query_params.getlist(PARAMETER)
        headers = request.headers
        language = asked_language(chosen, headers.get("cookie", ""), headers.get("accept-language", ""))
        title = titles.get(request.path_params.get("page", default))
        response = HTMLResponse(document(language, title))
        response.headers["Content-Language"] = language
        response.headers["Cache-Control"] = "no-cache"
        response.headers["Vary"] = "Accept-Language, Cookie"
        if language in chosen and language in languages():
            response.set_cookie(COOKIE, language, max_age=_YEAR, samesite="lax")
        return response

    return answer


class Files(StaticFiles):
    """Files of the product. Browsers keep them, and ask each time whether they are still the newest."""

    def file_response(self, *arguments: Any, **more: Any) -> Response:
        """A file, or the answer that the browser has it already."""
        response = super().file_response(*arguments, **more)
        response.headers["Cache-Control"] = "no-cache"
        return response


class ServerUnderPages:
    """ASGI middleware: a request for the server's own addresses below a page goes to the server itself.

    A browser that opens `/departments` first asks whether the server lives there.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, at the address without the page."""
        found = _UNDER_A_PAGE.fullmatch(scope.get("path", ""))
        if found:
            scope = {**scope, "path": found[1], "raw_path": found[1].encode()}
        await self.app(scope, receive, send)
