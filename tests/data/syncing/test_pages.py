"""Pages of a run come back as they were kept, without the key, and no row twice."""

import pandas as pd
from sqlalchemy import Engine, select

from data.incoming import Rows
from data.pseudonyms import secret_key
from data.schema import sync_page
from data.syncing.pages import Pages, pack, unpack
from loaders.importer import assigned_to, protected_rows
from tests.data.syncing.fetched import begin, connected, keep
from tests.loaders.sample_batches import ACCOUNTS, SITES, batch, comment, day_value, post


def test_rows_come_back_the_same(store: Engine) -> None:
    connected(store)
    visits = {"line": 2, "site": "www.example.org", "date": "2026-06-29", "metric": "visits", "value": 12.5}
    made = batch(
        [post("1", likes=3), post("2", text="")], [comment("a", mentions=["jan"])], [day_value("2026-06-29", 7)]
    )
    made.site_days = batch(site_days=[visits]).site_days
    rows = protected_rows(store, assigned_to(made, ACCOUNTS, SITES))
    packed = pack(rows)
    back = unpack(packed)
    assert (back.zone, back.key) == (rows.zone, secret_key())
    for name in ("posts", "comments", "account_days", "site_days"):
        one, other = getattr(rows, name), getattr(back, name)
        pd.testing.assert_frame_equal(*(frame.astype(object).where(frame.notna(), None) for frame in (one, other)))
    assert secret_key() not in packed
    assert b"jan" not in packed


def test_a_page_without_citizens_wants_no_key() -> None:
    back = unpack(pack(Rows("Europe/Amsterdam")))
    assert (back.zone, back.key, back.empty) == ("Europe/Amsterdam", None, True)


def test_what_stands_on_two_pages_is_taken_once(store: Engine) -> None:
    run = begin(connected(store))
    keep(store, run, 0, [post("1", likes=5), post("2")], [comment("a")])
    keep(store, run, 1, [post("2", likes=9), post("3")], [comment("a"), comment("b")])
    pages = Pages(store, run.id, "Europe/Amsterdam")
    found = list(pages)
    assert len(pages) == len(found) == 2
    assert [len(rows.posts) for rows in found] == [2, 1]
    assert [len(rows.comments) for rows in found] == [1, 1]
    assert [sorted(rows.posts["external_id"]) for rows in pages] == [["1", "2"], ["3"]]


def test_no_page_is_one_without_rows(store: Engine) -> None:
    run = begin(connected(store))
    assert [rows.empty for rows in Pages(store, run.id, "Europe/Amsterdam")] == [True]


def test_pages_hold_no_name_and_no_contact(store: Engine) -> None:
    run = begin(connected(store))
    keep(store, run, 0, [], [comment("a", author="jan_jansen", text="Bel mij: 06-12345678")])
    with store.connect() as connection:
        packed = bytes(connection.scalar(select(sync_page.c.rows)) or b"")
    rows = unpack(packed)
    assert "12345678" not in rows.comments["text"].iloc[0]
    assert rows.comments["author"].iloc[0] != "jan_jansen"
