"""WCAG 2.2 AA on Campaigns and tags: the list, a campaign with its charts, its forms, and a search for posts."""

from collections.abc import Iterator

import pytest
from sqlalchemy import insert

from data.access import LOCAL_ADMINISTRATOR as ME
from data.schema import site_day
from data.store import open_store, writing
from data.tags import add_tag, apply, register_expectation
from metrics.campaigns.rules import Rules
from metrics.campaigns.utm import metric_of
from tests.browser.accessible import OTHERS_SLOW, SIZES, Reader, check_view, in_language
from tests.loaders.sample_batches import DAY, MONDAY, batch, load, post, registers
from tests.running_server import serve

FIRST = 20_633
VIEWS = ("campaigns", "campaigns?tag=1&post_words=parkeren", "campaigns?tag=2", "campaigns?tag=3")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with a campaign that was judged, one without an expectation, and paid posts."""
    folder = tmp_path_factory.mktemp("campaigns")
    url = f"sqlite:///{folder / 'campaigns.db'}"
    store = open_store(url)
    registers(store)
    counts = {"comments": 1, "shares": 0}
    pool = [post(str(n), text=f"Zwembad {n}", likes=9 * n, published_ts=MONDAY + n * DAY, **counts) for n in range(9)]
    rest = [post(str(n), text="Parkeren", likes=n % 7, published_ts=MONDAY, **counts) for n in range(20, 60)]
    load(store, batch([*pool, *rest], exported_ts=MONDAY + 30 * DAY))
    rules = Rules(words=("zwembad",))
    one = add_tag(store, ME, "Zwemmen", "campaign", rules, utm_campaign="pool", first_day=FIRST, last_day=FIRST + 8)
    with writing(store) as connection:
        rows = [{"day": FIRST + n, "site_id": 1, "metric": metric_of("pool"), "value": 7.0} for n in range(9)]
        connection.execute(insert(site_day), rows)
    register_expectation(store, ME, one, "visits", 100.0, "As last year")
    add_tag(store, ME, "Parkeren", "campaign", Rules(words=("parkeren",)), first_day=FIRST, last_day=FIRST + 8)
    add_tag(store, ME, "Betaald", "paid", Rules())
    apply(store, ME)
    with serve(url, folder) as address:
        yield address


@SIZES
@OTHERS_SLOW
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_of_campaigns(town: str, reader: Reader, view: str, language: str, size: tuple[int, int]) -> None:
    one = reader(size)
    check_view(one, in_language(f"{town}/{view}", language), size)
    assert one.page.get_by_role("heading", level=2).count(), "the section is drawn"
