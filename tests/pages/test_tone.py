"""The view Tone: counts and no percentage before people labelled, shares with an interval afterwards."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data.access import LOCAL_ADMINISTRATOR as ME
from data.filters import Filters
from data.queries.coverage import span
from data.store import writing
from metrics.periods import Period
from tests.data import scored
from tests.data.answering.messages import asked
from tests.loaders.sample_batches import DAY, MONDAY, batch, load, post, registers
from tests.pages.test_answers_at_work import headers, words

OpenPage = Callable[..., AppTest]


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


def test_before_labels_there_are_counts_and_no_percentage(open_page: OpenPage, unchecked_city: str) -> None:
    at = view(open_page, unchecked_city, which="positive")
    assert re.search(r"Machine count, not checked here: [\d,]+ of [\d,]+ messages were classed negative\.", headers(at))
    assert "Counted by the machine, not checked by people" in headers(at)
    assert "Positive: by department, counted by the machine" in headers(at)
    own_view = words(at)[words(at).index(next(text for text in words(at) if "Machine count" in text)) :]
    assert not [text for text in own_view if re.search(r"sound negative|share", text) and "%" in text]
    assert len(at.get("plotly_chart")) == 4
    assert any("nobody has labelled messages here" in one.value for one in at.info)


def test_after_labels_there_are_shares_with_an_interval(open_page: OpenPage, own_city: Engine) -> None:
    scored.label(own_city, everything(own_city))
    url = own_city.url.render_as_string()
    at = view(open_page, url)
    assert re.search(r"Between \d+% and \d+% of the messages sound negative, and between", headers(at))
    assert "Negative: by department, corrected by your labels" in headers(at)
    assert len(at.get("plotly_chart")) == 5
    assert any(re.match(r"200 labels tell how often the machine is wrong here", text) for text in words(at))
    dutch = view(open_page, url, language="nl")
    assert not [text for text in words(dutch) if re.search(r"\{[a-z_]+\}", text)]


def test_too_few_labels_give_no_share(open_page: OpenPage, own_city: Engine) -> None:
    scored.label(own_city, everything(own_city), 60)
    at = view(open_page, own_city.url.render_as_string())
    assert "Machine count, not checked here" in headers(at)
    assert any("60 of 200 messages are labelled" in one.value for one in at.info)


def test_every_chart_has_a_table_and_small_groups_are_hidden(
    open_page: OpenPage, sqlite_store: Engine, sqlite_url: str
) -> None:
    registers(sqlite_store)
    comments = [asked(str(10 + n), n + 1, author=f"c{n}") for n in range(22)]
    load(sqlite_store, batch([post("1")], comments, exported_ts=MONDAY + 30 * DAY))
    tones = iter([0] * 3 + [1] * 19)
    scored.score(sqlite_store, lambda _key: next(tones))
    at = view(open_page, sqlite_url)
    for one in ("tone-period", "tone-steps", "tone-platform", "tone-department"):
        at.session_state[f"table_{one}"] = True
    at.run()
    assert not at.exception
    tables = [one.value for one in at.table]
    assert len(tables) == 4
    cells = [str(cell) for table in tables for cell in table.to_numpy().ravel()]
    assert "hidden" in cells and not {"1", "2", "3", "4"} & set(cells)


def test_messages_without_scores_are_said_to_have_none(
    open_page: OpenPage, sqlite_store: Engine, sqlite_url: str
) -> None:
    registers(sqlite_store)
    comments = [asked(str(number)) for number in range(10, 20)]
    load(sqlite_store, batch([post("1")], comments, exported_ts=MONDAY + 30 * DAY))
    with writing(sqlite_store) as connection:
        for table in ("rollup_topic", "rollup_topic_month"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    at = view(open_page, sqlite_url)
    assert "There are no messages of citizens in this selection." in headers(at)
    scored.score(sqlite_store, lambda key: None)
    at = view(open_page, sqlite_url)
    assert "has a tone yet" in headers(at)


def test_where_the_machine_mixes_up_tones_only_the_sample_has_shares(open_page: OpenPage, own_city: Engine) -> None:
    scored.label(own_city, everything(own_city))
    scored.score(own_city, lambda key: key // 7 % 3)  # has nothing to do with what people said
    at = view(open_page, own_city.url.render_as_string())
    assert re.search(r"Between \d+% and \d+% of the messages sound negative", headers(at))
    assert "Shares of the messages that were sampled" in headers(at)
    assert "Negative: by department, counted by the machine" in headers(at)
    assert any("have counts only" in one.value for one in at.info)
    assert not any("nan" in text.lower() for text in words(at))


@pytest.mark.parametrize("state", ["empty", "one_row", "demo"])
def test_every_state_is_designed(open_page: OpenPage, state: str) -> None:
    assert not open_page("conversation", state=state, view="tone", period="all").exception
