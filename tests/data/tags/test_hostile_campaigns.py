"""Names of campaigns that are SQL, markup or formulas: from the file with visits to the page's table and its files."""

import csv
import io

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy import Engine, select

from components.campaigns.result_table import _raw as raw
from components.campaigns.result_table import _words as words
from components.download import as_csv
from components.spreadsheet import as_xlsx
from data.access import LOCAL_ADMINISTRATOR as ME
from data.errors import StoreError
from data.queries.campaigns import campaign_posts, campaign_visits, campaigns_seen
from data.schema import site, tag
from data.store import writing
from data.tags import add_tag, apply, preview, register_expectation, tags
from loaders.files import read_files
from loaders.importer import import_batch
from metrics.campaigns.evidence import Evidence
from metrics.campaigns.results import result
from metrics.campaigns.rules import Rules
from metrics.cells import FORMULA_STARTS
from tests.components.estimates import SOURCE
from tests.data.answering.messages import LATER
from tests.loaders.sample_batches import batch, emptied, load, post, registers

JUNE = 20_605
HEADER = ["Answerable: campaigns", "Website", "Date", "utm_source", "utm_medium", "utm_campaign", "Visits"]
NAMES = [
    *("=1+1", "+pool", "-pool", "=cmd|'/c calc'!a0", "'; drop table tag; --", "pool%' or '1'='1", "100%_full", "a\\b"),
    *(
        '"><script>alert(1)</script>',
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "**fat**",
        "zwémbad 🏊",
    ),
]


@pytest.fixture(autouse=True)
def _registers(store: Engine) -> None:
    registers(store)


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_campaign_is_counted_and_shown_as_text(store: Engine, name: str) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([HEADER, ["", "www.example.org", "2026-06-01", "", "", name, "7"]])
    (read,) = read_files([("visits.csv", text.getvalue().encode())])
    with store.connect() as connection:
        known = dict(connection.execute(select(site.c.host, site.c.id)).all())
    import_batch(store, ME, read, {}, sites=known, file_hash=name)
    id = add_tag(store, ME, name, "campaign", Rules(), utm_campaign=name, first_day=JUNE, last_day=JUNE + 1)
    register_expectation(store, ME, id, "visits", 5.0, name)
    (one,) = tags(store, ME)
    assert one.utm_campaign is not None and one.name == name
    rows = campaign_visits(store, ME, [one.utm_campaign])
    assert rows["visits"].tolist() == [7.0] and campaigns_seen(store, ME) == [one.utm_campaign]
    visits = dict(zip(rows["day"].tolist(), rows["visits"].tolist(), strict=True))
    found = result(one, Evidence(campaign_posts(store, ME, [id]), visits, (JUNE, JUNE + 1), JUNE + 1))
    assert found.verdict == "reached"
    shown = words([found]).to_csv()
    for live in ("<script", "<img", "](javascript", "**fat"):
        assert not any(piece[-1:] != "\\" for piece in shown.split(live)[:-1]), f"{live} is escaped"
    table = raw([found], "Europe/Amsterdam")
    lines = list(csv.reader(io.StringIO(as_csv(table, SOURCE, name).decode("utf-8-sig"))))
    assert not any(cell.startswith(FORMULA_STARTS) for line in lines for cell in line)
    book = load_workbook(io.BytesIO(as_xlsx([("Title", name)], [("Campaigns", table)])))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert cells and all(cell.data_type != "f" for cell in cells)
    assert not any(isinstance(cell.value, str) and cell.value.startswith(FORMULA_STARTS) for cell in cells)


_WORDS = st.one_of(st.sampled_from([*NAMES, "(", ".*", "a{2,}", "\\d", "水曜日", "zwem*"]), st.text(max_size=20))


@settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(st.lists(_WORDS, max_size=4), st.lists(_WORDS, min_size=1, max_size=4))
def test_rules_with_whatever_words_hold_what_the_preview_says(
    store: Engine, wanted: list[str], said: list[str]
) -> None:
    emptied(store)
    kept = [one.replace("\0", "").encode("utf-8", "ignore").decode() for one in said]
    load(store, batch([post(str(n), text=one) for n, one in enumerate(kept, 1)], exported_ts=LATER))
    try:
        id = add_tag(store, ME, "Pool", "other", Rules(words=tuple(wanted)))
    except StoreError as error:
        assert error.message.code.startswith("tag_word") and error.message.english()
        return
    apply(store, ME)
    (one,) = tags(store, ME)
    assert preview(store, ME, one.rules).n == len(campaign_posts(store, ME, [id]))
    with writing(store) as connection:
        assert Rules.read(connection.scalars(select(tag.c.rules)).one()) == one.rules
