"""Servers that mean harm, on real sockets: refused, bounded, and nothing sent where it should not go."""

import gzip
import json
import re
import socket
import ssl
import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer

from loaders.apis.client import Answer, ApiError, Client, Manners
from loaders.apis.client.reading import MOST_BYTES, MOST_LEVELS

HOST = "matomo.waterstad.example"
ONE = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]"
LAST = ONE.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
SHORT = Manners(delay=0, timeout=0.5)


def refusal(host: str, manners: Manners = SHORT) -> ApiError:
    with pytest.raises(ApiError) as caught:
        Client(host, manners).get("/api", {"cursor": "c"})
    return caught.value


def test_rebinding_reaches_only_what_was_checked(serve, resolver, trusted, allow) -> None:
    """The first answer of the resolver may be asked, the second is this machine in disguise."""

    def answer(line: socket.socket) -> None:
        line.sendall(LAST)
        line.close()

    outside = serve(answer, trusted(HOST))
    inside = serve(lambda line: line.sendall(ONE))
    allow(f"- {{host: {HOST}, cidr: 127.0.0.1/32}}")
    resolver.answers[HOST] = [[("127.0.0.1", outside.port)], [("::ffff:127.0.0.1", inside.port)]]
    client = Client(HOST, SHORT)
    assert client.get("/api").data == []
    assert resolver.asked == [HOST]  # looked up once, for check and connection together
    with pytest.raises(ApiError) as caught:
        client.get("/api")
    assert caught.value.kind == "refused"
    assert (outside.connections, inside.connections) == (1, 0)


@pytest.mark.parametrize("typed", ["2130706433", "0177.0.0.1", "0x7f.1", "[::ffff:127.0.0.1]", "::1"])
def test_this_machine_in_numbers(serve, typed: str) -> None:
    served = serve(lambda line: line.sendall(ONE))
    for host in (typed, f"{typed}:{served.port}"):
        assert refusal(host).kind == "refused"
    assert served.connections == 0


@pytest.mark.parametrize(
    ("location", "named"),
    [
        ("http://169.254.169.254/latest/meta-data/?t=hidden-in-query", None),
        ("https://social.nieuwstad.example/api?t=hidden-in-query", "social.nieuwstad.example"),
        ("https://me:hidden-in-query@social.nieuwstad.example/", "social.nieuwstad.example"),
        ("//[::1", None),
        ("/elsewhere?t=hidden-in-query", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(serve, location: str, named: str | None, status: int) -> None:
    head = f"HTTP/1.1 {status} Moved\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"
    served = serve(lambda line: line.sendall(head.encode()))
    error = refusal(served.host)
    assert (error.kind, error.message.code, error.status) == ("broken", "moved", status)
    assert error.message.values.get("target") == named
    assert "hidden-in-query" not in str(error)
    assert served.connections == 1


@pytest.mark.parametrize("status", [b"200 OK", b"302 Found\r\nLocation: /there", b"500 Broken"])
def test_a_gzip_bomb_is_not_unpacked(serve, status: bytes) -> None:
    bomb = gzip.compress(b" " * 100_000_000)
    head = HEAD.replace(b"200 OK", status) + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(bomb)
    served = serve(lambda line: line.sendall(head + bomb))
    tracemalloc.start()
    try:
        error = refusal(served.host, Manners(timeout=10))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert error.message.code == "too_large"
    assert peak < 3 * MOST_BYTES
    assert served.connections == 1


@pytest.mark.parametrize("packing", ["gzip, gzip", "br", "deflate", "zstd"])
def test_other_packing_than_was_asked_for(serve, packing: str) -> None:
    packed = gzip.compress(gzip.compress(b"[]"))
    head = HEAD + f"Content-Encoding: {packing}\r\nContent-Length: {len(packed)}\r\n\r\n".encode()
    assert refusal(serve(lambda line: line.sendall(head + packed)).host).message.code == "no_data"


def drip(head: bytes, drop: bytes, sent: list[int]) -> Callable[[socket.socket], None]:
    def handle(line: socket.socket) -> None:
        line.sendall(head)
        for _ in range(600):  # a minute, against a deadline of half a second
            line.sendall(drop)
            sent[0] += 1
            time.sleep(0.1)

    return handle


@pytest.mark.parametrize(
    ("head", "drop"),
    [
        (HEAD + b"Content-Length: 100000\r\n\r\n[", b" "),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
    ids=["body", "chunks", "size of a chunk", "status", "headers", "go on"],
)
@pytest.mark.parametrize("encrypted", [False, True])
def test_a_drip_does_not_beat_the_deadline(serve, resolver, trusted, allow, head, drop, encrypted: bool) -> None:
    sent = [0]
    served = serve(drip(head, drop, sent), trusted(HOST) if encrypted else None)
    allow(f"- {{host: {HOST}, cidr: 127.0.0.1/32}}")
    resolver.answers[HOST] = [[("127.0.0.1", served.port)]]
    error = refusal(HOST if encrypted else served.host)
    assert (error.kind, error.message.code) == ("unavailable", "no_answer")
    asked_until = time.monotonic() + 30
    while not served.connections and time.monotonic() < asked_until:
        time.sleep(0.05)  # on a busy machine the server notices its only caller after that one gave up
    assert served.connections == 1  # a slow server is not asked again at once
    assert sent[0] < 100


def test_a_server_that_says_nothing(serve) -> None:
    served = serve(lambda line: time.sleep(30))
    assert refusal(served.host).message.code == "no_answer"


def test_a_handshake_that_never_ends(resolver, allow) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        allow(f"- {{host: {HOST}, cidr: 127.0.0.1/32}}")
        resolver.answers[HOST] = [[("127.0.0.1", silent.getsockname()[1])]]
        assert refusal(HOST).message.code == "no_answer"


def test_a_resolver_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(30))
    assert refusal(HOST).message.code == "no_answer"


@pytest.mark.parametrize(
    ("head", "more"),
    [
        (HEAD + b"\r\n[", b"1," * 30_000),
        (HEAD + b"Content-Length: 99999999999\r\n\r\n", b" " * 60_000),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"ea60\r\n" + b" " * 60_000 + b"\r\n"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: " + b"a" * 60_000 + b"\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 2_000),
    ],
    ids=["body", "stated size", "chunks", "trailer", "go on"],
)
def test_an_answer_without_end(serve, head: bytes, more: bytes) -> None:
    sent = [0]

    def handle(line: socket.socket) -> None:
        line.sendall(head)
        for _ in range(2_000):  # 120 MB
            line.sendall(more)
            sent[0] += len(more)

    error = refusal(serve(handle).host, Manners(timeout=20))
    assert (error.kind, error.message.code) == ("unavailable", "too_large")
    assert error.message.values["megabytes"] == 5
    assert sent[0] < 40_000_000  # with what was under way


@pytest.mark.parametrize(
    "body",
    [
        b"[" * (MOST_LEVELS + 1) + b"]" * (MOST_LEVELS + 1),
        b"[" * 2_000_000,
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b"9" * 100_000 + b"x",
        b"[NaN]",
        b"\xff\xfe[",
        b"{",
    ],
)
def test_json_that_is_none(httpserver: HTTPServer, body: bytes) -> None:
    httpserver.expect_request("/api").respond_with_data(body, content_type="application/json")
    assert refusal(f"127.0.0.1:{httpserver.port}", Manners()).message.code == "no_data"


def test_numbers_that_no_store_holds_are_unknown(httpserver: HTTPServer) -> None:
    text = "[9223372036854775807, 9223372036854775808, -7, 1e999, 2.5, %s]" % ("9" * 5_000)
    httpserver.expect_request("/api").respond_with_data(text, content_type="application/json")
    assert Client(f"127.0.0.1:{httpserver.port}").get("/api").data == [2**63 - 1, None, -7, None, 2.5, None]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/html; charset=utf-8", "<!DOCTYPE html><p>Sign in"),
        ("application/json", "  <html></html>"),
        ("application/xhtml+xml", "x"),
        ("text/html", "[]"),
    ],
)
def test_a_web_page_is_no_data(httpserver: HTTPServer, kind: str, body: str) -> None:
    httpserver.expect_request("/api").respond_with_data(body, content_type=kind)
    error = refusal(f"127.0.0.1:{httpserver.port}")
    assert error.message.code == "web_page"
    assert "web page where data should be" in str(error)


@pytest.mark.parametrize("kind", ["text/plain", "image/png", "application/octet-stream"])
def test_other_kinds_are_no_data(httpserver: HTTPServer, kind: str) -> None:
    httpserver.expect_request("/api").respond_with_data("[1]", content_type=kind)
    assert refusal(f"127.0.0.1:{httpserver.port}").message.code == "no_data"


def test_a_next_link_to_another_host_gives_its_query_only(httpserver: HTTPServer, serve) -> None:
    elsewhere = serve(lambda line: line.sendall(ONE))
    link = f'<http://{elsewhere.host}/steal?max_id=7>; rel="next"'
    httpserver.expect_request("/api").respond_with_json([1], headers={"Link": link})
    client = Client(f"127.0.0.1:{httpserver.port}")
    query = client.get("/api", headers={"Authorization": "Bearer secret-of-ours"}).following()
    assert query == {"max_id": "7"}
    client.get("/api", query)
    assert elsewhere.connections == 0
    assert len(httpserver.log) == 2


@given(st.text() | st.text('<>[];,="/:?&%rel nxt', max_size=60))
@example('<http://[>; rel="next"')
def test_whatever_a_link_holds(header: str) -> None:
    query = Answer(200, {"link": header}, []).following()
    assert query is None or all(isinstance(value, str) for value in query.values())


@pytest.mark.parametrize("path", ["@127.0.0.1:{port}/x", ":80@127.0.0.1:{port}/", ".evil.example/", "api"])
def test_a_path_cannot_change_the_host(serve, path: str) -> None:
    served = serve(lambda line: line.sendall(ONE))
    with pytest.raises(ValueError, match="slash"):
        Client("127.0.0.1:1").get(path.format(port=served.port))
    assert served.connections == 0


@pytest.mark.parametrize("path", ["/\\@elsewhere", "//elsewhere/x", "/a b\r\nX-Injected: 1", "/../../x", "/%0d%0aX: 1"])
def test_a_path_stays_a_path(httpserver: HTTPServer, path: str) -> None:
    httpserver.expect_request(re.compile(".*")).respond_with_json([])
    with suppress(ApiError):
        Client(f"127.0.0.1:{httpserver.port}").get(path)
    for request, _ in httpserver.log:
        assert request.host == f"127.0.0.1:{httpserver.port}"
        assert "X-Injected" not in request.headers


@pytest.mark.parametrize("value", ["abc\r\nX-Injected: 1", "abc\nX: 1", "abc\x00", "sleutel€"])
def test_header_injection_by_a_token(httpserver: HTTPServer, value: str) -> None:
    httpserver.expect_request("/api").respond_with_json([])
    with pytest.raises(ApiError) as caught:
        Client(f"127.0.0.1:{httpserver.port}").get("/api", headers={"Authorization": f"Bearer {value}"})
    assert (caught.value.kind, caught.value.message.code) == ("broken", "unsendable")
    assert httpserver.log == []


@pytest.mark.parametrize(
    "host", ["social.waterstad.example\r\nX: 1", "social.waterstad.example\n", "127.0.0.1:80\r\nX: 1"]
)
def test_header_injection_by_a_name(host: str, resolver) -> None:
    assert refusal(host).kind == "refused"
    assert resolver.asked == []


def test_a_broken_off_answer_is_no_answer(serve, waits) -> None:
    def handle(line: socket.socket) -> None:
        line.sendall(HEAD + b"Content-Length: 50\r\n\r\n[1, 2")
        line.close()

    served = serve(handle)
    with pytest.raises(ApiError) as caught:
        Client(served.host, SHORT, clock=waits.clock).get("/api")
    assert caught.value.message.code == "out_of_reach"
    assert served.connections == len(waits.seconds) + 1 == 5


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1_1")
def test_old_tls_is_refused(serve, resolver, trusted, allow, waits) -> None:
    old = trusted(HOST)
    old.minimum_version = ssl.TLSVersion.TLSv1_1
    old.maximum_version = ssl.TLSVersion.TLSv1_1
    old.set_ciphers("ALL:@SECLEVEL=0")
    served = serve(lambda line: line.sendall(ONE), old)
    allow(f"- {{host: {HOST}, cidr: 127.0.0.1/32}}")
    resolver.answers[HOST] = [[("127.0.0.1", served.port)]]
    with pytest.raises(ApiError) as caught:
        Client(HOST, SHORT, clock=waits.clock).get("/api")
    assert caught.value.message.code == "out_of_reach"


def test_deep_but_sane_threads_are_read(httpserver: HTTPServer) -> None:
    value: list[object] = []
    for _ in range(MOST_LEVELS - 1):
        value = [value]
    httpserver.expect_request("/api").respond_with_data(json.dumps(value), content_type="application/json")
    assert Client(f"127.0.0.1:{httpserver.port}").get("/api").data == value
