"""The view Tone: counts and no percentage before people labelled, shares with an interval afterwards."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete
from streamlit.testing.v1 import AppTest

from data.access import LOCAL_ADMINISTRATOR as ME
from data.filters import Filters
from data.queries.coverage import span
from data.schema import label_round
from data.store import open_store, writing
from metrics.periods import Period
from tests.data import scored
from tests.data.answering.messages import asked
from tests.loaders.sample_batches import DAY, MONDAY, batch, load, post, registers
from tests.pages.test_answers_at_work import headers, words
from tests.stores import copy_of

OpenPage = Callable[..., AppTest]


@pytest.fixture(scope="module")
def city(stores: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """A demo city whose messages have tones that nobody checked."""
    url = copy_of(stores("demo"), tmp_path_factory.mktemp("city"))
    engine = open_store(url)
    with writing(engine) as connection:
        assert not connection.execute(delete(label_round).where(label_round.c.task == "none")).rowcount
    scored.score(engine)
    return url


@pytest.fixture
def own(city: str, tmp_path: Path) -> Engine:
    """The same, for a test that changes it."""
    return open_store(copy_of(city, tmp_path))


def everything(engine: Engine) -> Filters:
    found = span(engine, ME)
    assert found is not None
    return Filters(Period(*found))


def percentages(at: AppTest) -> list[str]:
    """Everything that the view says with a percentage in it."""
    return [text for text in words(at) if re.search(r"\d ?%", text)]


def view(open_page: OpenPage, url: str, **address: str) -> AppTest:
    at = open_page("conversation", url=url, view="tone", **({"period": "all"} | address))
    assert not at.exception
    return at


def test_before_labels_there_are_counts_and_no_percentage(open_page: OpenPage, city: str) -> None:
    at = view(open_page, city, which="positive")
    assert re.search(r"Machine count, not checked here: [\d,]+ of [\d,]+ messages were classed negative\.", headers(at))
    assert "Counted by the machine, not checked by people" in headers(at)
    assert "Positive: by department, counted by the machine" in headers(at)
    own_view = words(at)[words(at).index(next(text for text in words(at) if "Machine count" in text)) :]
    assert not [text for text in own_view if re.search(r"sound negative|share", text) and "%" in text]
    assert len(at.get("plotly_chart")) == 4
    assert any("nobody has labelled messages here" in one.value for one in at.info)


def test_after_labels_there_are_shares_with_an_interval(open_page: OpenPage, own: Engine) -> None:
    scored.label(own, everything(own))
    url = own.url.render_as_string()
    at = view(open_page, url)
    assert re.search(r"Between \d+% and \d+% of the messages sound negative, and between", headers(at))
    assert "Negative: by department, corrected by your labels" in headers(at)
    assert any(re.match(r"200 labels tell how often the machine is wrong here", text) for text in words(at))
    dutch = view(open_page, url, language="nl")
    assert not [text for text in words(dutch) if re.search(r"\{[a-z_]+\}", text)]


def test_too_few_labels_give_no_share(open_page: OpenPage, own: Engine) -> None:
    scored.label(own, everything(own), 60)
    at = view(open_page, own.url.render_as_string())
    assert "Machine count, not checked here" in headers(at)
    assert any("60 of 200 messages are labelled" in one.value for one in at.info)


def test_every_chart_has_a_table_and_small_groups_are_hidden(
    open_page: OpenPage, sqlite_store: Engine, sqlite_url: str
) -> None:
    registers(sqlite_store)
    comments = [asked(str(10 + n), n + 1, author=f"c{n}") for n in range(22)]
    load(sqlite_store, batch([post("1")], comments, exported_ts=MONDAY + 30 * DAY))
    scored.score(sqlite_store, lambda key: None if key % 7 == 0 else 1)
    at = view(open_page, sqlite_url)
    for one in ("tone-period", "tone-steps", "tone-platform", "tone-department"):
        at.session_state[f"table_{one}"] = True
    at.run()
    assert not at.exception
    tables = [str(one.value) for one in at.table]
    assert len(tables) == 4
    assert not re.search(r"(?<![\d])[1-4](?![\d])", tables[0].split("\n", 1)[1].replace("2026", "")), tables[0]


def test_messages_without_scores_are_said_to_have_none(
    open_page: OpenPage, sqlite_store: Engine, sqlite_url: str
) -> None:
    registers(sqlite_store)
    load(sqlite_store, batch([post("1")], [asked("10")], exported_ts=MONDAY + 30 * DAY))
    with writing(sqlite_store) as connection:
        for table in ("rollup_topic", "rollup_topic_month"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    at = view(open_page, sqlite_url)
    assert "There are no messages of citizens in this selection." in headers(at)
    scored.score(sqlite_store, lambda key: None)
    at = view(open_page, sqlite_url)
    assert "has a tone yet" in headers(at)


@pytest.mark.parametrize("state", ["empty", "one_row", "demo"])
def test_every_state_is_designed(open_page: OpenPage, state: str) -> None:
    assert not open_page("conversation", state=state, view="tone", period="all").exception
