"""The register of accounts from a CSV file."""

import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.errors import StoreError
from data.registers import BadRow, accounts, departments, register_from_csv
from data.store import version

DUTCH = """Afdeling;Platform;Account;Naam;Rol beheerder;Doel;Doelstelling;Status;Datum evaluatie;Opmerking
Parken;X;@parken;Parken;redacteur;nieuws;Dienstverlening;actief;31-01-2027;zie map
Parken;Twitter;@Parken ; ;adviseur;;;slapend;;
Wegen;Facebook;wegen;;;;;;;
"""


def test_dutch_headers_words_and_dates(store: Engine) -> None:
    report = register_from_csv(store, ME, DUTCH.encode("cp1252"))
    assert (report.rows_read, report.departments_added, report.added, report.updated) == (3, 2, 2, 1)
    assert report.rejected == []
    columns = [
        "department",
        "platform",
        "handle",
        "name",
        "owner_role",
        "purpose",
        "objective",
        "status",
        "review_date",
    ]
    rows = accounts(store, ME)[columns].astype(object).fillna("").to_numpy().tolist()
    assert rows == [
        ["Parken", "x", "parken", "Parken", "adviseur", "nieuws", "service", "dormant", "2027-01-31"],
        ["Wegen", "facebook", "wegen", "wegen", "", "", "", "active", ""],
    ]


def test_the_same_file_again_changes_nothing(store: Engine) -> None:
    text = "department,platform,handle,status,review_date\nParks,linkedin,city-parks,active,2027-01-31\n"
    assert register_from_csv(store, ME, text.encode("utf-8-sig")).added == 1
    again = register_from_csv(store, ME, text.encode("utf-16"))
    assert (again.added, again.updated, again.unchanged, again.departments_added) == (0, 0, 1, 0)


def test_bad_rows_are_left_out_and_named_by_line_and_column(store: Engine) -> None:
    text = (
        "department,platform,handle,status,review_date\n"
        'Parks,x,parks,"active\n",\n'
        "\n"
        "Parks,myspace,parks,active,\n"
        ",x,other,active,\n"
        "Roads,x,,active,\n"
        "Roads,,roads,active,\n"
        "Roads,x,roads,gone,\n"
        "Roads,x,roads,active,31/01/2027\n"
        "Library\n"
    )
    report = register_from_csv(store, ME, text.encode())
    assert (report.rows_read, report.added, report.departments_added) == (8, 1, 2)
    assert [(bad.row, bad.column) for bad in report.rejected] == [
        (5, "platform"),
        (6, "department"),
        (7, "handle"),
        (8, "platform"),
        (9, "status"),
        (10, "review_date"),
    ]
    assert isinstance(report.rejected[0], BadRow)
    assert report.rejected[0].reason.english().startswith("“myspace” is not known. Use one of these: facebook, ")
    assert departments(store, ME)["name"].tolist() == ["Library", "Parks"]


def test_one_transaction(store: Engine) -> None:
    before = version(store)
    register_from_csv(store, ME, DUTCH.encode())
    assert version(store) == before + 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "missing_columns"),
        (b"name,handle\na,b\n", "missing_columns"),
        (b"department,afdeling,platform,handle\n", "double_columns"),
        (b"PK\x03\x04\0\0\0", "not_csv"),
        (b'department,platform,handle\na,x,"b\n', "broken_csv"),
    ],
)
def test_a_file_that_is_no_register_stores_nothing(store: Engine, content: bytes, code: str) -> None:
    before = version(store)
    with pytest.raises(StoreError) as refused:
        register_from_csv(store, ME, content)
    assert refused.value.message.code == code
    assert version(store) == before
    assert departments(store, ME).empty
