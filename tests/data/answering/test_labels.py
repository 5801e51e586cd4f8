"""What people say that a message is counts at once and stays; a random sample measures the rules."""

from typing import Any

import pytest
from sqlalchemy import Engine, select

from data import answering
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.answering.labels import checked, label
from data.errors import StoreError
from data.filters import Filters
from data.queries.work_list import sample, waiting_list
from data.schema import comment, conversation, rollup_answer
from data.staging import workbench
from data.store import write_transaction
from data.undo import undo
from metrics.needs_reply.checked import check
from metrics.periods import Period
from tests.data.answering.test_refresh import LATER, answer, asked
from tests.loaders.sample_batches import MONDAY, batch, load, post, registers

EVERYTHING = Filters(Period(20_000, 21_000))
PRAISE = "Wat een mooie foto"


@pytest.fixture(autouse=True)
def _registers(store: Engine) -> None:
    registers(store)


def load_both(store: Engine, file: str = "a file") -> Any:
    """A question that was never answered, and praise."""
    rows = [asked("10"), asked("11", 2, text=PRAISE), answer("12", "11", 3)]
    return load(store, batch([post("1")], rows, exported_ts=LATER), file)


def keys(store: Engine) -> dict[str, tuple[int, int]]:
    with store.connect() as connection:
        rows = connection.execute(select(comment.c.external_id, comment.c.post_id, comment.c.id)).all()
    return {name: (post_id, number) for name, post_id, number in rows}


def counted(store: Engine) -> tuple[int, int, int]:
    """Conversations, and asked and waiting by the rollup."""
    with store.connect() as connection:
        n = len(connection.execute(select(conversation.c.id)).all())
        sums = connection.execute(select(rollup_answer.c.asked, rollup_answer.c.waiting)).all()
    return n, sum(row.asked for row in sums), sum(row.waiting for row in sums)


def test_a_correction_counts_at_once(store: Engine) -> None:
    load_both(store)
    assert counted(store) == (1, 1, 1)
    label(store, ME, *keys(store)["10"], "thanks")
    assert counted(store) == (0, 0, 0)
    label(store, ME, *keys(store)["11"], "complaint")
    assert counted(store) == (1, 1, 0), "it has an answer"


def test_a_correction_outlives_its_import_and_the_rules(store: Engine) -> None:
    loaded = load_both(store)
    label(store, ME, *keys(store)["10"], "thanks")
    undo(store, ME, loaded.import_id or 0)
    load_both(store, "the same again")
    assert counted(store)[0] == 0
    with workbench(store) as connection, write_transaction(connection):
        answering.rebuild(connection)
    assert counted(store)[0] == 0


def test_only_what_was_drawn_measures_the_rules(store: Engine) -> None:
    load_both(store)
    label(store, ME, *keys(store)["10"], "thanks")
    label(store, ME, *keys(store)["11"], "opinion", drawn=True)
    label(store, ME, *keys(store)["11"], "complaint")
    labels = checked(store, ME)
    assert labels[["drawn", "intent", "n"]].to_numpy().tolist() == [[False, "thanks", 1], [True, "complaint", 1]]
    found = check(labels[labels["drawn"]])
    assert (found.n, found.recall.k, found.recall.n, found.precision.n) == (1, 0, 1, 0)


def test_refusals(store: Engine) -> None:
    load_both(store)
    known = keys(store)
    with pytest.raises(StoreError, match="no kind of message"):
        label(store, ME, *known["10"], "nonsense")
    with pytest.raises(StoreError, match="no longer there"):
        label(store, ME, *known["12"], "question")  # the organisation's own words
    with pytest.raises(StoreError, match="no longer there"):
        label(store, Access("head", "administrator", frozenset({2})), *known["10"], "thanks")
    for task in (
        lambda: label(store, Access("guest", "guest"), *known["10"], "thanks"),
        lambda: waiting_list(store, Access("guest", "guest"), EVERYTHING, newest_first=True, first=0, rows=9),
        lambda: sample(store, Access("guest", "guest"), EVERYTHING, 9),
    ):
        with pytest.raises(AccessDeniedError):
            task()
    assert counted(store)[0] == 1


def test_the_work_list_has_who_waits_in_order(store: Engine) -> None:
    mail = "Mijn adres is jan@example.org, wanneer komen jullie?"
    rows = [
        asked("10", 5),
        asked("11", 1, text=mail),
        asked("12", 3),
        answer("13", "12", 4),
        asked("14", 2, text=PRAISE),
    ]
    load(store, batch([post("1")], rows, exported_ts=LATER))
    newest = waiting_list(store, ME, EVERYTHING, newest_first=True, first=0, rows=9)
    assert newest["asked_ts"].tolist() == [MONDAY + 5 * 3600, MONDAY + 3600]
    assert newest["permalink"].tolist() == ["https://x.example/1"] * 2
    assert (newest["until_ts"] == LATER).all() and not newest["noticed"].any()
    assert "jan@example.org" not in newest["text"].iloc[1], "contact data are masked"
    oldest = waiting_list(store, ME, EVERYTHING, newest_first=False, first=1, rows=1)
    assert oldest["id"].tolist() == newest["id"].tolist()[:1]
    elsewhere = Access("head", "administrator", frozenset({2}))
    assert waiting_list(store, elsewhere, EVERYTHING, newest_first=True, first=0, rows=9).empty


def test_the_sample_goes_on_with_what_nobody_checked(store: Engine) -> None:
    load(store, batch([post("1")], [asked(str(n), text=f"Bericht {n}") for n in range(10, 30)], exported_ts=LATER))
    first = sample(store, ME, EVERYTHING, 5)
    for post_id, number in zip(first["post_id"].tolist(), first["id"].tolist(), strict=True):
        label(store, ME, post_id, number, "opinion", drawn=True)
    then = sample(store, ME, EVERYTHING, 30)
    assert len(then) == 15 and not set(then["id"]) & set(first["id"])
