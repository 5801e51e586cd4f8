"""Meta's audience files: groups below and beside each other, percentages of any country, and what is left out."""

import pytest

from loaders.files import read_files
from loaders.records import Batch
from tests.loaders.files.sample_exports import codes, sample


def groups(batch: Batch) -> dict[str, float]:
    frame = batch.audience
    return dict(zip(frame["label"], frame["value"].round(4), strict=True))


def blocks(text: str) -> list[Batch]:
    return read_files([("Audience.csv", text.encode("utf-16"))], {"platform": "facebook"})


def test_groups_beside_each_other_are_one_row() -> None:
    batch = sample("meta_page/Audience.csv")[1]
    assert groups(batch) == {
        "Waterstad, Nederland": 0.412,
        "Plassendam, Nederland": 0.079,
        "Havenmeer, Nederland": 0.02,
    }
    assert set(batch.audience["dimension"]) == {"city"}
    assert (batch.rows_read, batch.rows_kept, [r.row for r in batch.rejected]) == (1, 0, [13])


def test_ages_and_genders() -> None:
    batch = sample("meta_page/Audience.csv")[0]
    assert (batch.rows_read, len(batch.audience)) == (6, 12)
    assert groups(batch)["25-34, Women"] == 0.123
    assert set(batch.audience["metric"]) == {"share"}


def test_the_network_comes_from_daily_figures_in_the_same_file() -> None:
    batches = sample("meta_page/Audience.csv")
    assert {batch.platform for batch in batches} == {"facebook"}
    assert batches[-1].format == "meta_page_days"
    assert all(batch.questions == [] for batch in batches)


def test_a_score_is_not_a_share() -> None:
    batch = sample("meta_page/Audience.csv")[3]
    assert (batch.format, len(batch.audience), codes(batch)) == ("meta_audience", 0, {"meta_score"})


def test_decimal_commas_and_untranslated_keys() -> None:
    total, ages, cities, countries = sample("meta_page/Audience 2023.csv")
    assert groups(total) == {"Instagram followers": 1842}
    assert {batch.platform for batch in (total, ages, cities, countries)} == {"instagram"}
    assert groups(cities) == {"Waterstad": 0.214, "Plassendam": 0.095}
    assert groups(countries) == {"Paesi Bassi": 0.987}  # a block of one column


@pytest.mark.parametrize(
    ("title", "dimension"),
    [
        ("Principais cidades", "city"),
        ("Principales ciudades", "city"),
        ("Principales villes", "city"),
        ("Top cities", "city"),
        ("Principais países", "country"),
        ("Toplanden", "country"),
    ],
)
def test_titles_in_other_languages(title: str, dimension: str) -> None:
    (batch,) = blocks(f'sep=,\n"{title}"\n"A","B"\n"2,5%","70,2 %"\n')
    assert (set(batch.audience["dimension"]), groups(batch)) == ({dimension}, {"A": 0.025, "B": 0.702})


def test_groups_below_each_other() -> None:
    (batch,) = blocks('sep=,\n"Top cities"\n"City","FB_PAGE,FOLLOW,UNIQUE_USERS"\n"Waterstad","2.5%"\n"Elders","1%"\n')
    assert groups(batch) == {"Waterstad": 0.025, "Elders": 0.01}


def test_numbers_of_people_are_no_shares() -> None:
    (batch,) = blocks('sep=,\n"Top cities"\n"Waterstad","Elders"\n"1842","310"\n')
    assert (set(batch.audience["metric"]), groups(batch)) == ({"followers"}, {"Waterstad": 1842, "Elders": 310})


def test_kinds_of_content_are_recognised_and_left() -> None:
    batches = sample("meta_page/Top content formats.csv")
    assert [(b.format, b.rows_read, b.rows_kept) for b in batches] == [("meta_content_formats", 1, 0)] * 3
    assert all(codes(batch) == {"meta_content_formats"} for batch in batches)


def test_blocks_of_one_network_or_of_two() -> None:
    ages, cities = '"Age & gender"\n"","Women"\n"18-24","4"\n', '"Top cities"\n"Waterstad","Elders"\n"4","3"\n'
    one_network = read_files([("a.csv", f"sep=,\n{ages}\n{cities}".encode("utf-16"))])
    assert all([q.name for q in batch.questions] == ["platform"] for batch in one_network)
    both = read_files([("a.csv", f"sep=,\n{ages}\n{cities}\n{ages}\n{cities}".encode("utf-16"))])
    assert [batch.platform for batch in both] == ["facebook", "facebook", "instagram", "instagram"]
    assert all("network_by_order" in codes(batch) for batch in both)


def test_a_group_that_bears_the_name_of_a_network_says_nothing() -> None:
    (batch,) = read_files([("a.csv", 'sep=,\n"Top cities"\n"Facebook, CA","Elders"\n"4","3"\n'.encode("utf-16"))])
    assert [q.name for q in batch.questions] == ["platform"]


def test_a_text_about_cities_is_no_title() -> None:
    text = 'id,text\n7,"Top cities, all of them"\nWaterstad,Elders\n4,3\n'
    assert {b.format for b in read_files([("a.csv", text.encode())])} == {None}
