"""The page Good practice: the gallery, the candidates, the leave of a department, and the file."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import Engine, delete, func, select, update
from streamlit.testing.v1 import AppTest

from components.download import as_csv
from components.escape import plain
from components.practice.cards import Example, example_table
from components.source import Source
from data import practice
from data.access import LOCAL_ADMINISTRATOR as ME
from data.filters import Filters
from data.kept import keep
from data.queries.practice import exceeding
from data.schema import post, standout
from data.schema import practice as leave
from data.standouts import refresh
from data.store import open_store, writing
from loaders.demo.examples import MOST, add_examples, lesson_of
from loaders.demo.removal import remove
from metrics.expectation import examples
from metrics.periods import Period
from tests.pages.drawn import HOSTILE, said
from tests.stores import copy_of

OpenPage = Callable[..., AppTest]


def forget_decisions(store: Engine) -> None:
    with writing(store) as connection:
        connection.execute(delete(leave))


@pytest.fixture
def url(stores: Callable[[str], str], tmp_path: Path) -> str:
    """A demo city of one's own in which departments share three examples."""
    where = copy_of(stores("demo"), tmp_path)
    forget_decisions(open_store(where))
    assert add_examples(open_store(where), ME, date(2026, 9, 30)) == MOST
    return where


def lessons(url: str) -> list[str]:
    with open_store(url).connect() as connection:
        return list(connection.scalars(select(leave.c.lesson)))


def opened(open_page: OpenPage, url: str, **address: str) -> AppTest:
    at = open_page("practice", url=url, period="all", **address)
    assert not at.exception
    return at


def test_the_gallery_shows_what_departments_share(open_page: OpenPage, url: str) -> None:
    words = said(opened(open_page, url))
    assert "Departments share 3 examples" in words
    assert re.search(r"Of [\d,]+ posts, \d+ exceed their range; about \d+ would by chance", words)
    assert [words.count(f"What others can take from it: {one}") > 0 for one in lessons(url)] == [True] * MOST
    assert words.count("could be expected.") == 3
    assert "Shared with the leave of the department" in words


def test_the_lesson_fits_what_the_post_says(store: Engine) -> None:
    statement = select(post.c.text, leave.c.lesson).join_from(leave, post, post.c.id == leave.c.post_id)
    with store.connect() as connection:
        for text, lesson in connection.execute(statement):
            assert lesson == lesson_of(text)
    assert lesson_of("The bridge is closed until 3 May.") == "It says when. Nobody had to ask."
    assert lesson_of("Het nieuwe zwembad is mooi geworden.") == "Kort en gewoon geschreven. Eén bericht, één onderwerp."


def test_nobody_is_ranked(open_page: OpenPage, store: Engine, url: str) -> None:
    days = select(post.c.day).join(leave, leave.c.post_id == post.c.id).order_by(post.c.day.desc())
    with store.connect() as connection:
        newest_first = list(connection.scalars(days))
    assert len(set(newest_first)) > 1
    words = said(opened(open_page, url))
    years = [pd.Timestamp(found) for found in re.findall(r"day (\d+ \w+ 20\d\d)", words)]
    assert years[:3] == sorted(years[:3], reverse=True)
    assert not re.search(r"\b(best|top|rank|winner)\b", words, re.IGNORECASE)


def test_candidates_stand_by_department_and_ask_for_its_leave(open_page: OpenPage, store: Engine, url: str) -> None:
    at = opened(open_page, url, view="candidates")
    assert "What others can take" not in said(at) and not any(lesson in said(at) for lesson in lessons(url))
    forget_decisions(store)
    at.run()
    assert "Ask the department first" in said(at)
    names = [one.value for one in at.subheader]
    assert names == sorted(names, key=str.casefold) and len(names) >= 2


def open_first(at: AppTest, post_id: int) -> AppTest:
    at.session_state[f"decide_{post_id}_0_box"] = True
    return at.run()


def waiting(store: Engine) -> int:
    """Some candidate of the demo that nobody decided about: the newest of the first department."""
    found = examples(exceeding(store, ME, Filters(Period(0, 30_000))))
    found = found[found["status"].isna()].sort_values("department", key=lambda n: n.str.casefold(), kind="stable")
    return int(found["post_id"].iloc[0])


def test_a_department_shares_a_post_with_a_lesson(open_page: OpenPage, store: Engine, url: str) -> None:
    chosen = waiting(store)
    at = open_first(opened(open_page, url, view="candidates"), chosen)
    assert "with the leave of the department" in said(at)
    at.text_area[0].set_value(f"Ask one question. {HOSTILE}")
    at.button(key=f"decide_{chosen}_0_share").click().run()
    assert not at.exception and "The post is shared as an example." in said(at)
    with store.connect() as connection:
        row = connection.execute(select(leave).where(leave.c.post_id == chosen)).one()
    assert (row.status, row.lesson, row.who) == ("shared", f"Ask one question. {HOSTILE}", ME.who)
    at = opened(open_page, url)
    text = next(str(one.value) for one in at.info if "Ask one question" in one.value)
    assert plain(HOSTILE) in text


def test_a_lesson_is_needed(open_page: OpenPage, store: Engine, url: str) -> None:
    chosen = waiting(store)
    at = open_first(opened(open_page, url, view="candidates"), chosen)
    at.button(key=f"decide_{chosen}_0_share").click().run()
    assert "The lesson is empty" in said(at)


def test_a_post_is_kept_and_taken_back(open_page: OpenPage, store: Engine, url: str) -> None:
    chosen = waiting(store)
    at = open_first(opened(open_page, url, view="candidates"), chosen)
    at.button(key=f"decide_{chosen}_0_keep").click().run()
    assert "kept to the department itself" in said(at)
    at = opened(open_page, url, view="candidates", which="decided")
    at.button(key=f"back_{chosen}").click().run()
    assert "a candidate again" in said(at)
    with store.connect() as connection:
        assert connection.scalar(select(leave.c.status).where(leave.c.post_id == chosen)) is None


def test_the_filters_of_the_frame_count(open_page: OpenPage, url: str) -> None:
    everything = said(opened(open_page, url))
    some = said(opened(open_page, url, platform="mastodon"))
    assert re.findall(r"Of ([\d,]+) posts", everything) != re.findall(r"Of ([\d,]+) posts", some)


def test_before_anything_was_worked_out_there_is_a_button(open_page: OpenPage, store: Engine, url: str) -> None:
    with writing(store) as connection:
        connection.execute(delete(standout))
        keep(connection, "standouts", None)
    at = opened(open_page, url)
    assert "was not worked out yet" in said(at) and at.button(key="judge_now")
    refresh(store, ME)
    assert "was not worked out yet" not in said(at.run())


def test_after_a_change_the_examples_are_of_before(open_page: OpenPage, store: Engine, url: str) -> None:
    with writing(store) as connection:
        connection.execute(delete(post).where(post.c.id == waiting(store)))
    assert "Posts or topics changed since" in said(opened(open_page, url))


def test_none_shared_yet_says_what_to_do(open_page: OpenPage, store: Engine, url: str) -> None:
    forget_decisions(store)
    words = said(opened(open_page, url))
    assert "No department shares an example of this period yet." in words
    assert "Look at the candidates" in words


def test_one_post_is_too_few_to_judge(open_page: OpenPage) -> None:
    at = open_page("practice", state="one_row")
    assert "a platform needs 60 posts" in said(at)
    at = open_page("practice", state="one_row", view="candidates")
    assert "so there are no candidates" in said(at)


def test_only_links_to_the_web_are_links(open_page: OpenPage, store: Engine, url: str) -> None:
    with writing(store) as connection:
        connection.execute(update(post).values(permalink="javascript:alert(1)", text=HOSTILE))
    at = opened(open_page, url)
    assert not at.get("link_button")
    shown = [str(one.value) for one in at.markdown]
    assert shown.count(plain(HOSTILE)) == MOST and not any(HOSTILE in one for one in shown)


def test_the_table_and_the_file_say_the_same_and_run_nothing(open_page: OpenPage, url: str) -> None:
    one = Example(
        1, "=Roads", "@City", "x", 20_726, 2, "", HOSTILE, "javascript:x", 24, 6.1, 3, 11, "shared", "+1", "me", 1
    )

    table = example_table([one])
    raw = table.raw()
    assert raw.iloc[0][["Interactions", "Range from", "Range to", "Link"]].tolist() == [24, 3, 11, ""]
    text = as_csv(raw, Source("Waterstad", Period(1, 2)), "Examples").decode("utf-8-sig")
    assert "'=Roads" in text and "'=cmd()" in text and "'+1" in text
    assert table.words().iloc[0]["What it got"] == "24 interactions, where 3 to 11 could be expected."
    at = opened(open_page, url)
    at.session_state["table_practice_shared"] = True
    assert len(at.run().table) == 1


def test_the_demo_is_taken_out_with_its_examples(store: Engine) -> None:
    practice.keep_to_ourselves(store, ME, waiting(store))
    remove(store, ME)
    with store.connect() as connection:
        for table in (standout, leave):
            assert connection.scalar(select(func.count()).select_from(table)) == 0
