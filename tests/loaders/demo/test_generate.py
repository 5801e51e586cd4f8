"""The city as a whole: the same from the same seed, and possible in the real world."""

import hashlib
import os
import subprocess
import sys

import numpy as np
import pytest

from data.errors import StoreError
from loaders.demo.city import ACCOUNTS
from loaders.demo.generate import City, generate
from loaders.demo.numbers import PLATFORMS
from loaders.demo.rhythm import DAY
from metrics.measures import COUNTS
from tests.loaders.demo.demo_city import small, whole

_DIGEST = """
from tests.loaders.demo.test_generate import digest
from loaders.demo.generate import generate
print(digest(generate(seed=7, posts=700)))
"""


def digest(city: City) -> str:
    """A fingerprint of everything in a city."""
    parts = [city.posts.to_csv(), city.messages.to_csv(), city.site_days.to_csv(), city.followers.tobytes().hex()]
    return hashlib.sha256("".join(parts).encode()).hexdigest()


def test_same_seed_same_bytes_in_another_process() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", _DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] == digest(generate(seed=7, posts=700))


def test_another_seed_another_city() -> None:
    assert digest(small(1)) != digest(small(2))


def test_posts_are_as_many_as_asked_for() -> None:
    assert len(whole().posts) == 20_000
    assert len(small().posts) == 2_000
    assert 3 <= len(whole().messages) / len(whole().posts) <= 5


def test_too_few_posts_are_refused_with_the_least_number() -> None:
    with pytest.raises(StoreError, match="at least 500 posts, and 10 "):
        generate(posts=10)


def test_every_account_posts_and_everything_happens_within_the_three_years() -> None:
    city = whole()
    assert set(city.posts["account"]) == set(range(len(ACCOUNTS)))
    for minutes in (city.posts["minute"], city.messages["minute"]):
        assert minutes.min() >= 0
        assert minutes.max() < city.calendar.days * DAY


def test_answers_come_after_what_they_answer_and_stand_in_the_same_thread() -> None:
    messages = whole().messages
    answers = messages[messages["parent"] >= 0]
    above = messages.loc[answers["parent"]]
    assert (answers["minute"].to_numpy() >= above["minute"].to_numpy()).all()
    assert (answers["post"].to_numpy() == above["post"].to_numpy()).all()
    assert (messages["minute"].to_numpy() > whole().posts["minute"].to_numpy()[messages["post"]]).all()


def test_own_replies_have_no_author_and_citizens_have_one() -> None:
    messages = whole().messages
    assert ((messages["author"] == "") == messages["own"]).all()
    assert messages.loc[~messages["own"], "author"].nunique() > 10_000


def test_the_count_of_comments_is_the_number_of_messages() -> None:
    city = whole()
    assert (city.posts["comments"].to_numpy() == np.bincount(city.messages["post"], minlength=len(city.posts))).all()


def test_platforms_give_only_what_they_really_give() -> None:
    posts = whole().posts
    for name, platform in PLATFORMS.items():
        rows = posts[posts["platform"] == name]
        for column, count in enumerate(COUNTS):
            letters = rows["missing"].str[column]
            assert ((letters == ".") == rows[count].notna()).all()
            if count not in platform.gives:
                assert rows[count].isna().all()
                assert letters.isin(["p", "f"]).all()
    mastodon = posts[posts["platform"] == "mastodon"]
    assert (mastodon["missing"] == "pp...pppp").all()


def test_only_mastodon_tells_about_pictures_and_most_are_described() -> None:
    posts = whole().posts
    told = posts[posts["images"].notna()]
    assert told["platform"].unique().tolist() == ["mastodon"]
    assert (told["platform"] == "mastodon").sum() == (posts["platform"] == "mastodon").sum()
    assert ((told["described"] >= 0) & (told["described"] <= told["images"])).all()
    assert 0.65 < told["described"].sum() / told["images"].sum() < 0.75
    assert posts["described"].isna().equals(posts["images"].isna())
    quarter = told[told["minute"] >= (whole().calendar.days - 91) * DAY]
    assert quarter["images"].sum() >= 30, "the rule of the guideline says something"


def test_counts_have_heavy_tails() -> None:
    posts = whole().posts
    facebook = posts[posts["platform"] == "facebook"]
    total = (facebook["likes"] + facebook["comments"] + facebook["shares"]).astype("int64").sort_values()
    assert total.iloc[-len(total) // 5 :].sum() > 0.55 * total.sum()  # a fifth of the posts has most of it


def test_the_storm_and_the_elections_show() -> None:
    city = whole()
    day = city.posts["minute"] // DAY
    daily = day.value_counts().reindex(range(city.calendar.days), fill_value=0).to_numpy()
    assert daily[city.calendar.storm].mean() > 2 * daily.mean()
    assert (city.posts.loc[city.calendar.storm[day], "topic"] == "storm").mean() > 0.5
    assert (city.posts.loc[city.calendar.election[day] > 0.7, "topic"] == "elections").mean() > 0.1


def test_followers_end_at_what_the_register_says() -> None:
    city = whole()
    assert city.followers[:, -1].tolist() == [account.followers for account in ACCOUNTS]
    assert (city.followers > 0).all()
