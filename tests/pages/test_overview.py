"""The Overview: two ways to start, then findings, tiles and charts that follow the filters."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import update
from streamlit.testing.v1 import AppTest

from data.schema import account
from data.store import open_store
from tests.stores import copy_of

OpenPage = Callable[..., AppTest]


def captions(at: AppTest) -> str:
    """All small print in one text."""
    return "\n".join(caption.value for caption in at.caption)


def test_the_first_visit_offers_two_ways_to_start(open_page: OpenPage) -> None:
    at = open_page("overview", state="empty")
    assert [header.value for header in at.header] == ["Load my exports", "Explore the demo city"]
    assert at.button(key="start_demo").label == "Explore the demo city"
    assert not at.metric


@pytest.mark.slow
def test_one_click_loads_the_demo_city(open_page: OpenPage, sqlite_url: str) -> None:
    at = open_page("overview", url=sqlite_url)
    at.button(key="start_demo").click().run(timeout=300)
    assert not at.exception
    assert len(at.metric) == 6
    assert any(":material/science:" in element.value for element in at.markdown)


def test_one_post_is_shown_without_a_conclusion(open_page: OpenPage) -> None:
    at = open_page("overview", state="one_row")
    assert [(tile.label, tile.value) for tile in at.metric][:2] == [("Posts", "1"), ("Interactions", "6")]
    assert "too little data" in " ".join(element.value for element in at.markdown)
    assert "Too few posts: 1 of the 8 needed." in [element.value for element in at.markdown]


def test_the_demo_has_three_findings_six_tiles_and_three_charts(open_page: OpenPage) -> None:
    at = open_page("overview", state="demo")
    (findings,) = [element.value for element in at.markdown if element.value.startswith("1. **")]
    assert findings.count("1. **") <= 3
    assert len(at.metric) == 6
    assert at.metric[0].label == "Conversation (median comments per post)"
    assert len(at.get("plotly_chart")) == 3
    drawers = [box.label for box in at.expander]
    assert drawers.count("Show as table") == drawers.count("How is this calculated?") == 3, "one for each chart"
    assert len([label for label in drawers if label.startswith("Why does this differ from ")]) == 9
    assert len(at.get("download_button")) == 9, "a CSV for each tile and each chart"


def test_a_drawer_says_when_the_platforms_were_exported(open_page: OpenPage) -> None:
    at = open_page("overview", state="demo", platform="x")
    at.session_state["why_tile_conversation"] = True
    at.run()
    (words,) = [element.value for element in at.markdown if "**After the export.**" in element.value]
    assert "- **X.** Your newest numbers are of 30 September 2026. No row of its files was left out." in words
    assert "Days here are days in Europe/Amsterdam." in words


def test_what_is_asked_for_stands_in_words_and_changes_the_numbers(open_page: OpenPage) -> None:
    everything = open_page("overview", state="demo", period="all")
    year = open_page("overview", state="demo", period="2026", platform="x")
    assert "on X." in captions(year)
    assert "on all platforms." in captions(everything)
    posts = [int(at.metric[1].value.replace(",", "")) for at in (everything, year)]
    assert posts[0] > posts[1] > 0


@pytest.mark.parametrize("platform", ["facebook", "instagram", "x"])
def test_tiles_claim_no_change_that_the_headline_does_not(open_page: OpenPage, platform: str) -> None:
    at = open_page("overview", state="demo", platform=platform, period="26w")
    words = [element.value for element in at.markdown]
    if "Posts, reactions and visits did not change clearly since the period before." in words:
        claims = [word for word in words if "er than before" in word and word.startswith(":")]
        assert claims == []


def test_youtube_is_left_out_of_sums_and_the_page_says_so(open_page: OpenPage) -> None:
    at = open_page("overview", state="demo", period="all")
    notes = [element.value for element in at.markdown if "YouTube is not in this number" in element.value]
    assert notes


def test_the_choosers_change_the_charts(open_page: OpenPage) -> None:
    at = open_page("overview", state="demo", trend="posts", rate="er_impressions")
    titles = [header.value for header in at.header]
    assert titles[0].startswith("Posts")
    assert titles[1].startswith("Engagement rate by impressions")


def test_a_period_without_posts_says_so(open_page: OpenPage) -> None:
    at = open_page("overview", state="one_row", period="13w")
    assert "There are no posts in this period." in [element.value for element in at.markdown]
    assert not at.get("plotly_chart")


def test_another_way_of_counting_does_not_read_as_a_change(
    open_page: OpenPage, stores: Callable[[str], str], tmp_path: Path
) -> None:
    url = copy_of(stores("demo"), tmp_path)
    with open_store(url).begin() as connection:  # its pages on Facebook become channels, which have more videos
        connection.execute(update(account).where(account.c.platform == "facebook").values(platform="youtube"))
    at = open_page("overview", url=url, platform="youtube")
    assert not at.exception
    (findings,) = [element.value for element in at.markdown if element.value.startswith("1. **")]
    assert (
        "**Video views: not comparable with the period before. YouTube counts a view of any video as soon as it "
        "starts: all data since 28 August 2026, some of it since 24 August 2026.**"
    ) in findings
    assert "Videos are played" not in findings
