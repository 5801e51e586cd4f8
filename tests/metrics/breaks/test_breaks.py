"""The changes of definition that ship."""

from datetime import date

from metrics.breaks.shipped import BREAKS, breaks_of, restart
from metrics.measures import COUNTS
from metrics.periods import to_day
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


def test_limits_begin_anew_with_the_newest_break_that_has_come() -> None:
    views = metrics()["video_views"]
    before, after = to_day(date(2026, 8, 27)), to_day(date(2026, 8, 28))
    assert restart(views, {"youtube"}, before) == to_day(date(2025, 3, 31))
    assert restart(views, {"youtube"}, after) == after
    assert restart(views, {"tiktok"}, after) is None
