"""Patience: as long as a server says, else longer each time, and never hammering."""

import threading
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer

from loaders.apis.client import ApiError, Client, Manners, loopback
from loaders.apis.client.clock import Clock
from loaders.apis.client.turns import turn
from loaders.apis.client.waiting import told
from metrics.words import Message

ONE = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]"
NOW = 1_800_000_000
LATER = datetime.fromtimestamp(NOW + 40, UTC)


def asked_once_refused(httpserver: HTTPServer, status: int, headers: dict[str, str]) -> None:
    httpserver.expect_ordered_request("/x").respond_with_json({"error": "later"}, status, headers)
    httpserver.expect_ordered_request("/x").respond_with_json([1])


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "40"}, 40),
        ({"Retry-After": format_datetime(LATER, usegmt=True)}, 40),
        ({"X-Ratelimit-Remaining": "0", "X-Ratelimit-Reset": LATER.strftime("%Y-%m-%dT%H:%M:%S.000Z")}, 40),
        ({"RateLimit-Reset": str(NOW + 40), "RateLimit-Policy": "30;w=300"}, 40),
        ({"x-rate-limit-reset": str(NOW + 40)}, 40),
        ({"RateLimit-Reset": "40"}, 40),
        ({"Retry-After": "7", "x-rate-limit-reset": str(NOW + 40)}, 7),
        ({"Retry-After": "soon", "x-rate-limit-reset": str(NOW + 40)}, 40),
        ({"Retry-After": "900"}, 900),
    ],
)
def test_as_long_as_it_says(httpserver: HTTPServer, waits, status: int, headers: dict[str, str], seconds: int) -> None:
    asked_once_refused(httpserver, status, headers)
    client = Client(f"127.0.0.1:{httpserver.port}", clock=waits.clock)
    assert client.get("/x").data == [1]
    assert len(waits.seconds) == 1
    assert seconds <= waits.seconds[0] <= seconds + 1
    assert (client.requests, len(httpserver.log)) == (2, 2)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Retry-After": "0"},
        {"Retry-After": "-5"},
        {"Retry-After": "1e9"},
        {"Retry-After": "99999999999"},
        {"Retry-After": "Thu, 01 Jan 1970 00:00:00 GMT"},
        {"Retry-After": "nonsense"},
        {"X-RateLimit-Reset": "1970-01-01T00:00:00Z"},
        {"X-RateLimit-Reset": "2190-01-01T00:00:00Z"},
        {"RateLimit-Reset": str(NOW - 60)},
        {"x-rate-limit-reset": str(NOW * 1000)},
        {"x-rate-limit-reset": "٤٠"},
    ],
)
def test_a_time_that_cannot_be_meant_is_no_busy_loop(httpserver: HTTPServer, waits, headers: dict[str, str]) -> None:
    httpserver.expect_request("/x").respond_with_json(
        {}, 429, {k: v.encode().decode("latin-1") for k, v in headers.items()}
    )
    with pytest.raises(ApiError, match="was asked too often") as caught:
        Client(f"127.0.0.1:{httpserver.port}", clock=waits.clock).get("/x")
    assert (caught.value.kind, caught.value.until, caught.value.status) == ("unavailable", None, 429)
    assert len(httpserver.log) == 5
    assert len(waits.seconds) == 4
    for seconds, most in zip(waits.seconds, (2, 4, 8, 16), strict=True):
        assert 1 <= seconds <= most


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_faults_of_a_server_are_tried_again(httpserver: HTTPServer, waits, status: int) -> None:
    httpserver.expect_request("/x").respond_with_data("<html>", status, content_type="text/html")
    with pytest.raises(ApiError, match="fault of its own") as caught:
        Client(f"127.0.0.1:{httpserver.port}", clock=waits.clock).get("/x")
    assert (caught.value.kind, caught.value.status) == ("unavailable", status)
    assert (len(httpserver.log), len(waits.seconds)) == (5, 4)


def test_a_server_that_is_not_there(waits) -> None:
    with pytest.raises(ApiError, match=r"The connection with 127\.0\.0\.1:1 failed") as caught:
        Client("127.0.0.1:1", clock=waits.clock).get("/x")
    assert caught.value.kind == "unavailable"
    assert len(waits.seconds) == 4


def test_a_wait_that_is_too_long_is_for_another_run(httpserver: HTTPServer, waits) -> None:
    httpserver.expect_request("/x").respond_with_json({}, 429, {"Retry-After": "901"})
    with pytest.raises(ApiError) as caught:
        Client(f"127.0.0.1:{httpserver.port}", clock=waits.clock).get("/x")
    assert (caught.value.kind, caught.value.until) == ("parked", NOW + 901)
    assert (len(httpserver.log), waits.seconds) == (1, [])


def test_someone_who_looks_on_has_less_patience(httpserver: HTTPServer, waits) -> None:
    httpserver.expect_request("/x").respond_with_json({}, 429, {"Retry-After": "30"})
    with pytest.raises(ApiError) as caught:
        Client(f"127.0.0.1:{httpserver.port}", patience=10, clock=waits.clock).get("/x")
    assert (caught.value.kind, caught.value.until) == ("parked", NOW + 30)
    assert waits.seconds == []


def test_waited_five_times_for_nothing(httpserver: HTTPServer, waits) -> None:
    httpserver.expect_request("/x").respond_with_json({}, 429, {"Retry-After": "30"})
    with pytest.raises(ApiError) as caught:
        Client(f"127.0.0.1:{httpserver.port}", clock=waits.clock).get("/x")
    assert caught.value.kind == "parked"
    assert caught.value.until == round(waits.time + 30)
    assert len(httpserver.log) == 5


def test_what_a_platform_says_in_its_own_way(httpserver: HTTPServer, waits) -> None:
    """Meta says it with status 400."""
    throttled = Message("throttled", "Facebook asks for patience.")
    manners = Manners(
        wait=lambda answer: 60.0 if answer.status == 400 else None,
        explain=lambda answer: ApiError("parked", throttled) if answer.status == 400 else None,
    )
    httpserver.expect_ordered_request("/x").respond_with_json({"error": {"code": 4}}, 400)
    httpserver.expect_ordered_request("/x").respond_with_json([1])
    client = Client(f"127.0.0.1:{httpserver.port}", manners, clock=waits.clock)
    assert client.get("/x").data == [1]
    assert 60 <= waits.seconds[0] <= 61


def test_what_a_platform_says_in_its_own_way_to_the_end(httpserver: HTTPServer, waits) -> None:
    manners = Manners(wait=lambda _: 0, explain=lambda _: ApiError("unavailable", Message("t", "Facebook is tired.")))
    httpserver.expect_request("/x").respond_with_json({}, 400)
    with pytest.raises(ApiError, match="Facebook is tired") as caught:
        Client(f"127.0.0.1:{httpserver.port}", manners, clock=waits.clock).get("/x")
    assert caught.value.kind == "unavailable"
    assert len(httpserver.log) == 5
    assert all(seconds >= 1 for seconds in waits.seconds)


def test_a_platform_that_knows_no_better_does_not_keep_from_waiting(httpserver: HTTPServer, waits) -> None:
    asked_once_refused(httpserver, 429, {"Retry-After": "7"})
    odd = ApiError("unavailable", Message("odd", "Facebook answered with error 429."))
    manners = Manners(explain=lambda answer: odd if answer.status == 429 else None)
    Client(f"127.0.0.1:{httpserver.port}", manners, clock=waits.clock).get("/x")
    assert 7 <= waits.seconds[0] <= 8


def test_a_header_goes_before_the_platforms_own_rule(httpserver: HTTPServer, waits) -> None:
    asked_once_refused(httpserver, 429, {"x-rate-limit-reset": str(NOW + 40)})
    manners = Manners(wait=lambda answer: 60.0 if answer.status == 429 else None)
    Client(f"127.0.0.1:{httpserver.port}", manners, clock=waits.clock).get("/x")
    assert 40 <= waits.seconds[0] <= 41


@given(
    st.dictionaries(
        st.sampled_from(["retry-after", "ratelimit-reset", "x-ratelimit-reset", "x-rate-limit-reset"]),
        st.text(max_size=40) | st.integers().map(str) | st.datetimes().map(str) | st.floats().map(str),
    ),
    st.integers(0, 4_000_000_000),
)
def test_whatever_a_header_holds(headers: dict[str, str], now: int) -> None:
    seconds = told(headers, now)
    assert seconds is None or 0 < seconds <= 25 * 3_600


def test_a_while_between_two_requests(serve, waits, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANSWERABLE_API_DELAY")
    client = Client(serve(lambda line: line.sendall(ONE)).host, Manners(delay=0.3), clock=waits.clock)
    for _ in range(3):
        client.get("/x")
    assert waits.seconds[-2:] == pytest.approx([0.3, 0.3])  # the first may wait for a test before this one


def test_the_delay_is_replaced_in_tests_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_API_DELAY", "0")
    assert loopback.delay(0.3) == 0
    monkeypatch.setenv("ANSWERABLE_API_DELAY", "soon")
    assert loopback.delay(0.3) == 0.3
    monkeypatch.setenv("ANSWERABLE_API_DELAY", "0")
    monkeypatch.delenv("ANSWERABLE_TEST_LOOPBACK")
    assert loopback.delay(0.3) == 0.3


def test_one_at_a_time_for_each_host(serve) -> None:
    at_once = [0, 0]
    seen = threading.Lock()

    def handle(line) -> None:
        with seen:
            at_once[0] += 1
            at_once[1] = max(at_once)
        threading.Event().wait(0.01)
        with seen:
            at_once[0] -= 1
        line.sendall(ONE)

    host = serve(handle).host
    failed: list[BaseException] = []

    def ask() -> None:
        try:
            client = Client(host)
            for _ in range(5):
                client.get("/x")
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert at_once[1] == 1


def test_another_host_waits_for_no_one() -> None:
    with turn("a.example", 0, Clock()), turn("b.example", 0, Clock()):
        pass


def test_a_list_that_never_ends_is_left(serve, waits) -> None:
    client = Client(serve(lambda line: line.sendall(ONE)).host, Manners(), clock=waits.clock)
    client.get("/x")
    waits.time += 2 * 3600 + 1
    with pytest.raises(ApiError, match="2 hours") as raised:
        client.get("/x")
    assert (raised.value.kind, raised.value.message.code, client.requests) == ("unavailable", "long_run", 1)
