"""`python -m loaders connect`, `connections`, `connectors`, with made-up platforms that a real server answers for."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from sqlalchemy import Engine, insert

import loaders.apis
from data import connections
from data.access import LOCAL_ADMINISTRATOR as ME
from data.registers import accounts, add_account, add_department, departments, sites
from data.schema import sync_run
from data.settings import Settings, write_settings
from data.store import writing
from loaders.__main__ import main
from metrics.words import Message
from tests.loaders.apis.test_decidim import NEW, Decidim

FOLDER = Path(__file__).parent / "made_up_connectors"
SECRET = "not-a-real-token-0123456789-wxyz"
ACCOUNT = {"id": "u77", "handle": "waterstad", "title": "Gemeente Waterstad"}


@pytest.fixture(autouse=True)
def _platforms(monkeypatch: pytest.MonkeyPatch, sqlite_url: str, tmp_path: Path) -> Iterator[None]:
    """The made-up platforms are found the way that every platform is: as modules of the package."""
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setenv("ANSWERABLE_KEY_FILE", str(tmp_path / "key"))
    monkeypatch.setenv("ANSWERABLE_TEST_LOOPBACK", "1")
    monkeypatch.setattr(loaders.apis, "__path__", [*loaders.apis.__path__, str(FOLDER)])
    loaders.apis.connectors.cache_clear()
    yield
    loaders.apis.connectors.cache_clear()


@pytest.fixture
def server(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> HTTPServer:
    origin = httpserver.url_for("").rstrip("/")
    monkeypatch.setenv("ANSWERABLE_TEST_ORIGINS", f"api.turnstile.example={origin}")
    httpserver.expect_request("/who", query_string={"account": "waterstad"}).respond_with_json(ACCOUNT)
    httpserver.expect_request("/site", headers={"X-Key": SECRET}).respond_with_json({"title": "www.waterstad.example"})
    return httpserver


def townsquare(server: HTTPServer, *more: str) -> list[str]:
    where = ["--host", f"{server.host}:{server.port}"]
    return ["connect", "--connector", "townsquare", "--target", "@waterstad", "--department", "Parken", *where, *more]


def turnstile(*more: str) -> list[str]:
    return ["connect", "--connector", "turnstile", "--target", "7", "--department", "Parken", *more]


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_the_connectors_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["connectors"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "townsquare\tmastodon\taccount\tTownsquare" in lines
    assert "turnstile\twebsite\tsite\tTurnstile" in lines


def test_an_account_is_connected_with_what_it_needs(
    server: HTTPServer, sqlite_store: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, SECRET + "\n")
    asked = ["--texts", "--since", "2026-01-31", "--every", "60", "--secret-stdin", "--secret-until", "2099-01-31"]
    assert main(townsquare(server, *asked)) == 0
    (made,) = connections.listed(sqlite_store, ME)
    assert (made.name, made.connector, made.target, made.upstream_id) == (
        "Townsquare @waterstad",
        "townsquare",
        "@waterstad",
        "u77",
    )
    assert (made.texts, made.since, made.every_minutes) == (True, "2026-01-31", 60)
    assert (made.secret_end, made.secret_until) == ("wxyz", "2099-01-31")
    assert connections.secret_of(sqlite_store, made) == SECRET
    (account,) = accounts(sqlite_store, ME).to_dict("records")
    assert (account["id"], account["platform"], account["handle"]) == (made.account_id, "mastodon", "waterstad")
    assert (account["name"], account["department"]) == ("Gemeente Waterstad", "Parken")
    ((request, _),) = server.log
    assert request.headers["Authorization"] == f"Bearer {SECRET}"
    assert SECRET not in request.url
    said = capsys.readouterr()
    assert "“Townsquare @waterstad” is connected." in said.err
    assert SECRET not in said.err + said.out


def test_a_known_account_keeps_its_department(server: HTTPServer, sqlite_store: Engine) -> None:
    sport = add_department(sqlite_store, ME, "Sport")
    known = add_account(sqlite_store, ME, sport, "mastodon", "Waterstad")
    assert main(townsquare(server, "--name", "Town")) == 0
    assert connections.named(sqlite_store, ME, "Town").account_id == known
    assert departments(sqlite_store, ME)["name"].tolist() == ["Sport"]


def test_the_register_may_call_it_otherwise(server: HTTPServer, sqlite_store: Engine) -> None:
    assert main(townsquare(server, "--account", "@council")) == 0
    assert accounts(sqlite_store, ME)["handle"].tolist() == ["council"]


def test_a_secret_from_the_environment_is_used_and_not_kept(
    server: HTTPServer, sqlite_store: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANSWERABLE_SECRET_TOWNSQUARE__WATERSTAD", SECRET)
    assert main(townsquare(server)) == 0
    ((request, _),) = server.log
    assert request.headers["Authorization"] == f"Bearer {SECRET}"
    (made,) = connections.listed(sqlite_store, ME)
    assert made.secret_end is None
    monkeypatch.delenv("ANSWERABLE_SECRET_TOWNSQUARE__WATERSTAD")
    assert connections.secret_of(sqlite_store, made) == ""


def test_a_website_with_a_contract_and_a_budget(
    server: HTTPServer, sqlite_store: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, SECRET)
    assert main(turnstile("--budget", "50", "--secret-stdin")) == 1
    assert "forbid" in capsys.readouterr().err
    write_settings(sqlite_store, ME, Settings("Waterstad", x_enterprise_contract=True))
    assert main(turnstile("--budget", "50")) == 1
    assert "Check this: Key. Make one in Turnstile." in capsys.readouterr().err
    typed(monkeypatch, SECRET)
    assert main(turnstile("--secret-stdin")) == 1
    assert "how many US dollars" in capsys.readouterr().err
    typed(monkeypatch, SECRET)
    assert main(turnstile("--budget", "50", "--secret-stdin")) == 0
    (made,) = connections.listed(sqlite_store, ME)
    assert (made.name, made.budget, made.host) == ("Turnstile www.waterstad.example", 50.0, "")
    (site,) = sites(sqlite_store, ME).to_dict("records")
    assert (site["id"], site["host"]) == (made.site_id, "www.waterstad.example")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (["--connector", "nowhere"], "“nowhere” is not known. Connect one of these:"),
        (["--target", "no such place"], "Check this: Account. Write it like @waterstad."),
        (["--host", ""], "Say on which server it is"),
        (["--every", "1"], "every 5 to 44640 minutes"),
        (["--name", "../key"], "cannot be called"),
        (["--connector", "turnstile"], "forbid"),
    ],
)
def test_what_cannot_be_connected_is_told(
    server: HTTPServer,
    sqlite_store: Engine,
    capsys: pytest.CaptureFixture[str],
    changed: list[str],
    said: str,
) -> None:
    assert main(townsquare(server, *changed)) == 1
    assert said in capsys.readouterr().err
    assert connections.listed(sqlite_store, ME) == ()


def test_when_the_test_fails_nothing_is_stored(
    httpserver: HTTPServer,
    sqlite_store: Engine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    httpserver.expect_request("/who").respond_with_data(json.dumps({"error": "no"}), status=401)
    typed(monkeypatch, SECRET)
    assert main(townsquare(httpserver, "--secret-stdin")) == 1
    said = capsys.readouterr()
    assert "The server refuses the token." in said.err
    assert SECRET not in said.err + said.out
    assert connections.listed(sqlite_store, ME) == ()
    assert departments(sqlite_store, ME).empty


def test_a_second_of_the_same_name_is_refused_before_anything_is_made(
    server: HTTPServer, sqlite_store: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(townsquare(server)) == 0
    assert main(townsquare(server, "--department", "Sport", "--account", "other")) == 1
    assert "There is already a connection" in capsys.readouterr().err
    assert departments(sqlite_store, ME)["name"].tolist() == ["Parken"]


@pytest.mark.parametrize("lacking", ["--target", "--department"])
def test_a_call_without_what_is_needed_is_wrong(lacking: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["connect", "--connector", "townsquare", "--target", "@waterstad", "--department", "Parken"]
    at = arguments.index(lacking)
    assert main(arguments[:at] + arguments[at + 2 :]) == 2
    assert lacking in capsys.readouterr().err
    with pytest.raises(SystemExit) as wrong:
        main(["connect", "--pause", "A", "--resume", "A"])
    assert wrong.value.code == 2


def test_a_whole_platform_needs_no_account(httpserver: HTTPServer, sqlite_store: Engine) -> None:
    httpserver.expect_request("/api", method="POST").respond_with_handler(Decidim(NEW))
    where = ["--host", f"127.0.0.1:{httpserver.port}", "--account", "meedoen.waterstad.example"]
    assert main(["connect", "--connector", "decidim", "--department", "Participatie", *where]) == 0
    (made,) = connections.listed(sqlite_store, ME)
    assert (made.target, made.site_id) == ("", 1)


def test_connections_are_listed_paused_and_removed(
    server: HTTPServer, sqlite_store: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def listing() -> tuple[str, str]:
        capsys.readouterr()
        assert main(["connections"]) == 0
        said = capsys.readouterr()
        return said.out, said.err

    assert listing() == ("", "There are no connections. Make one: python -m loaders connect --help\n")
    assert main(["sync"]) == 0
    assert "There are no connections" in capsys.readouterr().err
    assert main(townsquare(server, "--name", "Town")) == 0
    assert listing() == ("Town\ttownsquare\tactive\t-\tnow\n", "")
    (made,) = connections.listed(sqlite_store, ME)
    counts = ("fetched", "inserted", "updated", "unchanged", "deleted", "requests", "quota", "cost")
    for started in (1_790_000_000, 1_790_003_600):
        values = dict.fromkeys(counts, 0) | {"connection_id": made.id, "started_ts": started, "alive_ts": started}
        values |= {"status": "done", "threads": "[]", "report": "{}", "problems": "[]", "who": "jo"}
        with writing(sqlite_store) as connection:
            connection.execute(insert(sync_run).values(values))
    connections.change(sqlite_store, ME, made.id, next_ts=1_790_090_000)
    assert listing()[0] == "Town\ttownsquare\tactive\t2026-09-21T15:13:20Z\t2026-09-22T15:13:20Z\n"
    assert main(["connect", "--pause", "town"]) == 0
    assert listing()[0] == "Town\ttownsquare\tpaused\t2026-09-21T15:13:20Z\t-\n"
    assert main(["sync"]) == main(["sync", "--json"]) == 0
    nobody = "Nobody is asked now: every connection is paused, or waits for its platform.\n"
    assert capsys.readouterr() == ("[]\n", nobody)
    problem = Message("dead", "The token is dead.")
    connections.change(sqlite_store, ME, made.id, status="broken", problem=problem, secret_until="2026-01-01")
    out, err = listing()
    assert "\tbroken\t" in out
    assert err.startswith("Town: The token is dead.\nTown: The secret of “Town” ended on 2026-01-01.")
    typed(monkeypatch, SECRET)
    assert main(["connect", "--replace-secret", "Town"]) == 0
    assert listing()[0].endswith("\tnow\n")
    made = connections.one(sqlite_store, ME, made.id)
    assert (made.secret_end, made.secret_until) == ("wxyz", None)
    assert main(["connect", "--pause", "Town"]) == main(["connect", "--resume", "Town"]) == 0
    assert listing()[0].endswith("\tnow\n")
    assert main(["connect", "--remove", "Town"]) == 0
    assert listing()[0] == ""
    assert main(["connect", "--remove", "Town"]) == 1
    assert "There is no connection called “Town”." in capsys.readouterr().err
