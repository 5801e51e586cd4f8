"""Posts that exceed their range follow the posts: after imports, undos, deletions and new topics, never otherwise."""

import pandas as pd
import pytest
from sqlalchemy import Engine, delete, select, update

from data import topics
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import AccessDeniedError
from data.filters import Filters
from data.queries.practice import exceeding, judged
from data.registers import delete_account
from data.schema import post, standout
from data.scoring import score
from data.settings import Settings, write_settings
from data.standouts import fitted, forget, is_up_to_date, refresh
from data.standouts import posts as reading
from data.standouts.posts import window
from data.store import version, writing
from data.topics.seeding import raise_version
from data.undo import undo
from loaders.demo import remove
from metrics.expectation import STANDS_OUT
from metrics.periods import Period
from tests.data.queries.stored_figures import NOBODY, ROADS_ONLY, only
from tests.data.standouts.busy import HITS, busy, key, load_busy, standing_out
from tests.loaders.sample_batches import load, registers

ALL = Period(20_000, 21_500)


@pytest.fixture(autouse=True)
def _registers(store: Engine) -> None:
    registers(store)


def test_what_got_far_more_is_found_on_a_large_and_on_a_small_account(store: Engine) -> None:
    load_busy(store)
    assert refresh(store, ME)
    found = standing_out(store)
    best = sorted(found, key=lambda one: -found[one]["surprise"])[: len(HITS)]
    assert set(best) == {key(name) for name in HITS}, "before what chance brought"
    assert all(found[one]["surprise"] > STANDS_OUT for one in best)
    for row in found.values():
        assert row["low"] <= row["expected"] <= row["high"] < row["interactions"]
    small, large = found[key("1101")], found[key("1050")]
    assert small["interactions"] == 100 and large["interactions"] == 600
    assert small["expected"] < 15 < large["expected"]


def test_scoring_after_an_import_does_it(store: Engine) -> None:
    load_busy(store)
    assert not is_up_to_date(store, ME)
    score(store, ME)
    assert {key(name) for name in HITS} <= standing_out(store).keys()
    assert is_up_to_date(store, ME)


def test_a_fit_while_posts_wait_for_their_topics_is_not_the_last_one(store: Engine) -> None:
    some = busy()
    pools = some.posts.index % 8 == 0
    some.posts.loc[pools, "text"] = [f"The swimming pool is open, {n}" for n in some.posts.index[pools]]
    some.posts.loc[pools, "likes"] *= 8
    topics.ready(store)
    load(store, some)
    refresh(store, ME)
    before = standing_out(store)
    score(store, ME)
    found = standing_out(store)
    assert found != before and is_up_to_date(store, ME)
    with writing(store) as connection:
        forget(connection)
    refresh(store, ME)
    assert standing_out(store) == found


def test_nothing_is_done_while_nothing_changed(store: Engine) -> None:
    load_busy(store)
    assert refresh(store, ME)
    before, found = version(store), standing_out(store)
    assert not refresh(store, ME)
    assert version(store) == before
    with writing(store) as connection:
        raise_version(connection)
    assert refresh(store, ME), "topics may be others now"
    assert standing_out(store) == found


def test_another_time_zone_is_another_hour_and_so_judged_anew(store: Engine) -> None:
    load_busy(store)
    refresh(store, ME)
    write_settings(store, ME, Settings("Waterstad", time_zone="Pacific/Auckland"))
    assert not is_up_to_date(store, ME) and refresh(store, ME)
    with store.connect() as connection:
        pairs = select(standout.c.day, post.c.day).join(post, post.c.id == standout.c.post_id)
        assert all(one == other for one, other in connection.execute(pairs))


def test_a_demo_of_the_same_size_is_judged_after_one_that_went(store: Engine) -> None:
    load(store, busy(), is_demo=True)
    assert refresh(store, ME) and standing_out(store)
    remove(store, ME)
    assert fitted(store, ME) is None and not standing_out(store)
    load(store, busy(), is_demo=True)
    assert refresh(store, ME) and standing_out(store)


def test_an_undone_import_leaves_nothing(store: Engine) -> None:
    loaded = load_busy(store)
    refresh(store, ME)
    undo(store, ME, loaded.import_id or 0)
    assert exceeding(store, ME, only(ALL)).empty, "posts that are gone are not shown"
    assert refresh(store, ME)
    assert standing_out(store) == {}
    found = fitted(store, ME)
    assert found is not None and found.platforms == {}


def test_a_deleted_post_is_gone_at_once_and_cleaned_up(store: Engine) -> None:
    load_busy(store)
    refresh(store, ME)
    with writing(store) as connection:
        connection.execute(delete(post).where(post.c.id == key(HITS[0])))
    assert key(HITS[0]) not in exceeding(store, ME, only(ALL))["post_id"].tolist()
    assert refresh(store, ME)
    assert key(HITS[0]) not in standing_out(store)


def test_a_standout_whose_post_moved_is_not_lost_with_the_account_that_it_left(store: Engine) -> None:
    some = busy()
    some.account_days = some.account_days.head(0)
    load(store, some)
    refresh(store, ME)
    assert standing_out(store)[key(HITS[1])]["account_id"] == 2
    load(store, some, accounts={"parking": 1, "green": 1}, sites={})
    delete_account(store, ME, 2)
    assert standing_out(store)[key(HITS[1])]["account_id"] == 1
    assert not is_up_to_date(store, ME), "held against the audience of the other account"


def test_missing_counts_are_not_zero(store: Engine) -> None:
    load_busy(store, shares=None)
    refresh(store, ME)
    assert standing_out(store) == {}
    assert judged(store, ME, only(ALL))["n"].sum() == 0


def test_too_few_posts_are_not_judged(store: Engine) -> None:
    some = busy()
    some.posts = some.posts.head(40)
    load(store, some)
    assert refresh(store, ME)
    found = fitted(store, ME)
    assert standing_out(store) == {} and found is not None and found.platforms == {}


def test_an_empty_store_has_nothing_to_judge(store: Engine) -> None:
    assert fitted(store, ME) is None
    assert refresh(store, ME)
    found = fitted(store, ME)
    assert found is not None and found.platforms == {}


def test_replies_are_no_posts(store: Engine) -> None:
    load_busy(store)
    with writing(store) as connection:
        connection.execute(update(post).values(type="reply"))
    refresh(store, ME)
    assert standing_out(store) == {}


def test_a_sample_and_pages_give_the_same_posts(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    load_busy(store)
    with store.connect() as connection:
        here = window(connection)
        known = reading.followers(connection, here)
        whole = next(reading.pages(connection, here, known))
        parts = list(reading.pages(connection, here, known, at_once=30))
        assert len(parts) > 5
        joined = pd.concat(parts).sort_values("id").reset_index(drop=True)
        pd.testing.assert_frame_equal(joined, whole.sort_values("id").reset_index(drop=True))
        assert set(whole["followers"].dropna()) == {9_000.0, 700.0}
        monkeypatch.setattr(reading, "SAMPLE", 50)
        some = reading.sample(connection, here, "x", known)
        assert 20 < len(some) < 90
        assert set(some["id"]) < set(whole["id"])


def test_a_write_that_fails_leaves_what_was_known(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    load_busy(store)
    refresh(store, ME)
    before = standing_out(store)
    load(store, busy(hits=("1002",)))
    monkeypatch.setattr("data.standouts.refreshing.remember", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        refresh(store, ME)
    assert standing_out(store) == before
    monkeypatch.undo()
    assert refresh(store, ME)
    assert standing_out(store).keys() != before.keys()


def test_only_one_s_own_departments_are_read(store: Engine) -> None:
    load_busy(store)
    refresh(store, ME)
    assert set(exceeding(store, ROADS_ONLY, only(ALL))["department_id"]) == {1}
    assert set(exceeding(store, ME, only(ALL, departments=(2,)))["department_id"]) == {2}
    assert exceeding(store, ME, Filters(ALL, platforms=("facebook",))).empty
    for ask in (exceeding, judged):
        with pytest.raises(AccessDeniedError):
            ask(store, NOBODY, only(ALL))
    with pytest.raises(AccessDeniedError):
        refresh(store, NOBODY)
