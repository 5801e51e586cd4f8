"""Whatever comes in: words or numbers, never NaN, never a warning."""

import math
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.claims.verdict import at_least
from metrics.comparison.funnel import funnel
from metrics.comparison.paradox import reversals
from metrics.comparison.part import Part, comparable
from metrics.comparison.scales import Scale
from metrics.comparison.shrinkage import shrunken
from metrics.comparison.standardised import standardised
from metrics.estimate import Estimate
from metrics.reasons import figures_clash
from metrics.responsiveness.estimates import as_share
from metrics.topics.estimates import share_of_messages
from metrics.words import Message

pytestmark = pytest.mark.filterwarnings("error")


@st.composite
def a_part(draw: st.DrawFn) -> Part:
    """Also one of figures that clash: more than all, less than none."""
    n = draw(st.integers(0, 5000))
    k = draw(st.integers(-3, 3 * n + 5) if draw(st.booleans()) else st.integers(0, n))
    spread = draw(st.one_of(st.just(1.0), st.floats(1, 1e6), st.just(math.inf)))
    return Part(k, n, spread, draw(st.one_of(st.none(), st.integers(0, 500))))


def some_parts() -> st.SearchStrategy[dict[int, Part]]:
    mixed = st.dictionaries(st.integers(0, 30), a_part(), max_size=12)
    alike = st.builds(lambda part, n: dict.fromkeys(range(n), part), a_part(), st.integers(0, 12))
    return st.one_of(mixed, alike)


@st.composite
def an_estimate(draw: st.DrawFn, top: float) -> Estimate:
    low, value, high = sorted(draw(st.tuples(*[st.one_of(st.just(0.0), st.just(top), st.floats(0, top))] * 3)))
    bounds = draw(st.sampled_from([(low, high), (value, value), (None, None)]))
    return Estimate(draw(st.sampled_from([value, value, None])), draw(st.integers(0, 900)), *bounds)


def numbers(found: Estimate) -> Iterator[float]:
    yield from (number for number in (found.value, found.low, found.high) if number is not None)


@pytest.mark.parametrize("share", [True, False])
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_funnels(share: bool, data: st.DataObject) -> None:
    parts = data.draw(some_parts())
    found = funnel(parts, share)
    assert found.points.keys() == {key for key, part in parts.items() if part.n > 0 and part.can_be(share)}
    assert math.isfinite(found.tau)
    for point in found.points.values():
        band = found.band(point.effective)
        assert all(math.isfinite(number) for number in (*band, point.value)) and list(band[2::-2]) == sorted(
            band[2::-2]
        )
        assert point.z is None or math.isfinite(point.z)
        assert (point.side == "too_few") or point.effective > 0
    if found.reason is not None:
        assert found.reason.english() and not found.flagged


@pytest.mark.parametrize("scale", ["share", "log", "linear"])
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_shrunken_estimates(scale: Scale, data: st.DataObject) -> None:
    one = an_estimate(1.0 if scale == "share" else 1e6)
    mixed = st.dictionaries(st.integers(0, 30), one, max_size=12)
    alike = st.builds(lambda estimate, n: dict.fromkeys(range(n), estimate), one, st.integers(0, 12))
    estimates = data.draw(st.one_of(mixed, alike))
    found = shrunken(estimates, scale)
    assert found.raw == estimates and set(found.values) <= set(estimates)
    for estimate in (*found.values.values(), found.whole):
        assert all(math.isfinite(number) for number in numbers(estimate))
    assert (found.whole.value is None) == (found.reason is not None)
    assert found.distinguishable == bool(found.pairs)


@pytest.mark.parametrize("share", [True, False])
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_strata(share: bool, data: st.DataObject) -> None:
    every = data.draw(st.dictionaries(st.sampled_from("abcd"), some_parts(), max_size=4))
    strata = {stratum: comparable(parts, share) for stratum, parts in every.items()}
    for estimate in standardised(strata, share).values():
        assert all(math.isfinite(number) for number in numbers(estimate))
    for found in reversals(comparable(data.draw(some_parts()), share), strata, share):
        assert (found.pooled.value or 0) > 0
        assert all(math.isfinite(number) for one in (found.pooled, found.standardised) for number in numbers(one))


@pytest.mark.parametrize("k", [0, 20])
def test_all_zero_and_all_one_are_within(k: int) -> None:
    for share in (True, False):
        assert {point.side for point in funnel(dict.fromkeys(range(5), Part(k, 20)), share).points.values()} == {
            "within"
        }
    found = shrunken(dict.fromkeys(range(5), Part(k, 20).estimate(share=True)), "share")
    assert not found.distinguishable and found.whole.value == pytest.approx(k / 20, abs=0.02)


def test_a_share_of_more_than_everything_is_a_reason_and_no_number() -> None:
    for n in (1, 9, 40):
        for found in (as_share(Estimate(None, n=n), n + 1), share_of_messages(n + 5, Estimate(None, n=n))):
            assert found.value is None and found.reason == figures_clash()
    judged = at_least(15, 10, 0.5, lambda code: Message(code, code))
    assert (judged.code, judged.value) == ("too_few", None)
