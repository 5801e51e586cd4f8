"""The changes of definition that ship."""

from metrics.breaks.shipped import BREAKS, breaks_of
from metrics.measures import COUNTS
from metrics.platforms import NAMES
from metrics.registry import metrics


def test_each_is_about_counts_and_platforms_that_the_product_knows() -> None:
    for one in BREAKS:
        assert one.platform in NAMES
        assert {*one.needs} <= {*COUNTS}
        assert one.name
        assert one.source
        assert (one.began is None) == one.exact
        assert one.began is None or one.began < one.day
    assert list(BREAKS) == sorted(BREAKS, key=lambda one: one.day)


def test_a_break_concerns_metrics_that_need_the_count_on_that_platform() -> None:
    assert breaks_of(metrics()["er_impressions"], {"youtube", "x"}) == ()
    assert [one.platform for one in breaks_of(metrics()["er_impressions"], {"facebook"})] == ["facebook"]
    assert breaks_of(metrics()["interactions"], {one.platform for one in BREAKS}) == ()
