"""The list of topics in words: small numbers stay hidden, and names mean nothing to the page."""

import pytest

from components.topics.form import TopicWish, changes_of
from components.topics.list import TopicRow, finding_of_list, topic_names
from components.topics.words import count_words, listed, split_words, steady_words


def row(number: int, n: int, **rest: object) -> TopicRow:
    return TopicRow(number, f"Topic {number}", "list", n, **rest)  # type: ignore[arg-type]


def test_the_finding_counts_messages_and_owners() -> None:
    rows = [row(1, 30, owner="Roads"), row(2, 10)]
    assert finding_of_list(rows, 60) == (
        "40% of 100 messages are about one of 2 topics. 1 topic has a department that owns it."
    )
    assert finding_of_list([row(1, 0)], 0) == "1 topic is ready. No message was assigned to a topic yet."


@pytest.mark.parametrize(("n", "words"), [(0, "0"), (1, "under 5"), (4, "under 5"), (5, "5"), (12_345, "12,345")])
def test_a_few_messages_are_not_counted(n: int, words: str) -> None:
    assert count_words(n) == words


def test_words_and_names_from_people_are_escaped() -> None:
    assert "](javascript" not in listed(["[x](javascript:alert(1))", "**fat**"]).replace("\\](", "")
    assert listed([f"w{i}" for i in range(10)], most=8).endswith("and 2 more") and listed([]) == "–"
    assert topic_names([row(3, 1, state="switched off")]) == {3: "Topic 3 (switched off)"}
    assert [steady_words(value).partition(":")[0] for value in (0.9, 0.6, 0.1)] == ["steady", "fair", "shaky"]
    assert steady_words(None) == "–"


def test_only_what_was_changed_is_sent() -> None:
    start = TopicWish({"en": "Bins"}, {"en": ("bin",), "nl": ("bak",)}, {}, 1, False, False)
    same = TopicWish({"en": "Bins", "nl": ""}, {"en": ("bin",), "nl": ("bak",)}, {"en": (), "nl": ()}, 1)
    assert changes_of(start, same) == {}
    wish = TopicWish({"en": "", "nl": "Bak"}, {"en": ("bin",), "nl": ()}, {"nl": ("zand",)}, None, False, True)
    assert changes_of(start, wish) == {
        "names": {"en": "", "nl": "Bak"},
        "words": {"nl": ()},
        "excluded": {"nl": ("zand",)},
        "owner_id": None,
        "status": "off",
    }
    assert split_words(" a ,, b;c\nd") == ("a", "b", "c", "d")
