"""Departments: who differs by more than size and chance explain; strata before totals; never a ranking."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select, update
from streamlit.testing.v1 import AppTest

from data.post_groups import IS_PAID, PAID
from data.schema import account, department, rollup_answer, rollup_answer_month, rollup_group
from data.store import open_store, writing
from tests.stores import copy_of

OpenPage = Callable[..., AppTest]
CULTURE, SPORT, PUBLIC_SPACE = "Cultuur en Evenementen", "Sport en Jeugd", "Beheer Openbare Ruimte"


def cards(at: AppTest) -> list[str]:
    """The headings of the cards, in order."""
    return [header.value for header in at.header]


def first_line(at: AppTest) -> str:
    """The finding of the page."""
    said = ("within expected variation", "Departments differ", "Over all")
    (found,) = [one.value for one in at.markdown if any(words in one.value for words in said)]
    return str(found)


def captions(at: AppTest) -> str:
    return "\n".join(caption.value for caption in at.caption)


def table(at: AppTest, name: str) -> Any:
    """The table of a card, opened."""
    at.session_state[f"table_{name}"] = True
    at.run()
    assert not at.exception
    return at.table[0].value


def test_an_empty_store_says_what_to_do(open_page: OpenPage) -> None:
    at = open_page("departments", state="empty")
    assert "nothing loaded" in at.info[0].value


def test_answers_come_first_when_they_are_loaded(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all")
    assert at.selectbox(key="metric_box").value == "within_norm"
    assert first_line(at).startswith("Departments differ clearly")
    assert first_line(at).endswith("None of them stands out from how much departments differ anyway.")
    assert cards(at)[0].startswith("All departments are within")
    assert "Tested over platform, topic and weekday: no comparison turns round." in captions(at)
    assert "Each department has limits of its own" in captions(at)
    assert "paid" not in captions(at), "nobody asks under paid posts alone"
    (notes,) = [one.value for one in at.markdown if "change places" in one.value]
    assert "Engagement rate by reach, pooled" in notes, "a reader of another number is told"


def test_without_answers_conversation_comes_first(open_page: OpenPage) -> None:
    at = open_page("departments", state="one_row")
    assert at.selectbox(key="metric_box").value == "conversation"
    assert any(one.value == "Too few posts: 1 of the 8 needed." for one in at.markdown), "in its tile"
    assert "too few posts" in at.table[0].value.to_string()


def test_the_planted_paradox_is_shown_before_anything_else(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all", metric="er_reach_pooled")
    said = f"Over all platforms {CULTURE} looks higher; on each platform {SPORT} is higher."
    assert first_line(at) == said
    assert cards(at)[0] == said
    assert cards(at)[1] == "Engagement rate by reach, pooled: as counted"
    assert f"At the same mix of platforms: {SPORT}" in captions(at)
    assert "These are the numbers that mislead" in captions(at)
    rows = table(at, "paradox").set_index("Where")["Value"]
    assert list(rows.index[:4]) == [
        f"{place}, {who}" for place in ("Facebook", "Instagram") for who in (CULTURE, SPORT)
    ]
    value = {where: float(shown.rstrip("%")) for where, shown in rows.items()}
    for place in ("Facebook", "Instagram", "At the same mix of platforms"):
        assert value[f"{place}, {SPORT}"] > value[f"{place}, {CULTURE}"]
    together = "All platforms together, as counted"
    assert value[f"{together}, {CULTURE}"] > value[f"{together}, {SPORT}"]


def test_other_pairs_that_turn_round_can_be_chosen(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all", metric="er_reach_pooled", pair="1")
    assert at.selectbox(key="pair_box").options[0] == f"{CULTURE} and {SPORT}"
    assert cards(at)[0].startswith("Over all platforms") and CULTURE not in cards(at)[0]


def test_on_one_platform_nothing_turns_round(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all", metric="er_reach_pooled", platform="facebook")
    assert "Tested over topic and weekday: no comparison turns round." in captions(at)
    assert any("No posts are marked as paid" in one.value for one in at.markdown)


def test_the_department_that_leaves_questions_open_stands_out(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all", metric="answered_share")
    lower = first_line(at).partition("Lower than the middle: ")[2].partition(".")[0]
    assert PUBLIC_SPACE in lower
    assert "Mobiliteit" not in first_line(at) and "Sport" not in first_line(at), "the planted difference that is none"


def test_departments_stand_by_name_unless_they_can_be_told_apart(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", metric="answered_share")
    names = list(table(at, "estimates")["Department"])
    assert names == sorted(names, key=str.casefold)
    assert "order of their names" in captions(at)
    apart = open_page("departments", state="demo", period="all", metric="within_norm")
    rows = table(apart, "estimates")
    assert "Sorted by value." in captions(apart)
    values = [float(shown.rstrip("%")) for shown in rows["Estimate"]]
    assert values == sorted(values, reverse=True)


def test_the_table_of_all_numbers_is_in_alphabetical_order_with_interval_and_n(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all", group="conversation")
    (numbers,) = [one.value for one in at.table]
    names = list(numbers.columns)[1:]
    assert len(names) >= 8
    assert names == sorted(names, key=str.casefold)
    assert at.multiselect(key="dept_box").options == [name.replace("\\", "") for name in names]

    share = at.table[0].value.set_index("Metric").loc["Commitment C1 (posts with comments)"]
    assert share.str.contains(r"\*\*[\d.]+%\*\* \([\d.]+% to [\d.]+%\), [\d,]+ posts").any()


def test_rates_are_not_averaged_over_platforms(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all", metric="er_followers")
    assert "Choose one platform" in at.info[0].value
    one = open_page("departments", state="demo", period="all", metric="er_followers", platform="facebook")
    assert one.get("plotly_chart")


def test_totals_come_last_and_follow_from_size(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all", metric="posts")
    assert any(one.value.startswith("Totals follow from size") for one in at.markdown)
    assert cards(at)[0] == "Posts, each department apart"
    assert cards(at)[1].startswith("Posts: ") and "changed" in cards(at)[1], "over the weeks, chance allowed for"
    options = at.selectbox(key="metric_box").options
    kinds = [option.split(" · ")[0] for option in options]
    assert list(dict.fromkeys(kinds)) == ["Answers", "By audience", "Per post", "Total"]


def test_an_average_without_an_interval_tells_no_difference(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all", metric="commitment_c2")
    assert any(one.value.startswith("This number has no interval") for one in at.markdown)


def test_peers_are_a_choice_in_the_address(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all")
    box = at.selectbox(key="peers_box")
    assert box.options[0] == "All departments" and any("questions" in option for option in box.options)
    some = open_page("departments", state="demo", period="all", peers="size1")
    assert 1 < len(table(some, "estimates")) < 8
    assert len(some.table[-1].value.columns) == 9, "the table of all numbers keeps everybody"
    unknown = open_page("departments", state="demo", period="all", peers="size9")
    assert unknown.selectbox(key="peers_box").value == "all"


def test_one_chosen_department_has_its_own_tiles(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all")
    assert not at.metric
    first = at.multiselect(key="dept_box").options[0]
    at.multiselect(key="dept_box").select(first).run()
    assert not at.exception
    assert len(at.metric) >= 4
    assert first in captions(at)
    assert "funnel" not in str([chart.proto for chart in at.get("plotly_chart")]).lower()


def test_what_one_department_alone_shows_does_not_contradict_itself(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all", dept="2", metric="within_norm")
    assert at.selectbox(key="metric_box").label == "Number over time"
    assert not any("no department" in title for title in cards(at))


def test_a_store_with_one_department_shows_it_alone(open_page: OpenPage) -> None:
    at = open_page("departments", state="one_row")
    assert any(one.value.startswith("There is too little data") for one in at.markdown)
    assert "peers_box" not in [box.key for box in at.selectbox]
    assert not any("Not judged" in one.value for one in at.markdown), "there is nobody to compare it with"


def test_in_a_few_days_nothing_is_said_that_the_numbers_do_not_carry(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="2026-06-16..2026-06-20")
    said = " ".join(str(one.value) for kind in (at.header, at.markdown, at.caption, at.info) for one in kind)
    assert "1 of the 3" not in said and "no clear differences" not in said
    assert "Answered in time: only" in said


def test_two_departments_are_too_few_for_a_funnel_and_are_still_shown(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all", dept="2-7", metric="answered_share")
    assert cards(at)[0] == "Not judged: 2 departments have 10 questions or more, and a comparison needs 3."
    assert len(table(at, "estimates")) == 2


def test_the_choice_holds_from_page_to_page(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="2026", platform="x")
    at.switch_page("overview.py").run()
    assert at.selectbox(key="period_box").value == "2026"
    assert at.multiselect(key="platform_box").value == ["x"]


def test_no_ranks(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", period="all", metric="conversation")
    words = " ".join(str(element.value) for kind in (at.markdown, at.header, at.caption) for element in kind).lower()
    assert not any(word in words for word in ("rank 1", "best department", "worst", "top 3", "number one"))


def test_the_table_says_why_it_differs_from_the_platforms(open_page: OpenPage) -> None:
    at = open_page("departments", state="demo", platform="facebook", group="conversation")
    assert at.session_state["why_numbers"] is False
    at.session_state["why_numbers"] = True
    at.run()
    (words,) = [element.value for element in at.markdown if "**Left out.**" in element.value]
    assert words.count("- **") == 1
    assert "- **Facebook.** Your newest numbers are of" in words


@pytest.fixture
def tagged(stores: Callable[[str], str], tmp_path: Path) -> Iterator[Engine]:
    """A demo city in which some posts are marked as paid."""
    engine = open_store(copy_of(stores("demo"), tmp_path))
    with writing(engine) as connection:
        for one in connection.scalars(select(account.c.id)).all():
            sums = {column.name: 0 for column in rollup_group.columns if not column.primary_key}
            key = {"dimension": PAID, "day": 20_600, "account_id": one, "value": IS_PAID}
            sums |= {"posts": 1, "likes_n": 1, "likes_posts": 1, "comments_n": 1, "comments_posts": 1}
            connection.execute(insert(rollup_group).values(key | sums))
    yield engine
    engine.dispose()


def test_paid_posts_are_told_apart_when_they_are_marked(open_page: OpenPage, tagged: Engine) -> None:
    url = tagged.url.render_as_string(hide_password=False)
    at = open_page("departments", url=url, period="all", metric="popularity_p1")
    assert "paid and unpaid posts" in captions(at)
    assert not any("No posts are marked as paid" in one.value for one in at.markdown)


def test_a_department_whose_figures_clash_is_not_compared_and_says_why(open_page: OpenPage, tagged: Engine) -> None:
    """As after a store was repaired by hand: more deep conversations than conversations."""
    with writing(tagged) as connection:
        culture = select(account.c.id).join(department).where(department.c.name.startswith(CULTURE))
        for rollup in (rollup_answer, rollup_answer_month):
            wrong = rollup.c.account_id.in_(culture)
            connection.execute(update(rollup).where(wrong).values(deep=rollup.c.talked + 5))
    url = tagged.url.render_as_string(hide_password=False)
    for metric in ("conversation_depth", "answered_share"):
        at = open_page("departments", url=url, period="all", metric=metric)
        assert not at.exception
        rows = table(at, "funnel").set_index("Department")
        where = {name.partition(" (")[0]: said for name, said in rows["Against the limits"].items()}
        assert (where[CULTURE] == "not comparable") == (metric == "conversation_depth")
        assert "not comparable" not in {said for name, said in where.items() if name != CULTURE}
