"""What signals rest on: daily counts, and the days that imports cover."""

from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.filters import Filters
from data.queries.signal_series import covered, daily_topics, daily_volume
from metrics.periods import Period
from tests.data.answering.messages import LATER, answer, asked
from tests.data.queries.stored_figures import (
    PARKS_X,
    ROADS_FACEBOOK,
    ROADS_X,
    SEPTEMBER,
    only,
    organise,
    put_topic,
)
from tests.loaders.sample_batches import MONDAY, batch, load, post, registers

WASTE, PARKING = 7, 9
_SECONDS = 86_400


def test_messages_on_topics_add_up_over_the_accounts_that_are_asked_for(store: Engine) -> None:
    organise(store)
    put_topic(store, SEPTEMBER.first, ROADS_X, WASTE, messages=2, complaints=1)
    put_topic(store, SEPTEMBER.first, PARKS_X, WASTE, messages=4, complaints=2)
    put_topic(store, SEPTEMBER.first, ROADS_FACEBOOK, WASTE, messages=1000)
    put_topic(store, SEPTEMBER.last, ROADS_X, PARKING, messages=8)
    put_topic(store, SEPTEMBER.last, ROADS_X, 0, messages=1000)
    put_topic(store, SEPTEMBER.last + 1, ROADS_X, PARKING, messages=1000)
    found = daily_topics(store, ME, only(SEPTEMBER), SEPTEMBER, (ROADS_X, PARKS_X))
    rows = sorted(found.itertuples(index=False, name=None))
    assert rows == [(WASTE, SEPTEMBER.first, 6, 3), (PARKING, SEPTEMBER.last, 8, 0)]


def test_covered_days_and_messages_of_an_import(store: Engine) -> None:
    registers(store)
    said = [asked("10"), answer("11", "10", 6), asked("12", 30)]
    load(store, batch([post("1")], said, exported_ts=LATER))
    first, last = MONDAY // _SECONDS, LATER // _SECONDS - 1
    everything = Filters(Period(first - 1, last + 1))
    found = covered(store, ME, everything)
    assert len(found) == 1
    assert (int(found["first"].iloc[0]), int(found["last"].iloc[0])) == (first, last)
    days = daily_volume(store, ME, everything, everything.period)
    assert int(days["messages"].sum()) == 2, "replies of the organisation are no messages of citizens"
