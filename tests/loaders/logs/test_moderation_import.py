"""A log of removals from a file: an account of every row, and nothing of what citizens wrote."""

import csv
import io
from collections.abc import Sequence
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.logs.moderation import removals
from data.registers import add_account, add_department
from data.schema import metadata
from data.store import version
from loaders.logs.moderation import ModerationReport, load_moderation
from loaders.logs.moderation_rows import LogTable, read_moderation
from loaders.logs.own_accounts import OwnAccounts
from loaders.logs.template import MODERATION
from loaders.templates import LANGUAGES, MARK
from loaders.templates.writing import as_csv, as_xlsx
from metrics.periods import to_date

REGISTER = pd.DataFrame(
    [
        (1, "facebook", "waterstad", "Gemeente Waterstad"),
        (2, "x", "waterstad", "Webcare"),
        (3, "x", "parken", "Parken"),
    ],
    columns=["id", "platform", "handle", "name"],
)
OWN = OwnAccounts(REGISTER)
NEWEST = 20_726
DUTCH = ("Datum", "Kanaal", "Account", "Maatregel", "Reden", "Huisregel", "Aantal", "Bezwaar", "Teruggedraaid")


def file(header: Sequence[str], *rows: Sequence[str], delimiter: str = ";") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([header, *rows])
    return text.getvalue().encode()


def read(content: bytes) -> LogTable:
    tables, error = read_moderation("log.csv", content, OWN, NEWEST)
    assert error is None
    [table] = tables
    return table


def reasons(table: LogTable) -> dict[int, tuple[str | None, str]]:
    return {one.row: (one.column, one.reason.code) for one in table.rejected}


@pytest.fixture
def registered(store: Engine) -> Engine:
    department = add_department(store, ME, "Communicatie")
    for platform, handle, name in REGISTER[["platform", "handle", "name"]].itertuples(index=False, name=None):
        add_account(store, ME, department, platform, handle, name)
    return store


def test_a_dutch_log_row_by_row() -> None:
    table = read(
        file(
            DUTCH,
            ("29-09-2026", "Facebook", "@Waterstad", "Verborgen", "Belediging", "huisregel 1", "3", "ja", "nee"),
            ("2026-09-28", "X (Twitter)", "webcare", "verwijderd", "", "", "", "", ""),
            ("28-09-2026 14:05", "", "Gemeente  Waterstad", "gewist", "gemeen doen", "", "12", "2", "1"),
        )
    )
    assert table.rejected == [] and table.rows_read == 3
    assert [(one["account_id"], to_date(one["day"]).isoformat()) for one in table.kept] == [
        (1, "2026-09-29"),
        (2, "2026-09-28"),
        (1, "2026-09-28"),
    ]
    assert [(one["action"], one["reason"], one["rule"]) for one in table.kept] == [
        ("hidden", "insult", "huisregel 1"),
        ("deleted", "", ""),
        ("deleted", "other", ""),
    ]
    assert [(one["n"], one["appealed"], one["reversed"]) for one in table.kept] == [(3, 1, 0), (1, 0, 0), (12, 2, 1)]
    assert [(one.message.code, one.rows) for one in table.warnings] == [("reason_as_other", (4,))]


def test_each_row_that_is_left_out_says_where_and_why() -> None:
    table = read(
        file(
            DUTCH,
            ("", "x", "parken", "verborgen", "", "", "", "", ""),
            ("morgen", "x", "parken", "verborgen", "", "", "", "", ""),
            ("2026-10-01", "x", "parken", "verborgen", "", "", "", "", ""),
            ("2026-09-01", "x", "parken", "geblokkeerd", "", "", "", "", ""),
            ("2026-09-01", "hyves", "parken", "verborgen", "", "", "", "", ""),
            ("2026-09-01", "x", "zwembad", "verborgen", "", "", "", "", ""),
            ("2026-09-01", "", "waterstad", "verborgen", "", "", "", "", ""),
            ("2026-09-01", "x", "", "verborgen", "", "", "", "", ""),
            ("2026-09-01", "x", "parken", "verborgen", "", "", "veel", "", ""),
            ("2026-09-01", "x", "parken", "verborgen", "", "", "0", "", ""),
            ("2026-09-01", "x", "parken", "verborgen", "", "", "1", "2", ""),
        )
    )
    assert table.kept == []
    assert reasons(table) == {
        2: ("Datum", "no_date"),
        3: ("Datum", "unreadable_date"),
        4: ("Datum", "future_day"),
        5: ("Maatregel", "unknown_action"),
        6: ("Kanaal", "unknown_platform"),
        7: ("Account", "unknown_account"),
        8: ("Account", "several_accounts"),
        9: ("Account", "no_account"),
        10: ("Aantal", "not_a_number"),
        11: ("Aantal", "no_number"),
        12: ("Bezwaar", "too_many_appeals"),
    }


def test_what_citizens_wrote_and_who_they_are_is_never_stored(registered: Engine) -> None:
    content = file(
        ("date", "platform", "account", "action", "reason", "rule", "Text", "Author", "Ticket"),
        (
            "2026-06-01",
            "x",
            "parken",
            "hidden",
            "Piet Puk is een sukkel",
            "rule 3, see @piet_puk",
            "Sukkels!",
            "piet",
            "7",
        ),
    )
    report = load_moderation(registered, ME, "log.csv", content)
    assert [one.message.code for one in report.tables[0].warnings] == [
        "private_columns",
        "unused_columns",
        "reason_as_other",
    ]
    assert report.tables[0].warnings[0].message.values["columns"] == "Text, Author"
    with registered.connect() as connection:
        everything = [str(row) for table in metadata.tables.values() for row in connection.execute(select(table))]
    assert len(removals(registered, ME)) == 1
    for secret in ("Puk", "Sukkel", "piet", "sukkel"):
        assert not [row for row in everything if secret in row], secret


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_the_template_comes_back_as_it_was_filled_in(make: Any, language: str) -> None:
    untouched = read(make(MODERATION, language))
    assert (untouched.rows_read, untouched.kept) == (1, [])
    assert [one.reason.code for one in untouched.rejected] == ["example_row"]
    filled = read(make(MODERATION, language, [row | {MARK: ""} for row in MODERATION.rows(language)]))
    [row] = filled.kept
    assert (row["account_id"], row["action"], row["reason"], row["n"]) == (1, "hidden", "insult", 2)
    assert (row["appealed"], row["reversed"], filled.warnings) == (1, 0, [])


def test_every_choice_of_the_template_is_understood() -> None:
    choices = {column.name: column.choices for column in MODERATION.columns}
    rows = [("2026-09-01", platform, "", "hidden", "") for platform in choices["platform"]]
    rows += [("2026-09-01", "x", "parken", action, "") for action in choices["action"]]
    rows += [("2026-09-01", "x", "parken", "hidden", reason) for reason in choices["reason"]]
    table = read(file(("date", "platform", "account", "action", "reason"), *rows))
    assert len(table.kept) == len(choices["action"]) + len(choices["reason"])
    assert {one.reason.code for one in table.rejected} == {"no_account"}, "every platform is known"
    assert not table.warnings


def test_a_file_is_loaded_once_however_often_it_comes(registered: Engine) -> None:
    content = file(
        ("date", "account", "action"), ("2026-06-01", "parken", "hidden"), ("2026-06-01", "nobody", "hidden")
    )
    first = load_moderation(registered, ME, "C:\\logs\\june.csv", content)
    assert first.stored is not None and (first.stored.rows, first.stored.source) == (1, "june.csv")
    before = removals(registered, ME)
    again = load_moderation(registered, ME, "copy of june.csv", content)
    assert again.stored is not None and (again.stored.rows, again.stored.source) == (0, "june.csv")
    assert removals(registered, ME).equals(before)


def test_hostile_names_and_cells_are_only_text(registered: Engine) -> None:
    content = file(("date", "account", "action", "rule"), ("2026-06-01", "parken", "hidden", "=1+1</td><script>"))
    report = load_moderation(registered, ME, "=cmd()<img src=x>\x00.csv", content)
    assert report.stored is not None and report.stored.rows == 1
    assert removals(registered, ME)["rule"].tolist() == ["=1+1</td><script>"], "escaped where it is shown"


def test_without_the_right_nothing_is_read(registered: Engine) -> None:
    before = version(registered)
    with pytest.raises(AccessDeniedError):
        load_moderation(registered, Access("visitor", "reader"), "log.csv", b"")
    assert version(registered) == before


def account_of(report: list[LogTable]) -> None:
    for table in report:
        out = {one.row for one in table.rejected}
        assert table.rows_read == len(table.kept) + len(out)
        assert all(one.reason.english() for one in table.rejected)


cells = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(
        ["2026-09-01", "x", "parken", "hidden", "verwijderd", "spam", "1", "ja", "1e9", "=1+1", "", "voorbeeld"]
    ),
)
headers = st.sampled_from([*(name for name in DUTCH), "Tekst", "Auteur", "Answerable: removals", "?"])


@given(st.lists(headers, max_size=11, unique=True), st.lists(st.lists(cells, max_size=11), max_size=6))
def test_any_table_gives_a_report_with_an_account_of_every_row(header: list[str], rows: list[list[str]]) -> None:
    tables, error = read_moderation("log.csv", file(header, *rows), OWN, NEWEST)
    account_of(tables)
    assert bool(tables) != (error is not None)


@given(st.lists(st.tuples(cells, cells, cells, cells, cells, cells), min_size=1, max_size=8))
def test_every_row_of_a_log_is_kept_or_left_out_with_a_reason(rows: list[tuple[str, ...]]) -> None:
    tables, _error = read_moderation("log.csv", file(DUTCH[:6], *rows), OWN, NEWEST)
    account_of(tables)
    for table in tables:
        assert all(one["day"] <= NEWEST and one["account_id"] in (1, 2, 3) for one in table.kept)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_report(content: bytes) -> None:
    tables, error = read_moderation("log.csv", content, OWN, NEWEST)
    account_of(tables)
    assert tables or (error is not None and error.english())


def test_a_file_of_another_kind_says_what_is_needed(registered: Engine) -> None:
    report: ModerationReport = load_moderation(registered, ME, "posts.csv", b"date,likes\n2026-06-01,3\n")
    assert report.stored is None and report.error is not None
    assert "needs columns with the date, the account and the action" in report.error.english()
