"""The page Campaigns and tags: adding, looking before saving, expecting, tagging by hand, and what is hostile."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert
from streamlit.testing.v1 import AppTest

from data.access import LOCAL_ADMINISTRATOR as ME
from data.schema import site_day
from data.store import open_store, writing
from data.tags import add_tag, apply, members, register_expectation, tags, take_out
from metrics.campaigns.rules import Rules
from metrics.campaigns.utm import metric_of
from pages import _jobs
from tests.loaders.sample_batches import DAY, MONDAY, batch, load, post, registers

OpenPage = Callable[..., AppTest]
HOSTILE = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) **fat**"
FIRST = 20_633


@pytest.fixture
def store(tmp_path: Path) -> Engine:
    made = open_store(f"sqlite:///{tmp_path / 'campaigns.db'}")
    registers(made)
    many = [
        post(str(n), text=f"Zwembad {n} {HOSTILE}", likes=n, comments=0, shares=0, published_ts=MONDAY + n * DAY)
        for n in range(1, 9)
    ]
    others = [
        post(str(n), text="Parkeren", likes=5, comments=n % 3, shares=0, published_ts=MONDAY + n % 9 * DAY)
        for n in range(20, 60)
    ]
    load(made, batch([*many, *others], exported_ts=MONDAY + 30 * DAY))
    return made


@pytest.fixture(autouse=True)
def _no_job_of_another_test() -> Iterator[None]:
    yield
    _jobs._jobs.clear()


def opened(open_page: OpenPage, store: Engine, language: str = "en", **address: str) -> AppTest:
    at = open_page("campaigns", url=str(store.url), language=language, **address)
    assert not at.exception
    return at


def press(at: AppTest, ending: str) -> AppTest:
    buttons = (*at.button, *at.get("form_submit_button"))
    at = next(one for one in buttons if (one.key or "").endswith(ending)).click().run()
    assert not at.exception
    deadline = time.monotonic() + 60
    while _jobs.running():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return at


def said(at: AppTest) -> str:
    kinds = (at.markdown, at.header, at.subheader, at.error, at.success, at.info, at.warning, at.caption)
    return "\n".join(str(one.value) for kind in kinds for one in kind)


def fill(at: AppTest, **values: str) -> AppTest:
    for ending, value in values.items():
        every = (*at.text_input, *at.text_area)
        next(one for one in every if (one.key or "").endswith(f"_{ending}")).set_value(value)
    return at


def test_a_campaign_is_looked_at_added_and_its_posts_found(open_page: OpenPage, store: Engine) -> None:
    at = opened(open_page, store)
    assert "No campaign is described yet" in said(at) and "No tags yet" in said(at)
    fill(at, name=HOSTILE[:70], first="2026-06-29", last="2026-07-20", utm="Pool", words="zwembad, #zwemmen")
    at = press(at, "_look")
    assert "It would hold 8 posts now" in said(at) and tags(store, ME) == []
    at = press(at, "_go")
    (one,) = tags(store, ME)
    assert (one.name, one.utm_campaign, one.first_day) == (HOSTILE[:70].strip(), "pool", FIRST)
    assert one.rules == Rules(words=("zwembad", "#zwemmen"), first_day=FIRST, last_day=FIRST + 21)
    assert len(members(store, ME, one.id)) == 8
    for tag in ("all", str(one.id)):
        shown = said(opened(open_page, store, "nl", tag=tag))
        assert not re.search(r"(?<!\\)<img|(?<!\\)\]\(javascript|(?<!\\)\*\*fat", shown)


def test_a_mistake_is_said_and_what_was_typed_stays(open_page: OpenPage, store: Engine) -> None:
    at = fill(opened(open_page, store), name="Pool", first="in June", words="zwembad")
    at = press(at, "_go")
    assert "year-month-day" in at.error[0].value and tags(store, ME) == []
    at = press(fill(at, first="2026-06-29", words="a"), "_go")
    assert "too short" in at.error[0].value
    assert next(one for one in at.text_input if one.key.endswith("_name")).value == "Pool"


def test_an_expectation_is_written_and_judged(open_page: OpenPage, store: Engine) -> None:
    rules = Rules(words=("zwembad",))
    pool = add_tag(store, ME, "Pool", "campaign", rules, utm_campaign="pool", first_day=FIRST, last_day=FIRST + 8)
    apply(store, ME)
    with writing(store) as connection:
        rows = [{"day": FIRST + n, "site_id": 1, "metric": metric_of("pool"), "value": 10.0} for n in range(9)]
        connection.execute(insert(site_day), rows)
    at = opened(open_page, store, tag=str(pool))
    assert "Nobody wrote down what was expected" in said(at) and "told as written afterwards" in said(at)
    assert "Its posts do not clearly differ" in said(at) or "than usual" in said(at)
    next(one for one in at.selectbox if one.key.endswith("_measure")).set_value("visits")
    at.number_input[0].set_value(80.0)
    at = press(at, "_go")
    assert tags(store, ME)[0].is_registered
    shown = said(opened(open_page, store, tag=str(pool)))
    assert "Reached" in shown and "90 visits came with its links; at least 80 were expected" in shown
    assert "Written afterwards" in shown and "caused" not in shown
    assert "Expected. Visits that came with its links: at least 80." in shown.replace("*", ""), "one colon"
    at = opened(open_page, store)
    assert "The one campaign that can be judged did what was expected" in said(at)
    assert at.table[0].value["Visits"].tolist() == ["90"]


def test_posts_are_put_in_and_taken_out_by_hand(open_page: OpenPage, store: Engine) -> None:
    pool = add_tag(store, ME, "Pool", "other", Rules(words=("zwembad",)))
    apply(store, ME)
    newest = int(members(store, ME, pool)["id"].iloc[0])
    at = press(opened(open_page, store, tag=str(pool)), f"out_{pool}_{newest}")
    how = members(store, ME, pool).set_index("id")["how"]
    assert how[newest] == "not" and "1 post taken out by hand" in [one.label for one in at.run().expander]
    at = opened(open_page, store, tag=str(pool), post_words="parkeren")
    key = next(one.key for one in at.button if (one.key or "").startswith(f"in_{pool}_"))
    press(at, key)
    assert (members(store, ME, pool)["how"] == "hand").sum() == 1
    press(opened(open_page, store, tag=str(pool)), f"nothing_{pool}_{newest}")
    assert members(store, ME, pool).set_index("id")["how"][newest] == "rule"


def test_a_locked_tag_keeps_its_days_and_one_without_lock_goes(open_page: OpenPage, store: Engine) -> None:
    pool = add_tag(store, ME, "Pool", "campaign", Rules(words=("zwembad",)), first_day=FIRST, last_day=FIRST + 8)
    register_expectation(store, ME, pool, "reach", 80.0, HOSTILE)
    at = opened(open_page, store, tag=str(pool))
    assert not any((one.key or "").startswith("remove_") for one in at.button)
    assert not any((one.key or "").endswith("_words") for one in at.text_area), "the rule is locked too"
    assert "added by hand" not in said(at)
    press(fill(at, name="Pools"), "_go")
    one = tags(store, ME)[0]
    assert (one.name, one.first_day, one.expected, one.rules.words) == ("Pools", FIRST, 80.0, ("zwembad",))
    apply(store, ME)
    take_out(store, ME, pool, members(store, ME, pool)["id"].tolist()[:2])
    shown = said(opened(open_page, store, tag=str(pool)))
    assert "Posts added by hand since the expectation was written: 0; taken out by hand: 2; in it now: 6" in shown
    other = add_tag(store, ME, "Other", "other", Rules())
    press(opened(open_page, store, tag=str(other)), f"remove_{other}")
    assert [one.name for one in tags(store, ME)] == ["Pools"]


def test_a_tag_whose_posts_were_not_all_found_says_so(open_page: OpenPage, store: Engine) -> None:
    pool = add_tag(store, ME, "Pool", "other", Rules(words=("zwembad",)))
    at = opened(open_page, store, tag=str(pool))
    assert "Not all posts were held against its rule" in said(at)
    next(one for one in at.button if one.label == "Find its posts").click().run()
    deadline = time.monotonic() + 60
    while _jobs.running():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert "Not all posts" not in said(opened(open_page, store, tag=str(pool)))
    assert len(members(store, ME, pool)) == 8
