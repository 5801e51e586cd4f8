"""Groups of an audience: from the file on the data page to the page of the department."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.audience_card import SHOWN_GROUPS, as_numbers, in_words, sentence
from data.access import LOCAL_ADMINISTRATOR
from data.queries.audience_groups import audience_groups
from data.store import open_store
from metrics.audience_groups import disclosed
from tests.data.queries.stored_figures import SEPTEMBER, only
from tests.loaders.files.sample_exports import content
from tests.loaders.sample_batches import MONDAY, batch, group, load, post, registers

OpenPage = Callable[..., AppTest]
TITLE = "Who these accounts reach, as the platforms say"


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store with posts and an audience of Parking, and posts of Green."""
    address = f"sqlite:///{tmp_path / 'audience.db'}"
    store = open_store(address)
    registers(store)
    load(store, batch([post("1"), post("2", account="green")]))
    cities = [group(f"Town {n}", 100.0 - n, dimension="city") for n in range(SHOWN_GROUPS + 2)]
    ages = [
        group("18-24", 3.0, dimension="age"),
        group("25-34", 0.0, dimension="age"),
        group("35-44", 40.0, dimension="age"),
        group("65+ *old*", 200.0, dimension="age"),
        group("18-24", 0.01, "share", dimension="age"),
        group("65+ *old*", 0.8, "share", dimension="age"),
    ]
    load(store, batch(audience=[*cities, *ages, group("2026-06-29", 4.0, dimension="date")], exported_ts=MONDAY))
    store.dispose()
    return address


def headers(at: AppTest) -> list[str]:
    return [header.value for header in at.header]


def words(at: AppTest) -> str:
    return "\n".join(str(one.value) for kind in (at.markdown, at.caption) for one in kind)


def test_it_is_shown_for_one_department(open_page: OpenPage, url: str) -> None:
    at = open_page("departments", url=url, period="all", dept="1")
    assert not at.exception
    assert TITLE in headers(at)
    table = at.table[-1].value
    assert list(table.columns) == ["Group", "Followers", "Share", "Account", "Platform", "Date", "File of"]
    assert table["Followers"].tolist() == ["hidden", "0", "hidden", "200"]
    assert table["Share"].tolist() == ["hidden", "–", "–", "80%"]
    assert table["Group"].tolist()[-1] == r"65\+ \*old\*"
    assert set(table["File of"]) == {"29 June 2026"}
    said = words(at)
    assert r"The largest group of parking on X is **65\+ \*old\***. Followers: 200." in said
    assert "not the residents" in said
    assert "fewer than 5 people are hidden" in said


def test_what_the_groups_are_made_by_can_be_chosen(open_page: OpenPage, url: str) -> None:
    at = open_page("departments", url=url, period="all", dept="1", audience="city")
    assert at.selectbox(key="audience_box").options == ["Age", "City"]  # figures of days are no groups
    assert len(at.table[-1].value) == SHOWN_GROUPS
    assert "The CSV has all" in words(at)


def test_it_is_not_shown_for_several_departments_or_without_figures(open_page: OpenPage, url: str) -> None:
    assert TITLE not in headers(open_page("departments", url=url, period="all"))
    assert TITLE not in headers(open_page("departments", url=url, period="all", dept="2"))


def test_accounts_of_several_platforms_are_not_compared(url: str) -> None:
    store = open_store(url)
    load(store, batch(audience=[group("18-24", 0.4, "share", dimension="age", account="green")]))
    found = disclosed(audience_groups(store, LOCAL_ADMINISTRATOR, only(SEPTEMBER)))
    ages = found[found["dimension"] == "age"]
    assert sentence(ages) == "2 accounts have these figures; each stands on its own."
    assert in_words(ages)["Account"].tolist() == ["green", *["parking"] * 4]
    raw = as_numbers(ages).set_index(["Account", "Group", "Metric code"])
    assert raw.loc[("green", "18-24", "share"), "Value"] == 0.4
    hidden = raw.loc[("parking", "18-24", "followers")]
    assert hidden["Value"] != hidden["Value"]
    assert "fewer than 5" in hidden["Why there is no value"]
    assert set(raw["File of"]) >= {"2026-06-29"}


def test_the_data_page_asks_whose_it_is_and_loads_it(open_page: OpenPage, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'new.db'}"
    at = open_page("data", url=address)
    file = ("by_geography.csv", content("youtube/by_geography.csv"), "text/csv")
    at.file_uploader[0].set_value([file]).run()
    assert "Figures about the audience · 3 rows" in "\n".join(box.label for box in at.expander)
    assert at.table[-1].value["Group"].tolist()[:3] == ["NL", "NL", "BE"]
    for start, value in (("handle_", "waterstad"), ("new_department_", "Sport")):
        next(box for box in at.text_input if (box.key or "").startswith(start)).set_value(value).run()
    at.button(key="load_go").click().run()
    assert not at.exception
    assert at.success[0].value == "Done: 3 new rows."
    assert "left out" not in "\n".join(box.label for box in at.expander)
    assert len(audience_groups(open_store(address), LOCAL_ADMINISTRATOR, only(SEPTEMBER))) == 6
