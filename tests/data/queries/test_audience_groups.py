"""The newest figures of audiences: per account, dimension and metric, in the order of the file."""

import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import AccessDeniedError
from data.queries.audience_groups import audience_groups
from tests.data.queries.stored_figures import NOBODY, ROADS_ONLY, SEPTEMBER, only, statements
from tests.loaders.sample_batches import DAY, MONDAY, batch, group, load, registers


@pytest.fixture
def audiences(store: Engine) -> Engine:
    """Parking by country twice and by age once, green by country."""
    registers(store)
    countries = [group("NL", 60.0), group("BE", 39.0), group("NL", 0.6, "share"), group("BE", 0.4, "share")]
    load(store, batch(audience=countries, exported_ts=MONDAY))
    ages = [group("18-24", 3.0, dimension="age")]
    load(store, batch(audience=[*ages, group("AX", 9.0), group("NL", 70.0)], exported_ts=MONDAY + DAY))
    load(store, batch(audience=[group("DE", 5.0, account="green")], exported_ts=MONDAY - 9 * DAY))
    return store


def test_each_table_is_the_newest_one_of_its_account(audiences: Engine) -> None:
    found = audience_groups(audiences, ME, only(SEPTEMBER))
    table = found[(found["name"] == "parking") & (found["metric"] == "followers")]
    assert table[table["dimension"] == "country"][["label", "value"]].to_numpy().tolist() == [["AX", 9.0], ["NL", 70.0]]
    assert table[table["dimension"] == "age"]["label"].tolist() == ["18-24"]
    shares = found[found["metric"] == "share"]  # the newer export has none
    assert shares["label"].tolist() == ["NL", "BE"]
    assert set(shares["observed_ts"]) == {MONDAY}
    assert found["day"].isna().all()
    assert found[found["name"] == "green"][["account_id", "platform"]].to_numpy().tolist() == [[2, "x"]]


def test_filters_and_rights_cut_it(audiences: Engine) -> None:
    assert set(audience_groups(audiences, ME, only(SEPTEMBER, (2,)))["name"]) == {"green"}
    assert audience_groups(audiences, ME, only(SEPTEMBER, None, "facebook")).empty
    assert set(audience_groups(audiences, ROADS_ONLY, only(SEPTEMBER))["name"]) == {"parking"}
    with pytest.raises(AccessDeniedError):
        audience_groups(audiences, NOBODY, only(SEPTEMBER))


def test_one_statement(audiences: Engine) -> None:
    with statements(audiences) as sent:
        audience_groups(audiences, ME, only(SEPTEMBER))
    assert len(sent) == 1


def test_an_empty_store_gives_typed_columns(store: Engine) -> None:
    found = audience_groups(store, ME, only(SEPTEMBER))
    assert found.empty
    assert found.dtypes["value"] == "float64"
