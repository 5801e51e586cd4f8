"""What the shell answers at which address, with which headers; no Streamlit server is needed for that."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import Message

from components.shell.addresses import ServerUnderPages, page_routes
from components.shell.headers import SecurityHeaders, content_security_policy

TITLES = {"overview": "Overview", "departments": "Departments"}


@dataclass
class Answer:
    """What came back: status, headers in lower case, text."""

    status: int
    headers: dict[str, str]
    text: str


def get(address: str) -> Answer:
    """Ask the shell's routes and middleware, around a stand-in for Streamlit's own routes."""
    app = Starlette(
        routes=[
            *page_routes(TITLES, default="overview"),
            Route("/_stcore/health", lambda request: PlainTextResponse("ok")),
        ],
        middleware=[Middleware(SecurityHeaders, hashes=["'sha256-x'"]), Middleware(ServerUnderPages)],
    )
    path, _, query = address.partition("?")
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": []}
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    with ThreadPoolExecutor(1) as other:  # after a browser test, this thread has Playwright's event loop
        other.submit(lambda: asyncio.run(app(scope, receive, send))).result()
    start, *bodies = sent
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], headers, b"".join(body["body"] for body in bodies).decode())


def test_each_page_has_its_own_title_and_the_root_has_that_of_the_first_page() -> None:
    assert "<title>Overview · Answerable</title>" in get("/").text
    assert "<title>Departments · Answerable</title>" in get("/departments").text
    assert "<title>Answerable</title>" in get("/nowhere").text


def test_a_language_in_the_address_is_remembered() -> None:
    answer = get("/departments?lang=en")
    assert answer.headers["content-language"] == "en"
    assert answer.headers["set-cookie"].startswith("lang=en;")
    assert "set-cookie" not in get("/departments?lang=xx").headers


def test_the_server_answers_below_every_page() -> None:
    assert get("/departments/_stcore/health").text == "ok"


def test_files_are_no_pages() -> None:
    assert get("/robots.txt").status == 404


def test_every_answer_has_the_security_headers() -> None:
    for path in ("/", "/departments", "/_stcore/health", "/robots.txt"):
        headers = get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        assert "camera=()" in headers["permissions-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_the_policy_allows_no_eval_and_no_other_host() -> None:
    policy = content_security_policy(["'sha256-x'"], "localhost:8501")
    assert "script-src 'self' 'sha256-x';" in policy
    assert "unsafe-eval" not in policy
    assert "http:" not in policy
    assert "https:" not in policy


def test_a_strange_host_cannot_write_into_the_policy() -> None:
    assert "evil" not in content_security_policy([], "a; script-src evil")


def test_the_first_page_answers_to_its_name_too_and_keeps_what_was_asked() -> None:
    answer = get("/overview?lang=en&period=all")
    assert answer.status == 307
    assert answer.headers["location"] == "/?lang=en&period=all"
    assert get("/overview").headers["location"] == "/"
