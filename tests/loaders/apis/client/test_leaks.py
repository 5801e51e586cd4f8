"""Nothing secret in what people, logs or programs get to see, whatever goes wrong."""

import io
import logging
import socket
import traceback
from collections.abc import Callable

import pytest
from pytest_httpserver import HTTPServer

from loaders.apis.client import Answer, ApiError, Client, Manners
from metrics.words import Message

TOKEN, PASSWORD, CURSOR = "tok-9f8e7d6c", "pass-1a2b3c4d", "cursor-5e6f7a8b"
HIDDEN = (TOKEN, PASSWORD, CURSOR)
HOST = "matomo.waterstad.example"


@pytest.fixture
def log() -> object:
    """Everything that anyone logs, down to the last detail."""
    text = io.StringIO()
    handler = logging.StreamHandler(text)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield text
    root.removeHandler(handler)
    root.setLevel(level)


def everything(error: BaseException) -> str:
    """All texts of an error and of those that it comes from."""
    told = ["".join(traceback.format_exception(error))]
    todo: list[BaseException | None] = [error]
    while todo:
        found = todo.pop()
        if found is not None:
            told += [str(found), repr(found), repr(found.args), repr(vars(found))]
            todo += [found.__cause__, found.__context__]
    return "\n".join(told)


def close(line: socket.socket) -> None:
    line.close()


ANSWERS: dict[str, Callable[[socket.socket], None]] = {
    "hangs up": close,
    "is no HTTP": lambda line: line.sendall(b"nonsense\r\n\r\n"),
    "has bad headers": lambda line: line.sendall(b"HTTP/1.1 200 OK\r\n: x\r\nno header\r\nContent-Length: 0\r\n\r\n"),
    "refuses": lambda line: line.sendall(b"HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n"),
    "is slow": lambda line: line.recv(1) and None,
    "moves": lambda line: line.sendall(
        f"HTTP/1.1 302 F\r\nLocation: https://x.example/?k={TOKEN}\r\nContent-Length: 0\r\n\r\n".encode()
    ),
    "moves to a secret": lambda line: line.sendall(
        f"HTTP/1.1 302 F\r\nLocation: https://{TOKEN}.example/\r\nContent-Length: 0\r\n\r\n".encode()
    ),
    "is no data": lambda line: line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"),
    "lies about gzip": lambda line: line.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain"
    ),
    "lies about chunks": lambda line: line.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
}


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_error_and_no_log_tells_a_secret(serve, waits, log: io.StringIO, name: str, method: str) -> None:
    served = serve(ANSWERS[name])
    client = Client(served.host, Manners(timeout=0.3), clock=waits.clock)
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with pytest.raises(ApiError) as caught:
        if method == "get":
            client.get("/api", {"cursor": CURSOR}, headers=headers)
        else:
            client.post(f"/api?cursor={CURSOR}", form={"token_auth": PASSWORD}, headers=headers)
    told = everything(caught.value) + log.getvalue() + repr(client)
    assert [secret for secret in HIDDEN if secret in told] == []
    assert served.host in str(caught.value)


def test_nothing_leaks_where_no_server_is(resolver, log: io.StringIO, waits) -> None:
    for host, found in ((HOST, []), (HOST, [("10.0.0.1", 443)]), ("127.0.0.1:1", []), ("not a name", [])):
        resolver.answers[HOST] = [found]
        with pytest.raises(ApiError) as caught:
            Client(host, clock=waits.clock).get("/api", {"cursor": CURSOR}, headers={"X-Goog-Api-Key": TOKEN})
        told = everything(caught.value) + log.getvalue()
        assert [secret for secret in HIDDEN if secret in told] == []


def test_a_token_that_cannot_be_sent_is_not_shown(log: io.StringIO) -> None:
    for bad in ("\r\nX: 1", "\x00", "€"):
        with pytest.raises(ApiError) as caught:
            Client("127.0.0.1:1").get("/api", headers={"Authorization": f"Bearer {TOKEN}{bad}"})
        assert TOKEN not in everything(caught.value) + log.getvalue()


def test_the_log_still_says_what_was_asked(httpserver: HTTPServer, log: io.StringIO) -> None:
    httpserver.expect_request("/api/v1").respond_with_json([])
    Client(f"127.0.0.1:{httpserver.port}").get("/api/v1", {"cursor": CURSOR})
    lines = [line for line in log.getvalue().splitlines() if '"GET /api/v1 HTTP' in line and "- -" not in line]
    assert len(lines) == 1


def test_an_answer_shows_its_status_only(httpserver: HTTPServer) -> None:
    """Graph's link to the next page holds the token."""
    httpserver.expect_request("/x").respond_with_json(
        {"next": f"https://x/?access_token={TOKEN}"}, headers={"X-Echo": TOKEN}
    )
    answer = Client(f"127.0.0.1:{httpserver.port}").get("/x")
    assert repr(answer) == "Answer(status=200)"


def test_a_server_that_repeats_a_secret(httpserver: HTTPServer) -> None:
    def explain(answer: Answer) -> ApiError:
        return ApiError("broken", Message("said", "It said: {words}", {"words": answer.data["message"]}))

    client = Client(f"127.0.0.1:{httpserver.port}", Manners(explain=explain))
    httpserver.expect_request("/x").respond_with_json({"message": f"token {PASSWORD} is unknown"})
    httpserver.expect_request("/y").respond_with_json({"message": "this token is unknown"})
    for given in ({"form": {"token_auth": PASSWORD}}, {"body": {"password": PASSWORD}}):
        with pytest.raises(ApiError) as caught:
            client.post("/x", **given)
        assert PASSWORD not in everything(caught.value)
    with pytest.raises(ApiError, match="this token is unknown"):
        client.post("/y", form={"token_auth": PASSWORD})
