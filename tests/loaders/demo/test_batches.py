"""The batches have the shape of what a format hands over."""

import numpy as np
import pandas as pd
import pytest

from loaders.demo.batches import batches
from loaders.demo.city import ACCOUNTS, SITES
from loaders.records import ACCOUNT_DAY_COLUMNS, COMMENT_COLUMNS, POST_COLUMNS, SITE_DAY_COLUMNS, Batch
from tests.loaders.demo.demo_city import small

_COLUMNS = {
    "posts": POST_COLUMNS,
    "comments": COMMENT_COLUMNS,
    "account_days": ACCOUNT_DAY_COLUMNS,
    "site_days": SITE_DAY_COLUMNS,
}


@pytest.fixture(scope="module")
def made() -> list[Batch]:
    return list(batches(small()))


def _all(made: list[Batch], kind: str) -> pd.DataFrame:
    frames: list[pd.DataFrame] = [getattr(batch, kind) for batch in made if batch.kind == kind]
    return pd.concat(frames, ignore_index=True)


def test_each_account_and_site_has_its_files(made: list[Batch]) -> None:
    assert len({batch.file for batch in made}) == len(made)
    kinds = pd.Series([batch.kind for batch in made]).value_counts()
    assert kinds["posts"] == kinds["account_days"] == len(ACCOUNTS)
    assert kinds["site_days"] == len(SITES)


def test_columns_and_types_are_those_of_the_records(made: list[Batch]) -> None:
    for batch in made:
        frame = getattr(batch, batch.kind)
        assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == _COLUMNS[batch.kind]
        assert batch.rows_read == batch.rows_kept == frame["line"].nunique()
        assert frame["line"].min() == 2


def test_nothing_is_lost_between_the_city_and_its_batches(made: list[Batch]) -> None:
    city = small()
    assert len(_all(made, "posts")) == len(city.posts)
    assert len(_all(made, "comments")) == len(city.messages)
    assert len(_all(made, "account_days")) == city.followers.size
    assert len(_all(made, "site_days")) == len(city.site_days)


def test_ids_are_unique_and_cannot_be_real(made: list[Batch]) -> None:
    for kind, column in (("posts", "post_id"), ("comments", "comment_id")):
        ids = _all(made, kind)[column]
        assert ids.is_unique
        assert ids.str.startswith("demo-").all()


def test_threads_hold_together(made: list[Batch]) -> None:
    comments = _all(made, "comments")
    assert comments["post_id"].isin(_all(made, "posts")["post_id"]).all()
    parents = comments.loc[comments["parent_id"] != "", "parent_id"]
    assert parents.isin(comments["comment_id"]).all()


def test_times_are_utc(made: list[Batch]) -> None:
    posts = _all(made, "posts").set_index("post_id")
    first = posts[posts["precision"] == "minute"]["published_ts"].min()
    assert first >= pd.Timestamp("2023-09-30 22:00", tz="UTC").timestamp()  # midnight in summer time
    local = pd.to_datetime(posts["published_ts"].astype("int64"), unit="s", utc=True).dt.tz_convert("Europe/Amsterdam")
    minutes = local.dt.hour * 60 + local.dt.minute
    ours = minutes[posts["precision"] == "minute"].sort_index().to_numpy()
    city = small().posts
    assert (
        np.bincount(ours // 60, minlength=24).tolist()
        == np.bincount(city.loc[city["platform"] != "youtube", "minute"] % (24 * 60) // 60, minlength=24).tolist()
    )


def test_the_video_platform_gives_the_day_only(made: list[Batch]) -> None:
    posts = next(batch.posts for batch in made if batch.platform == "youtube" and batch.kind == "posts")
    assert (posts["precision"] == "day").all()
    assert (posts["published_ts"] % 86_400 == 0).all()


def test_own_replies_under_another_departments_post_come_from_the_account_that_wrote_them(made: list[Batch]) -> None:
    comments = _all(made, "comments")
    home = _all(made, "posts").set_index("post_id")["account"]
    away = comments[comments["account"].to_numpy() != home[comments["post_id"]].to_numpy()]
    assert len(away) > 0
    assert away["is_own"].all()


def test_missing_metrics_are_named(made: list[Batch]) -> None:
    mastodon = next(batch for batch in made if batch.platform == "mastodon" and batch.kind == "posts")
    assert set(mastodon.missing_metrics) == {
        "impressions", "reach", "clicks", "saves", "video_views", "followers_gained"
    }  # fmt: skip
