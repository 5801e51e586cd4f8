"""Published figures carry everything that is needed to judge them."""

from metrics.benchmarks import BENCHMARKS, STRENGTHS


def test_each_says_of_whom_when_how_many_and_how_well_it_is_known() -> None:
    assert len({one.code for one in BENCHMARKS}) == len(BENCHMARKS)
    for one in BENCHMARKS:
        assert all((one.what, one.value, one.population, one.year, one.unit, one.source)), one.code
        assert one.strength in STRENGTHS
        assert one.n is None or one.n > 0
    assert [one.topic for one in BENCHMARKS] == sorted((one.topic for one in BENCHMARKS), reverse=True)


def test_weak_copies_are_not_called_good() -> None:
    assert all(one.strength != "good" for one in BENCHMARKS if "copy" in one.source)
