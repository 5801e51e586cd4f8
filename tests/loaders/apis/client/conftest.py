"""Servers on real sockets, a resolver that says what a test wants, and a clock that does not wait."""

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import trustme

from loaders.apis.client.clock import Clock

Handle = Callable[[socket.socket], None]


@pytest.fixture(autouse=True)
def _on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ANSWERABLE_TEST_ORIGINS", "ANSWERABLE_ALLOWLIST", "ANSWERABLE_CA_BUNDLE", "ANSWERABLE_CONTACT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ANSWERABLE_TEST_LOOPBACK", "1")
    monkeypatch.setenv("ANSWERABLE_API_DELAY", "0")


@dataclass
class Waits:
    """The waits that were asked for; time goes by in them only."""

    seconds: list[float] = field(default_factory=list)
    time: float = 1_800_000_000.0

    def sleep(self, seconds: float) -> None:
        self.seconds.append(seconds)
        self.time += seconds

    @property
    def clock(self) -> Clock:
        return Clock(now=lambda: self.time, steady=lambda: self.time, sleep=self.sleep)


@pytest.fixture
def waits() -> Waits:
    return Waits()


@dataclass
class Served:
    port: int
    connections: int = 0

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"


@pytest.fixture
def serve() -> Iterator[Callable[..., Served]]:
    """A server that does with each connection what a function says, after it read the question."""
    running: list[socketserver.ThreadingTCPServer] = []

    def start(handle: Handle, trust: ssl.SSLContext | None = None) -> Served:
        class Connection(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                served.connections += 1
                try:
                    line = trust.wrap_socket(self.request, server_side=True) if trust else self.request
                    while question(line):
                        handle(line)
                except OSError:
                    pass  # the client went away, as it should

        server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Connection)
        server.daemon_threads = True
        server.block_on_close = False
        served = Served(server.server_address[1])
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        running.append(server)
        return served

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


def question(line: socket.socket) -> bytes:
    """What a client sent, up to the end of its headers; nothing when it hung up."""
    read = b""
    while not read.endswith(b"\r\n\r\n"):
        block = line.recv(65_536)
        if not block:
            return b""
        read += block
    return read


@dataclass
class Resolver:
    """Scripted answers for names: each look-up takes the next, the last one stays."""

    answers: dict[str, list[list[tuple[str, int]]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def resolver(monkeypatch: pytest.MonkeyPatch) -> Resolver:
    """A real hostile resolver is not to be had in a test; everything behind this one is real."""
    made = Resolver()
    real = socket.getaddrinfo

    def getaddrinfo(host: str, port: int, *rest: object, **named: object) -> object:
        if host not in made.answers:
            return real(host, port, *rest, **named)  # type: ignore[arg-type] # whatever was given
        made.asked.append(host)
        script = made.answers[host]
        found = script.pop(0) if len(script) > 1 else script[0]
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [
            (
                socket.AF_INET6 if ":" in address else socket.AF_INET,
                socket.SOCK_STREAM,
                6,
                "",
                (address, where, 0, 0) if ":" in address else (address, where),
            )
            for address, where in found
        ]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return made


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ssl.SSLContext]:
    """Certificates for names, of an authority that the organisation trusts."""
    bundle = tmp_path / "authorities.pem"
    authority.cert_pem.write_to_path(str(bundle))
    monkeypatch.setenv("ANSWERABLE_CA_BUNDLE", str(bundle))

    def certificate(name: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)
        return context

    return certificate


@pytest.fixture
def allow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """An administrator's list with this text."""

    def write(text: str) -> None:
        path = tmp_path / "allowed.yaml"
        path.write_text(text, encoding="utf-8")
        monkeypatch.setenv("ANSWERABLE_ALLOWLIST", str(path))

    return write
