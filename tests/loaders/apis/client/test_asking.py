"""What goes to a server and what comes back, when all is well and when its status says it is not."""

import gzip
import ssl
from collections.abc import Callable
from pathlib import Path

import pytest
import trustme
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from loaders.apis.client import Answer, ApiError, Client, Manners
from metrics.words import Message

HOST = "matomo.waterstad.example"
ONE = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]"


@pytest.fixture
def client(httpserver: HTTPServer, waits) -> Client:
    return Client(f"127.0.0.1:{httpserver.port}", clock=waits.clock)


def test_a_get(httpserver: HTTPServer, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_CONTACT", "data@waterstad.example\r\nX-Injected: 1")
    httpserver.expect_request("/api/v1/x", "GET").respond_with_json({"n": 1}, headers={"X-Total": "7"})
    answer = client.get("/api/v1/x", {"limit": 40, "of": "a b&c"}, headers={"X-Own": "yes"})
    assert (answer.status, answer.headers["x-total"], answer.data) == (200, "7", {"n": 1})
    sent = httpserver.log[0][0]
    assert sent.args.to_dict() == {"limit": "40", "of": "a b&c"}
    assert sent.headers["User-Agent"].startswith("Answerable/")
    assert sent.headers["User-Agent"].endswith("(+data@waterstad.exampleX-Injected:1)")
    assert (sent.headers["X-Own"], sent.headers["Accept"]) == ("yes", "application/json")
    assert sent.headers["Accept-Encoding"] == "gzip"
    assert client.requests == 1


def test_a_post_with_a_form_and_with_json(httpserver: HTTPServer, client: Client) -> None:
    httpserver.expect_request("/form", "POST").respond_with_json([])
    httpserver.expect_request("/json", "POST").respond_with_json([])
    client.post("/form", form={"token_auth": "0123456789", "n": 1})
    client.post("/json", body={"query": "{a}"})
    form, body = (request for request, _ in httpserver.log)
    assert form.form.to_dict() == {"token_auth": "0123456789", "n": "1"}
    assert body.json == {"query": "{a}"}


def test_an_empty_answer_has_no_data(httpserver: HTTPServer, client: Client) -> None:
    httpserver.expect_request("/x").respond_with_data("", 204)
    assert client.get("/x").data is None


def test_nothing_of_the_environment_is_used(
    httpserver: HTTPServer, client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password secret")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    httpserver.expect_request("/x").respond_with_json([], headers={"Set-Cookie": "tracked=1; Path=/"})
    client.get("/x")
    client.get("/x")
    assert len(httpserver.log) == 2
    for sent, _ in httpserver.log:
        assert "Authorization" not in sent.headers
        assert "Cookie" not in sent.headers


@pytest.mark.parametrize("encrypted", [False, True])
def test_one_connection_for_many_questions(serve, resolver, trusted, allow, encrypted: bool) -> None:
    served = serve(lambda line: line.sendall(ONE), trusted(HOST) if encrypted else None)
    allow(f"- {{host: {HOST}, cidr: 127.0.0.1/32}}")
    resolver.answers[HOST] = [[("127.0.0.1", served.port)]]
    client = Client(HOST if encrypted else served.host)
    for _ in range(20):
        assert client.get("/api").data == []
    assert (client.requests, served.connections) == (20, 1)


def test_the_next_address_where_one_is_out_of_reach(serve, resolver, trusted, allow) -> None:
    served = serve(lambda line: line.sendall(ONE), trusted(HOST))
    allow(f"- {{host: {HOST}, cidr: [127.0.0.1/32, '::1/128']}}")
    resolver.answers[HOST] = [[("::1", 9), ("127.0.0.1", 9), ("127.0.0.1", served.port)]]
    assert Client(HOST).get("/").data == []


def test_the_certificate_is_checked_on_the_name(serve, resolver, trusted, allow) -> None:
    names: list[str | None] = []
    trust = trusted("other.waterstad.example")
    trust.sni_callback = lambda _line, name, _trust: names.append(name)
    served = serve(lambda line: line.sendall(ONE), trust)
    allow(f"- {{host: {HOST}, cidr: 127.0.0.1/32}}")
    resolver.answers[HOST] = [[("127.0.0.1", served.port)]]
    with pytest.raises(ApiError, match=f"certificate of {HOST} is not valid for this name") as caught:
        Client(HOST).get("/")
    assert caught.value.message.code == "certificate"
    assert (names, served.connections) == ([HOST], 1)


def test_an_authority_that_nobody_knows(serve, resolver, trusted: Callable[..., object], allow) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(HOST).configure_cert(context)
    trusted(HOST)  # another authority is trusted
    served = serve(lambda line: line.sendall(ONE), context)
    allow(f"- {{host: {HOST}, cidr: 127.0.0.1/32}}")
    resolver.answers[HOST] = [[("127.0.0.1", served.port)]]
    with pytest.raises(ApiError) as caught:
        Client(HOST).get("/")
    assert caught.value.message.code == "certificate"


@pytest.mark.parametrize("content", [None, "", "no certificate"])
def test_a_list_of_authorities_that_cannot_be_read(
    resolver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str | None
) -> None:
    bundle = tmp_path / "own.pem"
    if content is not None:
        bundle.write_text(content)
    monkeypatch.setenv("ANSWERABLE_CA_BUNDLE", str(bundle))
    with pytest.raises(ApiError, match="certificates of your own authorities cannot be read"):
        Client(HOST).get("/")
    assert resolver.asked == []


@pytest.mark.parametrize(
    ("status", "headers", "kind", "words"),
    [
        (400, {}, "unavailable", "did not accept the question"),
        (401, {}, "broken", "only answers with a token"),
        (401, {"Authorization": "Bearer 0123456789"}, "broken", "does not accept the token"),
        (403, {"X-Goog-Api-Key": "0123456789"}, "broken", "does not accept the token"),
        (404, {}, "broken", "has nothing under this name"),
        (410, {}, "broken", "has nothing under this name"),
        (418, {}, "unavailable", "did not accept the question"),
        (422, {}, "unavailable", "did not accept the question"),
        (501, {}, "unavailable", "has a fault of its own"),
    ],
)
@pytest.mark.parametrize("html", [False, True])
def test_statuses_that_stay_as_they_are(
    httpserver: HTTPServer,
    client: Client,
    waits,
    status: int,
    headers: dict[str, str],
    kind: str,
    words: str,
    html: bool,
) -> None:
    body, media = ("<html>", "text/html") if html else ("{}", "application/json")
    httpserver.expect_request("/x").respond_with_data(body, status, content_type=media)
    with pytest.raises(ApiError, match=words) as caught:
        client.get("/x", headers=headers)
    assert (caught.value.kind, caught.value.status) == (kind, status)
    assert client.host in str(caught.value)
    assert (len(httpserver.log), waits.seconds) == (1, [])


def test_a_status_that_the_caller_accepts(httpserver: HTTPServer, client: Client) -> None:
    httpserver.expect_request("/json").respond_with_json({"error": "x"}, 404)
    httpserver.expect_request("/page").respond_with_data("<html>", 404, content_type="text/html")
    assert client.get("/json", accept={404}).data == {"error": "x"}
    assert client.get("/page", accept={404}).data is None


def test_what_a_platform_says_with_status_200(httpserver: HTTPServer) -> None:
    def explain(answer: Answer) -> ApiError | None:
        failed = isinstance(answer.data, dict) and answer.data.get("result") == "error"
        return ApiError("broken", Message("site", "There is no such site.")) if failed else None

    httpserver.expect_request("/x").respond_with_json({"result": "error"})
    with pytest.raises(ApiError, match="no such site"):
        Client(f"127.0.0.1:{httpserver.port}", Manners(explain=explain)).get("/x")


def test_explained_before_a_fault_is_tried_again(httpserver: HTTPServer, waits) -> None:
    manners = Manners(explain=lambda _: ApiError("broken", Message("cursor", "The place to go on is gone.")))
    httpserver.expect_request("/x").respond_with_json({"error": "InternalServerError"}, 500)
    with pytest.raises(ApiError, match="place to go on"):
        Client(f"127.0.0.1:{httpserver.port}", manners, clock=waits.clock).get("/x")
    assert len(httpserver.log) == 1


def test_the_switch_for_this_machine_is_off_by_default(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch, resolver
) -> None:
    origin = f"127.0.0.1:{httpserver.port}"
    httpserver.expect_request("/x").respond_with_json([])
    monkeypatch.setenv("ANSWERABLE_TEST_ORIGINS", f"graph.facebook.com=http://{origin}")
    resolver.answers["graph.facebook.com"] = [[("10.0.0.1", 443)]]
    for off in (None, "", "0", "true"):
        monkeypatch.setenv("ANSWERABLE_TEST_LOOPBACK", off) if off is not None else monkeypatch.delenv(
            "ANSWERABLE_TEST_LOOPBACK"
        )
        for host in (origin, origin.replace("127.0.0.1", "localhost"), "graph.facebook.com"):
            with pytest.raises(ApiError) as caught:
                Client(host).get("/x")
            assert caught.value.kind == "refused"
    assert httpserver.log == []
    monkeypatch.setenv("ANSWERABLE_TEST_LOOPBACK", "1")
    for host in (origin, origin.replace("127.0.0.1", "localhost"), "graph.facebook.com"):
        assert Client(host).get("/x").data == []


@pytest.mark.parametrize(
    "elsewhere",
    ["http://10.0.0.1:80", "https://evil.example", "http://127.0.0.1", "http://127.0.0.1:1@evil.example", "x"],
)
def test_the_switch_sends_nothing_elsewhere(monkeypatch: pytest.MonkeyPatch, resolver, elsewhere: str) -> None:
    monkeypatch.setenv("ANSWERABLE_TEST_ORIGINS", f"graph.facebook.com={elsewhere}")
    resolver.answers["graph.facebook.com"] = [[]]
    with pytest.raises(ApiError):
        Client("graph.facebook.com").get("/x")
    assert resolver.asked == ["graph.facebook.com"]


def test_other_answers_are_not_for_this_machine(monkeypatch: pytest.MonkeyPatch, resolver, serve) -> None:
    """The switch admits what is typed, not names that lead here."""
    served = serve(lambda line: line.sendall(ONE))
    resolver.answers[HOST] = [[("127.0.0.1", served.port)]]
    with pytest.raises(ApiError):
        Client(HOST).get("/x")
    assert served.connections == 0


def test_compressed_answers_are_read(httpserver: HTTPServer, client: Client) -> None:
    def packed(_request: Request) -> Response:
        return Response(
            gzip.compress(b'{"n": "a"}'), content_type="application/json", headers={"Content-Encoding": "gzip"}
        )

    httpserver.expect_request("/x").respond_with_handler(packed)
    assert client.get("/x").data == {"n": "a"}
