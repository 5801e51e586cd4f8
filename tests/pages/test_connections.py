"""The page Connections: what it says of connections, what its buttons change, and when it asks a platform."""

import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from sqlalchemy import Engine, insert
from streamlit.testing.v1 import AppTest
from werkzeug import Request, Response

from data import connections
from data.access import LOCAL_ADMINISTRATOR as ME
from data.connections import New
from data.registers import accounts, add_account, add_department, departments, sites
from data.schema import sync_run
from data.settings import Settings, read_settings, write_settings
from data.store import writing
from metrics.words import Message
from pages import _jobs
from tests.loaders.apis.test_decidim import NEW, Decidim

OpenPage = Callable[..., AppTest]
HOSTILE = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) **fat**"
SECRET = "made-up-token-of-waterstad-9876"
HOUR = 3600


@pytest.fixture(autouse=True)
def loopback(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("ANSWERABLE_TEST_LOOPBACK", "1")
    monkeypatch.setenv("ANSWERABLE_KEY_FILE", str(tmp_path / "key"))  # where the page looks as well
    yield
    _jobs._jobs.clear()


class Town:
    """A Mastodon server of a made-up town: one account without posts, for those who have the token."""

    def __init__(self, server: HTTPServer) -> None:
        self.host = f"127.0.0.1:{server.port}"
        self.title = "Gemeente Waterstad"
        self.asked = 0
        server.expect_request(re.compile("/.*")).respond_with_handler(self._answer)

    def _answer(self, request: Request) -> Response:
        self.asked += 1
        if request.headers.get("Authorization") != f"Bearer {SECRET}":
            return _json({"error": "The access token is invalid"}, 401)
        if request.path.endswith("/statuses"):
            return _json([])
        return _json(
            {
                "id": "101",
                "username": "waterstad",
                "acct": "waterstad",
                "display_name": self.title,
                "url": "https://social.waterstad.example/@waterstad",
                "uri": "https://social.waterstad.example/users/waterstad",
                "followers_count": 40,
                "following_count": 2,
                "statuses_count": 0,
            }
        )


def _json(value: Any, status: int = 200) -> Response:
    return Response(json.dumps(value), status, content_type="application/json")


@pytest.fixture
def town(httpserver: HTTPServer) -> Town:
    return Town(httpserver)


def connect(store: Engine, handle: str = "waterstad", connector: str = "mastodon", **given: Any) -> int:
    """A connection that is stored without asking anybody."""
    known = departments(store, ME)["id"].tolist()
    department = known[0] if known else add_department(store, ME, "Communicatie")
    account = add_account(store, ME, department, connector, handle)
    values = {"name": f"{connector} {handle}", "host": "social.waterstad.example", "secret": SECRET} | given
    return connections.add(store, ME, New(connector, connector, target=handle, account_id=account, **values))


def ran(store: Engine, connection: int, hours_ago: float, **given: Any) -> None:
    """A run of a connection that ended some hours ago."""
    moment = int(time.time() - hours_ago * HOUR)
    values = {"status": "done", "fetched": 12, "inserted": 7, "quota": 0, "cost": 0.0, "problems": "[]"} | given
    zeros = dict.fromkeys(("updated", "unchanged", "deleted", "requests"), 0)
    with writing(store) as open_store:
        open_store.execute(
            insert(sync_run).values(
                connection_id=connection,
                started_ts=moment - 60,
                alive_ts=moment,
                ended_ts=moment,
                threads="[]",
                report="{}",
                who="Jo",
                **zeros,
                **values,
            )
        )


def said(at: AppTest) -> str:
    """Everything that the page says in words."""
    kinds = (at.title, at.header, at.subheader, at.markdown, at.caption, at.error, at.warning, at.info, at.success)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def finding(at: AppTest) -> str:
    """The sentence under the title."""
    return str(at.markdown[1].value)


def cells(at: AppTest) -> list[str]:
    """The cells of the table of connections."""
    return [str(cell) for cell in at.table[0].value.to_numpy().ravel()]


def opened(open_page: OpenPage, url: str, **address: str) -> AppTest:
    at = open_page("connections", url=url, **address)
    assert not at.exception
    return at


def press(at: AppTest, key: str) -> AppTest:
    """Press the button whose key ends so."""
    button = next(one for one in [*at.button, *at.form_submit_button] if str(one.key).endswith(key))
    assert not button.disabled
    at = button.click().run()
    assert not at.exception
    return at


def fill(at: AppTest, ending: str, value: str) -> None:
    next(one for one in at.text_input if str(one.key).endswith(ending)).set_value(value)


def choose(at: AppTest, platform: str) -> AppTest:
    at = next(one for one in at.selectbox if str(one.key).startswith("connection_platform")).set_value(platform).run()
    assert not at.exception
    return at


def finish(at: AppTest) -> AppTest:
    """Wait for the work in the background, then draw the page."""
    for _ in range(600):
        if not _jobs.running():
            return at.run()
        time.sleep(0.05)
    raise AssertionError("the work does not end")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_without_connections_exports_are_the_way_in(open_page: OpenPage, sqlite_url: str, language: str) -> None:
    at = opened(open_page, sqlite_url, language=language)
    assert not at.table
    if language == "en":
        assert "exports stay the main way in" in finding(at)
        assert "Nothing leaves this machine unless you add one" in finding(at)


def test_a_fresh_connection_is_said_to_be(open_page: OpenPage, sqlite_store: Engine, sqlite_url: str) -> None:
    number = connect(sqlite_store)
    ran(sqlite_store, number, 3)
    at = opened(open_page, sqlite_url)
    assert re.fullmatch(
        r"mastodon waterstad is fresh\. Its last run, on \d+ \w+ \d{4} \d\d:\d\d, fetched 12 rows\. "
        r"Next run: as soon as possible\.",
        finding(at),
    )
    row = cells(at)
    assert "Fresh" in row[1] and "12" in row
    assert ":small[Mastodon · waterstad" in row[0]
    assert SECRET not in said(at) and "**9876**" not in finding(at)
    assert any("ends in 9876" in one.value for one in at.markdown)


def test_several_fresh_ones_are_said_in_one_line(open_page: OpenPage, sqlite_store: Engine, sqlite_url: str) -> None:
    for name, hours in (("a", 3), ("b", 20)):
        ran(sqlite_store, connect(sqlite_store, name), hours)
    told = finding(opened(open_page, sqlite_url))
    assert told.startswith("All 2 connections are fresh. Their last runs fetched 24 rows, the oldest on ")


def test_those_that_need_a_person_come_first(open_page: OpenPage, sqlite_store: Engine, sqlite_url: str) -> None:
    fresh, late, broken, paused = (connect(sqlite_store, name) for name in ("a", "b", "c", "d"))
    ran(sqlite_store, fresh, 3)
    ran(sqlite_store, late, 24 * 5)
    problem = Message("token", "The key is not valid any more. Make a new one.")
    connections.change(sqlite_store, ME, broken, status="broken", problem=problem)
    connections.pause(sqlite_store, ME, paused)
    at = opened(open_page, sqlite_url)
    expected = "1 of 4 connections are fresh. mastodon c: The key is not valid any more. Make a new one."
    assert finding(at).replace("\\", "") == expected
    states = [re.sub(r"^:material/\w+: ", "", text).partition("  ")[0] for text in at.table[0].value["Status"]]
    assert states == ["Needs you", "Late", "Paused", "Fresh"]
    assert next(iter(at.table[0].value["Next run"])) == "none is planned"


def test_money_stands_beside_its_budget(open_page: OpenPage, sqlite_store: Engine, sqlite_url: str) -> None:
    number = connect(sqlite_store, connector="x", host="", budget=50.0)
    ran(sqlite_store, number, 0.01, cost=1.25)
    ran(sqlite_store, number, 24 * 40, cost=9.0)
    assert "US$ 1.25 of US$ 50.00 this month" in cells(opened(open_page, sqlite_url))


def test_names_from_outside_are_shown_as_text(
    open_page: OpenPage, sqlite_store: Engine, sqlite_url: str, town: Town
) -> None:
    hostile = HOSTILE.replace("/", "")
    number = connect(sqlite_store, name=hostile, host=town.host)
    told = json.dumps([{"code": "x", "text": "It says: {words}", "values": {"words": HOSTILE}}])
    ran(sqlite_store, number, 1, status="failed", problems=told)
    connections.change(
        sqlite_store, ME, number, status="broken", problem=Message("p", "It says: {words}", {"words": HOSTILE})
    )
    town.title = HOSTILE
    at = press(opened(open_page, sqlite_url), "connection_test")
    texts = [said(at), *(str(cell) for table in at.table for cell in table.value.to_numpy().ravel())]
    assert not [text for text in texts if re.search(r"(?<!\\)<img|(?<!\\)\[x\]|\*\*fat\*\*(?<!\\)", text)]
    assert any("\\<img" in text for text in texts)
    assert "Found: " in said(at)


def test_a_connection_is_tested_and_then_added(
    open_page: OpenPage, sqlite_store: Engine, sqlite_url: str, town: Town
) -> None:
    add_department(sqlite_store, ME, "Communicatie")
    at = choose(opened(open_page, sqlite_url), "mastodon")
    for title in ("What it gives", "What it does not give", "What it needs", "What its terms forbid"):
        assert title in said(at), "facts stand there before anything is typed"
    at = press(at, "_test")
    assert "Server: fill in the name of the server." in at.error[0].value
    fill(at, "_host", town.host)
    fill(at, "_account", "@waterstad")
    fill(at, "_secret", SECRET)
    assert town.asked == 0
    at = press(at, "_test")
    asked = town.asked
    assert asked > 0
    assert "Found: **Gemeente Waterstad** (waterstad" in at.success[0].value
    at = press(at, "_add")
    assert "Choose a department" in at.error[0].value and town.asked == asked
    next(one for one in at.selectbox if str(one.key).startswith("department_")).set_value(1)
    at.run()
    assert town.asked == asked, "a choice asks nobody"
    assert SECRET in repr(at.session_state), "or the look below would find nothing anyway"
    at = press(at, "_add")
    assert "is added" in at.success[0].value
    (made,) = connections.listed(sqlite_store, ME)
    assert (made.target, made.upstream_id, made.secret_end, made.texts) == ("@waterstad", "101", "9876", False)
    assert SECRET not in repr(at.session_state) and SECRET not in str(at.query_params)
    known = accounts(sqlite_store, ME)
    assert list(known["handle"]) == ["waterstad@social.waterstad.example"]
    assert list(known["name"]) == ["Gemeente Waterstad"]


def test_a_website_is_connected_without_an_account_and_a_secret(
    open_page: OpenPage, sqlite_store: Engine, sqlite_url: str, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/api", method="POST").respond_with_handler(Decidim(NEW))
    at = choose(opened(open_page, sqlite_url), "decidim")
    fill(at, "_host", f"127.0.0.1:{httpserver.port}")
    at = press(at, "_test")
    fill(at, "_site", "meedoen.waterstad.example")
    next(one for one in at.text_input if str(one.key).startswith("new_department")).set_value("Participatie")
    at = press(at, "_add")
    assert "is added" in at.success[0].value
    (made,) = connections.listed(sqlite_store, ME)
    assert (made.target, made.account_id, made.secret_end) == ("", None, None)
    known = sites(sqlite_store, ME)
    assert list(known[["host", "department"]].itertuples(index=False, name=None)) == [
        ("meedoen.waterstad.example", "Participatie")
    ]


def test_a_refused_test_is_a_sentence(open_page: OpenPage, sqlite_url: str, town: Town) -> None:
    at = choose(opened(open_page, sqlite_url), "mastodon")
    fill(at, "_host", town.host)
    fill(at, "_account", "waterstad")
    fill(at, "_secret", "another-token-of-somebody")
    at = press(at, "_test")
    assert len(at.error) == 1 and at.error[0].value
    assert "another" not in at.error[0].value
    assert not [one for one in at.button if str(one.key).endswith("_add")]


def test_x_is_off_until_there_is_a_contract(open_page: OpenPage, sqlite_store: Engine, sqlite_url: str) -> None:
    write_settings(sqlite_store, ME, Settings("Waterstad"))
    at = choose(opened(open_page, sqlite_url), "x")
    assert any("X is off" in one.value for one in at.warning)
    assert not [one for one in at.button if str(one.key).endswith("_test")]
    at.checkbox(key="contract_x_enterprise_contract_on").check()
    at = press(at, "contract_x_enterprise_contract_save")
    assert read_settings(sqlite_store, ME).x_enterprise_contract
    at = choose(at, "x")
    assert not at.warning
    assert [one for one in at.button if str(one.key).endswith("_test")]


def test_x_takes_a_budget_before_it_is_added(
    open_page: OpenPage, sqlite_store: Engine, sqlite_url: str, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANSWERABLE_TEST_ORIGINS", f"api.x.com=http://127.0.0.1:{httpserver.port}")
    user = {"id": "900", "username": "waterstad", "name": "Gemeente Waterstad", "public_metrics": {"tweet_count": 2}}
    httpserver.expect_request("/2/users/by").respond_with_json({"data": [user]})
    write_settings(sqlite_store, ME, Settings("Waterstad", x_enterprise_contract=True))
    add_account(sqlite_store, ME, add_department(sqlite_store, ME, "Communicatie"), "x", "waterstad")
    at = choose(opened(open_page, sqlite_url), "x")
    fill(at, "_account", "@waterstad")
    fill(at, "_secret", SECRET)
    at = press(at, "_test")
    owner = next(one for one in at.selectbox if str(one.key).endswith("_owner"))
    assert owner.value == 1, "the account of the register that is called so is chosen already"
    at = press(at, "_add")
    assert "how much it may cost in a month" in at.error[0].value and not connections.listed(sqlite_store, ME)
    next(one for one in at.number_input if str(one.key).endswith("_budget")).set_value(25.0)
    at = press(at, "_add")
    (made,) = connections.listed(sqlite_store, ME)
    assert (made.budget, made.account_id, made.upstream_id, made.name) == (25.0, 1, "900", "X @waterstad")


def test_a_switch_without_an_organisation_says_what_to_do(open_page: OpenPage, sqlite_url: str) -> None:
    at = choose(opened(open_page, sqlite_url), "x")
    at.checkbox(key="contract_x_enterprise_contract_on").check()
    at = press(at, "contract_x_enterprise_contract_save")
    assert "The organisation has no name" in at.error[0].value


def test_pause_and_go_on(open_page: OpenPage, sqlite_store: Engine, sqlite_url: str) -> None:
    number = connect(sqlite_store)
    at = press(opened(open_page, sqlite_url), "connection_pause")
    assert "is paused" in at.success[0].value
    assert connections.one(sqlite_store, ME, number).status == "paused"
    at = press(at, "connection_resume")
    assert connections.one(sqlite_store, ME, number).status == "active"


def test_removing_asks_first(open_page: OpenPage, sqlite_store: Engine, sqlite_url: str) -> None:
    connect(sqlite_store)
    at = press(opened(open_page, sqlite_url), "connection_remove")
    assert "What was fetched stays" in at.warning[0].value and "Loaded before" in at.warning[0].value
    at = press(at, "connection_remove_no")
    assert not at.warning and connections.listed(sqlite_store, ME)
    at = press(press(at, "connection_remove"), "connection_remove_yes")
    assert connections.listed(sqlite_store, ME) == ()
    assert "is removed" in at.success[0].value
    assert "exports stay the main way in" in said(at)


def test_what_it_fetches_can_be_changed(open_page: OpenPage, sqlite_store: Engine, sqlite_url: str) -> None:
    number = connect(sqlite_store)
    at = opened(open_page, sqlite_url)
    next(one for one in at.text_input if str(one.key).endswith("_since")).set_value("last year")
    at = press(at, "_go")
    assert "write year-month-day" in at.error[0].value
    next(one for one in at.text_input if str(one.key).endswith("_since")).set_value("2026-01-31")
    next(one for one in at.selectbox if str(one.key).endswith("_every")).set_value(60)
    next(one for one in at.checkbox if str(one.key).endswith("_texts")).check()
    press(at, "_go")
    changed = connections.one(sqlite_store, ME, number)
    assert (changed.since, changed.every_minutes, changed.texts) == ("2026-01-31", 60, True)


def test_a_secret_is_replaced_and_never_shown(open_page: OpenPage, sqlite_store: Engine, sqlite_url: str) -> None:
    number = connect(sqlite_store)
    at = opened(open_page, sqlite_url)
    field = next(one for one in at.text_input if str(one.key).startswith("secret_connection"))
    assert not field.value
    field.set_value("another-made-up-token-4321")
    at = press(at, f"secret_connection_{number}_0_go")
    changed = connections.one(sqlite_store, ME, number)
    assert changed.secret_end == "4321"
    assert "another-made-up" not in said(at)
    assert connections.secret_of(sqlite_store, changed) == "another-made-up-token-4321"


def test_a_run_in_the_background_tells_what_came_of_it(
    open_page: OpenPage, sqlite_store: Engine, sqlite_url: str, town: Town
) -> None:
    number = connect(sqlite_store, host=town.host)
    at = opened(open_page, sqlite_url)
    assert town.asked == 0, "opening the page asks nobody"
    at = finish(press(at, "connection_run"))
    assert "rows were fetched" in at.success[0].value
    assert "is fresh" in finding(at)
    (run,) = connections.runs(sqlite_store, ME, number)
    assert run.status == "done"
    runs = at.table[1].value
    assert "Done" in runs["What came of it"].iloc[0]


def test_a_run_that_fails_says_why_and_what_to_do(
    open_page: OpenPage, sqlite_store: Engine, sqlite_url: str, town: Town
) -> None:
    number = connect(sqlite_store, host=town.host, secret="a-token-that-was-withdrawn")
    at = finish(press(opened(open_page, sqlite_url), "connection_run"))
    assert len(at.error) == 1 and "reference" not in at.error[0].value
    problem = connections.one(sqlite_store, ME, number).problem
    assert problem is not None
    assert "is not fresh" in said(at)


def test_in_dutch_nothing_keeps_the_name_of_a_value(
    open_page: OpenPage, sqlite_store: Engine, sqlite_url: str, town: Town
) -> None:
    number = connect(sqlite_store, host=town.host)
    ran(sqlite_store, number, 24 * 9, status="failed")
    at = choose(opened(open_page, sqlite_url, language="nl"), "mastodon")
    assert not re.search(r"\{[a-z_]+\}", said(at))
