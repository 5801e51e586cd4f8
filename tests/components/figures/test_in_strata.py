"""Two departments inside each stratum: each has its own shape, on one axis."""

import gzip

from components.figures.in_strata import One, Stratum, in_strata

STRATA = [
    Stratum("Facebook", (One("Culture: 0.5%", 0.005, 0.004, 0.006), One("Sport: 0.9%", 0.009, 0.008, 0.01))),
    Stratum("<Instagram>", (One("Culture: 6.4%", 0.064), One("Sport: 7.8%", 0.078, 0.07, 0.09))),
    Stratum("At the same mix", (One("Culture: 3%", 0.03), One("Sport: 4%", 0.04)), whole=True),
]


def test_both_have_a_shape_in_the_drawing_and_before_their_words() -> None:
    figure = in_strata(STRATA, str)
    first, second = figure.data
    assert (first.marker.symbol, second.marker.symbol) == ("circle", "diamond")
    assert first.marker.color != second.marker.color
    assert list(first.x) == [0.005, 0.064, 0.03] and list(second.x) == [0.009, 0.078, 0.04]
    assert all(one < other for one, other in zip(first.y, second.y, strict=True))
    texts = [note.text for note in figure.layout.annotations]
    assert texts[0] == "<b>Facebook</b><br>● Culture: 0.5%<br>◆ Sport: 0.9%"
    assert texts[1].startswith("<b>&lt;Instagram&gt;</b>")


def test_intervals_and_those_without_one() -> None:
    first, second = in_strata(STRATA, str).data
    assert list(first.error_x.array)[1:] == [0, 0]
    assert [round(gap, 3) for gap in second.error_x.array][:2] == [0.001, 0.012]
    assert [round(gap, 3) for gap in second.error_x.arrayminus][:2] == [0.001, 0.008]


def test_a_line_parts_the_strata_from_what_is_made_of_them() -> None:
    assert len(in_strata(STRATA, str).layout.shapes) == 1
    assert not in_strata(STRATA[:2], str).layout.shapes


def test_as_many_as_the_card_shows_are_light() -> None:
    many = [Stratum(f"Topic {k}", STRATA[1].both) for k in range(10)]
    assert len(gzip.compress(in_strata(many, str).to_json().encode())) < 50_000
