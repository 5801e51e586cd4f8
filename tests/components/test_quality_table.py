"""The verdicts in words, and as rows for a spreadsheet."""

from datetime import date

from components.quality_notes import freshness, out_of_use, without_accounts, without_posts
from components.quality_table import in_order, verdicts_as_rows, verdicts_in_words
from components.quality_words import age_words, known_words, share_words
from metrics.quality.accuracy import Tally
from metrics.quality.completeness import Known
from metrics.quality.verdict import Reason, Verdict
from metrics.words import Message

STOPS = Reason("timeliness", "stops", "do_not_compare", Message("a", "It stops."), Message("b", "Load more."))
LACKS = Reason("completeness", "lacks", "partial", Message("c", "No reach."), Message("d", "Load another."), "reach")
GOOD = Verdict("zebra", "x", 1, account_id=1)
PARTIAL = Verdict("Monkey", "x", 1, account_id=2, reasons=(LACKS,))
BAD = Verdict("=ape*", "facebook", 9, account_id=3, reasons=(STOPS, LACKS))
DEPARTMENTS = {1: "Zoo"}


def test_those_that_need_attention_come_first_then_the_alphabet() -> None:
    another = Verdict("Antelope", "x", 1, account_id=4)
    assert in_order([GOOD, PARTIAL, another, BAD]) == [BAD, PARTIAL, another, GOOD]


def test_a_verdict_has_a_word_beside_its_icon_and_says_what_to_do() -> None:
    table = verdicts_in_words([BAD, GOOD], DEPARTMENTS)
    assert table["Account"].tolist() == [r"**\=ape\* (Facebook)** ", "**zebra (X)** Zoo"]
    first, second = table.iloc[:, 1]
    assert first == "**:red[:material/block: Do not compare]** It stops. *Load more.* No reach. *Load another.*"
    assert second == "**:green[:material/check_circle: Good]**"


def test_the_file_has_a_row_for_each_reason() -> None:
    rows = verdicts_as_rows([BAD, GOOD], DEPARTMENTS)
    assert rows["Account"].tolist() == ["=ape*", "=ape*", "zebra"], "the CSV itself makes cells safe"
    assert rows["Side"].tolist() == ["Timeliness", "Completeness", ""]
    assert rows["What to do"].tolist() == ["Load more.", "Load another.", ""]


def test_shares_are_said_with_interval_and_basis() -> None:
    assert share_words(Tally(3, 4)) == "75% (30.1% to 95.4%), 3 of 4"
    assert share_words(Tally(0, 0)) == "Cannot be checked"
    assert known_words(Known("reach", 0, 9, never=True)) == "Not available: the platform does not give it"
    assert known_words(Known("reach", 0, 0)) == "No posts in this period"


def test_ages_follow_the_calendar() -> None:
    assert [age_words(days) for days in (-1, 0, 1, 56)] == ["today", "today", "yesterday", "56 days ago"]
    lines = freshness(1_782_727_200, 20_633, date(2026, 8, 24))
    assert lines == ["The newest file was loaded on 29 June 2026 (56 days ago); the data reach up to 29 June 2026."]
    assert freshness(float("nan"), 20_633, date(2026, 8, 24)) == []


def test_nothing_to_remark_gives_no_line() -> None:
    assert without_accounts([]) == without_posts([]) == out_of_use(0) == []
    assert out_of_use(2)[0].startswith("2 accounts are closed or dormant")
