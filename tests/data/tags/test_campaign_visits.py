"""Visits by campaign come in and go again, join their tag, and are never added to the visits of the website."""

from sqlalchemy import Engine, select

from data.access import LOCAL_ADMINISTRATOR as ME
from data.filters import Filters
from data.queries.campaigns import campaign_visits, campaigns_seen, days_with_campaigns
from data.queries.quality import site_days
from data.queries.sites import sites
from data.schema import site, site_day
from data.undo import undo
from loaders.files import read_files
from loaders.importer import import_batch
from metrics.periods import Period
from tests.loaders.sample_batches import contents, registers

JUNE = 20_605  # 2026-06-01
HEADER = "Answerable: campaigns,Website,Date,utm_source,utm_medium,utm_campaign,Visits\n"
HOSTILE = '"=HYPERLINK(""http://evil.example"")"'


def _load(store: Engine, *rows: str) -> int:
    (batch,) = read_files([("visits.csv", (HEADER + "".join(f",{row}\n" for row in rows)).encode())])
    with store.connect() as connection:
        known = dict(connection.execute(select(site.c.host, site.c.id)).all())
    loaded = import_batch(store, ME, batch, {}, sites=known, file_hash=repr(rows))
    assert loaded.import_id
    return loaded.import_id


def _visits(store: Engine, *names: str) -> dict[tuple[str, int], float]:
    rows = campaign_visits(store, ME, names)
    return {(name, day): visits for name, day, visits in rows.itertuples(index=False)}


def test_visits_come_in_by_day_and_go_with_an_undo(store: Engine) -> None:
    registers(store)
    before = contents(store)
    first = _load(
        store, "www.example.org,2026-06-01,fb,social,Pool-2026,5", "www.example.org,2026-06-01,x,social,pool-2026,2"
    )
    second = _load(store, "www.example.org,2026-06-01,,,pool-2026,9", f"www.example.org,2026-06-02,,,{HOSTILE},1")
    assert _visits(store, "pool-2026") == {("pool-2026", JUNE): 9.0}
    assert days_with_campaigns(store, ME) == [JUNE, JUNE + 1]
    assert campaigns_seen(store, ME) == ['=hyperlink("http://evil.example")', "pool-2026"]
    undo(store, ME, second)
    assert _visits(store, "pool-2026") == {("pool-2026", JUNE): 7.0}
    undo(store, ME, first)
    assert contents(store) == before and days_with_campaigns(store, ME) == []


def test_they_are_a_part_of_the_visits_and_no_figure_of_the_website(store: Engine) -> None:
    registers(store)
    _load(store, "www.example.org,2026-06-01,,,pool-2026,9", "www.example.org,2026-06-01,,,100%_full,3")
    asked = Filters(Period(JUNE - 5, JUNE + 5))
    assert sites(store, ME, asked, "window").empty
    assert site_days(store, ME, asked).empty  # a website is not covered by them
    with store.connect() as connection:
        assert len(connection.execute(select(site_day)).all()) == 2
    assert _visits(store, "100%_full", "nobody's") == {("100%_full", JUNE): 3.0}
