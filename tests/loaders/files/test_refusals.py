"""Files that people load by mistake, or on purpose to break things: a clear message, and nothing wrong kept."""

import io
import random
import zipfile

import msoffcrypto
import pytest

from loaders.files import read_files
from loaders.files.reading import limits
from tests.loaders.files.sample_exports import codes, content, one

TWEETS = content("x_analytics/tweet_activity_metrics_gem_waterstad_20220301_20220401_nl.csv")
BOOK = content("linkedin/gemeente-waterstad_content_1741680000000.xlsx")
HEADER = "Tweet id,Tweet permalink,Tweet text,time,impressions,likes\n"
ID = 1476946213748543488  # 2021-12-31 15:59:13 UTC


def row(number: int, text: str = "Hoi", likes: str = "1", time: str = "2021-12-31 15:59 +0000") -> str:
    post = ID + number * (1 << 12)  # a fraction of a second later
    return f"{post},https://twitter.com/gem/status/{post},{text},{time},5,{likes}\n"


def zipped(members: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


def encrypted(book: bytes) -> bytes:
    target = io.BytesIO()
    msoffcrypto.OfficeFile(io.BytesIO(book)).encrypt("geheim", target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.csv", b"", "empty_file"),
        ("blank.csv", b"\xef\xbb\xbf\r\n \n", "empty_file"),
        ("photo.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not_a_table"),
        ("photo.csv", b"\xff\xd8\xff\xe0" + bytes(99), "not_a_table"),
        ("report.csv", b"%PDF-1.7\n...", "not_a_table"),
        ("login.csv", b"<!DOCTYPE html><html><title>Log in</title></html>", "not_a_table"),
        ("noise.csv", bytes(range(256)) * 20, "not_a_table"),
        ("header.csv", HEADER.encode(), "header_only"),
        ("text.csv", b"Just a note, with a comma\nand a second line\n", "unknown_format"),
        ("secret.xlsx", encrypted(BOOK), "password"),
        ("half.xlsx", BOOK[: len(BOOK) // 2], "damaged_zip"),
        ("half.xls", content("linkedin/gemeente-waterstad_content_1741680000000.xls")[:3000], "damaged_workbook"),
        ("half.json", b'[{"id": 1},', "damaged_document"),
        ("deep.json", b"[" * 100_000, "damaged_document"),
        ("numbers.json", b"[1, 2, 3]", "no_records"),
        ("letter.docx", zipped({"word/document.xml": b"<x/>"}), "not_a_table"),
        ("nothing.zip", zipped({}), "empty_archive"),
        ("bomb.zip", zipped({"a.csv": b"0" * 60_000_000}), "zip_bomb"),
        ("many.zip", zipped({f"{i}.csv": b"" for i in range(limits.ARCHIVE_MEMBERS + 1)}), "too_many_members"),
        ("nested.zip", zipped({"a.zip": zipped({"b.zip": zipped({"c.csv": TWEETS})})}), "nested_archive"),
    ],
)
def test_a_file_that_is_refused(name: str, data: bytes, code: str) -> None:
    batch = one(name, data)
    assert batch.error is not None
    assert (batch.error.code, batch.format, batch.rows_read) == (code, None, 0)
    assert batch.error.english()


def test_a_file_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.files.reading.kinds.FILE_BYTES", limits.MEGABYTE)
    batch = one("large.csv", HEADER + row(1) + " " * limits.MEGABYTE)
    assert batch.error is not None
    assert "1 MB" in batch.error.english()


def test_a_workbook_that_unpacks_to_too_much_is_not_opened() -> None:
    with zipfile.ZipFile(io.BytesIO(BOOK)) as book:
        members = {name: book.read(name) for name in book.namelist()}
    members["xl/worksheets/sheet1.xml"] += b" " * 60_000_000
    batch = one("bomb.xlsx", zipped(members))
    assert batch.error is not None
    assert batch.error.code == "zip_bomb"


def test_a_zip_that_lies_about_its_sizes_is_not_opened() -> None:
    honest = zipped({"a.csv": b"0" * 60_000_000})
    lying = honest.replace((60_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != honest
    assert one("bomb.zip", lying).error.code == "zip_bomb"  # type: ignore[union-attr]


def test_one_bad_member_does_not_stop_the_others() -> None:
    batches = read_files([("both.zip", zipped({"photo.csv": b"\x89PNG\r\n\x1a\n", "x.csv": TWEETS}))])
    assert [(batch.file, batch.format) for batch in batches] == [
        ("both.zip!photo.csv", None),
        ("both.zip!x.csv", "x_analytics_posts"),
    ]


def test_files_of_the_system_in_a_zip_are_left_out() -> None:
    batches = read_files([("x.zip", zipped({"__MACOSX/._x.csv": b"\x00", ".DS_Store": b"\x00", "x.csv": TWEETS}))])
    assert [batch.file for batch in batches] == ["x.zip!x.csv"]


def test_a_workbook_named_csv_is_read_as_a_workbook() -> None:
    assert [batch.format for batch in read_files([("export.csv", BOOK)])] == ["linkedin_days", "linkedin_posts"]


def test_a_workbook_damaged_in_its_middle_is_refused() -> None:
    damaged = bytearray(content("linkedin/gemeente-waterstad_content_1741680000000.xls"))
    damaged[1426] = 0xFF  # the offset of a directory entry: the reader panics
    (batch,) = read_files([("export.xls", bytes(damaged))])
    assert batch.error is not None
    assert batch.error.code == "damaged_workbook"


def test_a_cell_of_ten_megabytes_costs_its_row_only() -> None:
    batch = one("long.csv", HEADER + row(1) + row(2, text="x" * 10_000_000) + row(3))
    (rejection,) = batch.rejected
    assert (rejection.row, rejection.column, rejection.reason.code) == (3, "Tweet text", "cell_too_long")
    assert batch.rows_kept == 2


def test_ragged_rows() -> None:
    short = row(2).rsplit(",", 1)[0] + "\n"
    batch = one("ragged.csv", HEADER + row(1) + short + row(3, text="a, b") + row(4))
    assert [(r.row, r.reason.code) for r in batch.rejected] == [(4, "too_many_cells")]
    assert [w.rows for w in batch.warnings if w.message.code == "short_rows"] == [(3,)]
    assert batch.posts["missing"].str[2].tolist() == [".", "e", "."]


def test_a_short_row_whose_cells_do_not_fit_is_rejected() -> None:
    shifted = f"{ID},https://twitter.com/gem/status/{ID},Hoi,2021-12-31 15:59 +0000,many\n"
    batch = one("shifted.csv", HEADER + shifted + row(1))
    assert [(r.row, r.reason.code) for r in batch.rejected] == [(2, "short_row")]


def test_a_download_that_was_cut_off_loses_its_last_row() -> None:
    batch = one("cut.csv", (HEADER + row(1) + row(2))[:-5])
    assert [(r.row, r.reason.code) for r in batch.rejected] == [(3, "cut_off")]
    assert batch.rows_kept == 1


def test_a_quotation_mark_that_is_never_closed_is_told() -> None:
    batch = one("open.csv", HEADER + row(1) + row(2, text='"Hoi') + row(3))
    assert [(r.row, r.reason.code) for r in batch.rejected] == [(3, "cut_off")]


def test_formulas_are_kept_as_text_and_are_no_counts() -> None:
    batch = one("formula.csv", HEADER + row(1, text="=1+1") + row(2, likes="=SUM(A1:A9)"))
    assert codes(batch) == {"formula", "unreadable_count"}
    assert batch.posts["text"][0] == "=1+1"
    assert batch.posts["missing"].str[2].tolist() == [".", "x"]


def test_dates_in_the_future_are_rejected() -> None:
    batch = one("future.csv", HEADER + row(1) + row(2, time="2199-01-01 10:00 +0000"))
    assert [(r.row, r.column, r.reason.code) for r in batch.rejected] == [(3, "time", "future_date")]


def test_a_date_before_any_platform_is_rejected() -> None:
    batch = one("zero.csv", HEADER + row(1, time="1899-12-30 00:00 +0000"))
    assert [r.reason.code for r in batch.rejected] == ["ancient_date"]


def test_duplicate_headers_are_told() -> None:
    batch = one("twice.csv", HEADER.replace("likes", "impressions") + row(1))
    assert codes(batch) == {"duplicate_headers"}


def test_negative_counts_are_missing() -> None:
    batch = one("negative.csv", HEADER + row(1, likes="-3"))
    assert batch.posts["likes"].isna().all()
    assert codes(batch) == {"unreadable_count"}


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_never_crash(seed: int) -> None:
    start = [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<?xml ", b"[{", b"\xff\xfe", b'"'][seed % 7]
    for batch in read_files([("fuzz.bin", start + random.Random(seed).randbytes(3000))]):
        assert batch.error is not None
