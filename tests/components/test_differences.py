"""The drawer "why does this differ from Facebook?": what it says, and that it costs nothing while it is closed."""

from dataclasses import replace
from datetime import date

from streamlit.testing.v1 import AppTest

from components.differences import differences
from components.source import Origin
from metrics.platform_differences import BY_PLATFORM
from tests.components.estimates import SOURCE, metric

ORIGINS = (
    Origin("facebook", date(2026, 9, 28), 2, 1204, 3),
    Origin("x", date(2026, 9, 20), 1, 50, 0),
    Origin("linkedin", date(2026, 1, 1), 1, 50, 1),
)
KNOWN = replace(SOURCE, zone="America/New_York", origins=lambda: ORIGINS)


def test_all_five_reasons_are_given() -> None:
    said = differences([metric("interactions")], ["facebook"], KNOWN)
    assert "published from 29 June 2026 to 27 September 2026" in said
    assert "Days here are days in America/New York." in said
    assert "US Pacific time" in said
    assert "is the same sum" in said
    assert "3 of the 1,204 rows in its files were left out." in said
    assert "Your newest numbers are of 28 September 2026." in said
    assert "What happened since your newest export is not in it." in said


def test_platforms_stand_by_name_each_with_its_own_export() -> None:
    said = differences([metric("likes")], ["x", "facebook", "linkedin"], KNOWN).splitlines()
    facebook, linkedin, x = (line for line in said if line.startswith("- **"))
    assert facebook.startswith("- **Facebook.** Your newest numbers are of 28 September 2026.")
    assert "1 of the 50 rows in its files was left out." in linkedin
    assert "No row of its files was left out." in x


def test_without_an_import_of_the_period_nothing_is_made_up() -> None:
    said = differences([metric("likes")], ["mastodon"], KNOWN)
    assert "newest numbers" not in said
    assert BY_PLATFORM["mastodon"].counts["likes"] in said


def test_several_numbers_say_each_thing_once() -> None:
    said = differences([metric("conversation"), metric("commitment_c3"), metric("audience")], ["linkedin"], KNOWN)
    assert said.count("Platforms also count your own replies") == 1
    assert said.count("Screens show today's followers") == 1
    assert said.count("**Period.**") == 2, "posts in a period, and followers"


def test_followers_and_websites_have_periods_of_their_own() -> None:
    assert "the number of today" in differences([metric("audience")], ["x"], KNOWN)
    site = differences([metric("visitors")], ["website"], KNOWN)
    assert "that your files have data for" in site
    assert "time zone of the website" in site


def draw() -> None:
    import streamlit as st

    from components.differences import why_different
    from metrics.estimate import Estimate
    from tests.components.estimates import SOURCE, SURE, metric
    from tests.components.test_differences import counted

    source = counted(SOURCE)
    one = [metric("likes")]
    why_different("one", one, [SURE], source)
    why_different("three", one, [SURE, Estimate(1.0, platforms=("x", "linkedin"))], source)
    why_different("four", one, [Estimate(1.0, platforms=("facebook", "linkedin", "mastodon", "x"))], source)
    why_different("site", [metric("visitors")], [Estimate(1.0, platforms=("website",))], source)
    why_different("none", one, [Estimate(None)], source)
    st.caption(f"looked up {st.session_state['looked_up']} times")


def counted(source):  # type: ignore[no-untyped-def]
    """The source, counting in the session how often origins are asked for."""
    import streamlit as st

    st.session_state["looked_up"] = 0

    def looked_up() -> tuple[Origin, ...]:
        st.session_state["looked_up"] += 1
        return ORIGINS

    return replace(source, origins=looked_up)


def test_the_heading_names_the_platforms_and_closed_drawers_look_nothing_up() -> None:
    at = AppTest.from_function(draw, default_timeout=30).run()
    assert not at.exception
    assert [drawer.label for drawer in at.expander] == [
        "Why does this differ from Facebook?",
        "Why does this differ from Facebook, LinkedIn and X?",
        "Why does this differ from the platforms?",
        "Why does this differ from other website statistics?",
    ]
    assert at.caption[0].value == "looked up 0 times"
    assert not at.markdown


def test_an_open_drawer_has_the_text() -> None:
    at = AppTest.from_function(draw, default_timeout=30)
    at.session_state["why_one"] = True
    at.run()
    assert at.caption[0].value == "looked up 1 times"
    assert "Your newest numbers are of 28 September 2026." in at.markdown[0].value
