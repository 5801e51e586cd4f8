"""The guidelines page: the rules of the demo, one account, and a guideline from template to saved version."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.access import LOCAL_ADMINISTRATOR as ME
from data.guidelines import guidelines
from data.store import open_store
from metrics.guidelines.elements import ELEMENTS
from tests.stores import copy_of

OpenPage = Callable[..., AppTest]


def finding(at: AppTest) -> str:
    return next(
        element.value
        for element in at.markdown
        if re.search(r"\d|guideline|richtlijn", element.value)
        and "?" not in element.value
        and ":material" not in element.value
    )


def cells(at: AppTest) -> list[tuple[str, str]]:
    return [(str(rule), str(verdict)) for rule, verdict in at.table[0].value.itertuples(index=False)]


def press(at: AppTest, key: str) -> AppTest:
    return at.button(key=key).click().run()


def test_the_demo_has_a_mixture_of_verdicts(open_page: OpenPage) -> None:
    at = open_page("guidelines", state="demo")
    found = re.fullmatch(
        r"Of (\d+) rules that can be checked, account by account, (\d+) are kept, (\d+) are not, and (\d+) have too "
        r"few cases to say\.",
        finding(at),
    )
    assert found is not None
    n, *parts = map(int, found.groups())
    assert sum(parts) == n and min(parts) > 0
    verdicts = " ".join(verdict for _rule, verdict in cells(at))
    for word in ("kept", "not kept", "too few to say", "not measurable with these data"):
        assert f": {word}]" in verdicts
    assert {rule.split("**")[1] for rule, _verdict in cells(at)} == {element.title for element in ELEMENTS.values()}


def test_one_account_shows_the_guideline_of_its_department(open_page: OpenPage) -> None:
    at = open_page("guidelines", state="demo")
    box = at.selectbox(key="account_box")
    sport = next(option for option in box.options if option.startswith("Sport in Oeverdrecht (Facebook)"))
    rules = " ".join(rule for rule, _verdict in cells(box.select(sport).run()))
    assert "from 9" in rules and "from 7" not in rules
    assert not at.exception


@pytest.mark.parametrize("state", ["one_row", "demo"])
def test_posting_times_and_logs_are_on_the_page(open_page: OpenPage, state: str) -> None:
    at = open_page("guidelines", state=state)
    headers = [element.value for element in at.header]
    assert headers.index("When should we post?") < headers.index("Logs")
    assert {"Test messages (mystery shopper)", "Removed comments (moderation)"} <= {box.label for box in at.expander}


def test_without_data_there_are_logs_and_no_posting_times(open_page: OpenPage) -> None:
    headers = [element.value for element in open_page("guidelines", state="empty").header]
    assert "Logs" in headers and "When should we post?" not in headers


def test_the_page_in_dutch(open_page: OpenPage) -> None:
    at = open_page("guidelines", state="demo", language="nl")
    assert not at.exception
    assert at.table[0].value.shape[1] == 2


@pytest.mark.parametrize("state", ["empty", "one_row"])
def test_without_a_guideline_the_page_says_what_to_do(open_page: OpenPage, state: str) -> None:
    at = open_page("guidelines", state=state)
    assert not at.exception and len(at.table) == 0
    assert "guideline" in finding(at)
    assert len(at.selectbox(key="guideline_start").options) == 4  # three templates and an empty one


def test_from_a_template_to_a_saved_version_that_is_checked(
    open_page: OpenPage, stores: Callable[[str], str], tmp_path: Path
) -> None:
    url = copy_of(stores("one_row"), tmp_path)
    at = press(open_page("guidelines", url=url), "guideline_go")
    assert any("draft" in element.value for element in at.info)
    at.number_input(key="draft1_frequency_posts_per_week_0_low").set_value(9)
    at.number_input(key="draft1_frequency_posts_per_week_0_high").set_value(3)
    at = press(at, "draft1_frequency_keep")
    assert not at.error  # it can be kept while one is thinking, and not be saved
    at = press(at, "guideline_save")
    assert "at least" in at.error[0].value and guidelines(open_store(url), ME) == []
    at.number_input(key="draft2_frequency_posts_per_week_0_high").set_value(20)
    at.text_area(key="draft2_frequency_prose").set_value("Elke dag *iets* nieuws.")
    at = press(at, "draft2_frequency_keep")
    at.text_input(key="guideline_from_3").set_value("2025-13-01")
    at = press(at, "guideline_save")
    assert "2025\\-13\\-01" in at.error[0].value
    at.text_input(key="guideline_from_3").set_value("2025-07-01")
    at = press(at, "guideline_save")
    assert not at.exception and at.success
    saved = guidelines(open_store(url), ME)[0]
    assert saved.content.prose["frequency"] == "Elke dag *iets* nieuws."
    assert saved.content.uses_of("frequency")[0].values == {"low": 9, "high": 20}
    assert len(saved.content.uses) == 12
    assert any("Elke dag \\*iets\\* nieuws" in element.value for element in at.markdown)
    assert len(at.table) == 1


def test_a_rule_can_be_taken_out_and_another_added(
    open_page: OpenPage, stores: Callable[[str], str], tmp_path: Path
) -> None:
    url = copy_of(stores("empty"), tmp_path)
    at = press(open_page("guidelines", url=url, element="content"), "guideline_go")
    at.checkbox(key="draft1_content_content_mix_1_on").check()
    at.selectbox(key="draft1_content_content_mix_1_kind").select_index(3)
    at = press(at, "draft1_content_keep")
    at.checkbox(key="draft2_content_content_mix_0_on").uncheck()
    at = press(at, "draft2_content_keep")
    at = press(at, "guideline_save")
    uses = guidelines(open_store(url), ME)[0].content.uses_of("content")
    assert [use.values["kind"] for use in uses] == ["film"]


def test_a_version_can_be_removed(open_page: OpenPage, stores: Callable[[str], str], tmp_path: Path) -> None:
    url = copy_of(stores("empty"), tmp_path)
    at = press(press(open_page("guidelines", url=url), "guideline_go"), "guideline_save")
    assert at.button(key="guideline_remove_go").disabled
    at.selectbox(key="guideline_remove").select_index(0)
    at = press(at.run(), "guideline_remove_go")
    assert guidelines(open_store(url), ME) == [] and at.success


def test_a_draft_can_be_thrown_away(open_page: OpenPage) -> None:
    at = press(press(open_page("guidelines", state="empty"), "guideline_go"), "guideline_drop")
    assert not at.info or not any("draft" in element.value for element in at.info)
    assert at.button(key="guideline_go")
