"""YouTube is never added to other platforms, unless the organisation may."""

from metrics.registry import metrics
from tests.metrics.sample_slices import posts, slice_of

FACEBOOK = posts(10, likes=1, comments=1)
YOUTUBE = posts(10, platform="youtube", account_id=2, likes=5, comments=3, video_views=100)
NOTE = "YouTube is not in this number: its terms do not allow adding it to others."


def test_youtube_is_left_out_and_the_number_says_so() -> None:
    for name, value in {"likes": 10, "posts": 10, "conversation": 1, "commitment_c2": 1}.items():
        found = metrics()[name].compute(slice_of(FACEBOOK + YOUTUBE))
        assert (found.value, found.platforms) == (value, ("facebook",))
        assert [note.english() for note in found.notes] == [NOTE]


def test_youtube_alone_is_a_number() -> None:
    found = metrics()["likes"].compute(slice_of(FACEBOOK + YOUTUBE).where(platform="youtube"))
    assert (found.value, found.platforms, found.notes) == (50, ("youtube",), ())


def test_a_number_that_only_youtube_reports_is_not_a_sum() -> None:
    found = metrics()["video_views"].compute(slice_of(FACEBOOK + YOUTUBE))
    assert (found.value, found.platforms, found.without) == (1000, ("youtube",), ("facebook",))


def test_the_setting_allows_the_sum() -> None:
    found = metrics()["likes"].compute(slice_of(FACEBOOK + YOUTUBE, youtube_in_totals=True))
    assert (found.value, found.platforms, found.notes) == (60, ("facebook", "youtube"), ())


def test_audiences_follow_the_same_rule() -> None:
    row = {"period": "current", "department_id": 1, "followers_start": 900, "followers_end": 1000}
    row |= {"start_day": 0, "end_day": 60}
    both = [{**row, "account_id": 1, "platform": "facebook"}, {**row, "account_id": 2, "platform": "youtube"}]
    found = metrics()["audience"].compute(slice_of(audience=both))
    assert (found.value, found.n, found.platforms) == (1000, 1, ("facebook",))
    assert metrics()["audience"].compute(slice_of(audience=both[1:])).platforms == ("youtube",)
