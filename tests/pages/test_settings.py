"""The settings page: what is saved, what is refused, and a time zone that moves every figure."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete, select
from streamlit.testing.v1 import AppTest

from data.access import LOCAL_ADMINISTRATOR
from data.schema import post, post_score
from data.scoring import choice, pending
from data.settings import read_settings
from data.store import open_store
from tests.stores import make_store

OpenPage = Callable[..., AppTest]


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store that is empty."""
    return f"sqlite:///{tmp_path / 'store.db'}"


def save(at: AppTest) -> AppTest:
    return next(one for one in at.form_submit_button if one.key == "settings_save").click().run()


def fill(at: AppTest, **texts: str) -> AppTest:
    for key, value in {"organisation": "Voorbeeldstad", **texts}.items():
        at.text_input(key=key).set_value(value)
    return at


def test_settings_are_saved_and_it_is_said(open_page: OpenPage, url: str) -> None:
    at = fill(open_page("settings", url=url), population="54.000")
    at.selectbox(key="hours_5_from").set_value("10:00")
    at.selectbox(key="hours_5_to").set_value("12:00")
    at.selectbox(key="hours_0_from").set_value("")
    at.selectbox(key="hours_0_to").set_value("")
    at.checkbox(key="language_en").uncheck()
    at.checkbox(key="youtube").check()
    at = save(at)
    assert not at.exception
    assert at.success[0].value == "The settings are saved."
    saved = read_settings(open_store(url), LOCAL_ADMINISTRATOR)
    assert (saved.organisation, saved.population, saved.languages) == ("Voorbeeldstad", 54000, ("nl",))
    assert saved.opening_hours[5] == ("10:00", "12:00")
    assert 0 not in saved.opening_hours
    assert saved.youtube_in_totals


@pytest.mark.parametrize(
    ("texts", "hours", "said"),
    [
        ({"organisation": " "}, {}, "Name of the organisation"),
        ({"population": "many"}, {}, "Number of inhabitants"),
        ({}, {"hours_2_to": ""}, "Wednesday: choose both times"),
        ({}, {"hours_2_to": "08:00"}, "Wednesday: the end must be later"),
    ],
)
def test_what_cannot_be_is_refused(
    open_page: OpenPage, url: str, texts: dict[str, str], hours: dict[str, str], said: str
) -> None:
    at = fill(open_page("settings", url=url), **texts)
    for key, value in hours.items():
        at.selectbox(key=key).set_value(value)
    at = save(at)
    assert said in at.error[0].value
    assert read_settings(open_store(url), LOCAL_ADMINISTRATOR).organisation == ""


def test_another_tone_model_scores_everything_again(open_page: OpenPage, tmp_path: Path) -> None:
    url = make_store("one_row", tmp_path)
    with open_store(url).begin() as connection:
        connection.execute(delete(post_score))
    at = open_page("settings", url=url)
    at.radio(key="tone_model").set_value("rules")
    at = next(one for one in at.button if one.key == "tone_model_save").click().run()
    assert not at.exception
    assert "the tone of all messages was worked out" in at.success[0].value
    assert (choice(open_store(url), LOCAL_ADMINISTRATOR), pending(open_store(url), LOCAL_ADMINISTRATOR)) == ("rules", 0)
    assert at.radio(key="tone_model").value == "rules"


def test_another_time_zone_counts_everything_again(open_page: OpenPage, tmp_path: Path) -> None:
    url = make_store("one_row", tmp_path)

    def hour() -> int | None:
        with open_store(url).connect() as connection:
            return connection.scalar(select(post.c.hour))

    before = hour()
    at = fill(open_page("settings", url=url))
    at.selectbox(key="time_zone").set_value("UTC")
    save(at)
    assert before is not None
    assert hour() == before - 2, "Amsterdam is two hours ahead of UTC in summer"
