"""The counts of the OECD survey: the file has their place, and a person fills them in and signs them.

They were not found in any open source. Until then nothing is shown for them; a row without a signature never is.
"""

import csv
import io
import json
import time
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Engine, delete, insert, select

from data.access import Access
from data.errors import StoreError
from data.registers.department_register import require_all_departments
from data.registers.register_table import delimiter_of, text_of
from data.schema import benchmark
from data.store import writing
from metrics.maturity.benchmarks import SurveyCount
from metrics.periods import from_iso
from metrics.words import N_, Message

SLOT = Path(__file__).parent / "oecd_2013.csv"
"""The file to fill in: a row for each answer to each question."""
COLUMNS = (
    *("question_id", "question_text", "source", "source_year", "unit", "N", "answer", "n"),
    *("verified_by", "verified_on", "page_or_figure"),
)
CODES = ("OECD_STRATEGY", "OECD_SKILLS")
_KIND = "oecd"
_SIGNED = ("answer", "n", "verified_by", "verified_on", "page_or_figure")
_LARGEST, _LONGEST = 100_000, 300
_SURVEY = date(2013, 9, 1)  # nobody checked anything before it was held


def read_counts(content: bytes) -> tuple[SurveyCount, ...]:
    """The counts of a filled and signed copy. Raises `StoreError` that names the row and says what to do.

    A question may be left empty. What is filled must be signed (`verified_by`, `verified_on`), and the counts of a
    question must add up to its N.
    """
    if len(content) > _LARGEST:
        raise _refused("too_large", N_("This file is far larger than the form. Fill in the form of this page."))
    found = [count for line, cells in _rows(content) if (count := _count(line, cells)) is not None]
    if not found:
        raise _refused("nothing_filled", N_("No row has an answer with a count. Fill in the form and load it again."))
    for code in CODES:
        _check_total(code, [count for count in found if count.code == code])
    return tuple(found)


def survey_counts(engine: Engine, access: Access) -> tuple[SurveyCount, ...]:
    """The signed counts in the store; empty until somebody filled them in."""
    access.require("read")
    with engine.connect() as connection:
        content = connection.scalar(select(benchmark.c.content).where(benchmark.c.kind == _KIND))
    rows = json.loads(content) if content else []
    return tuple(SurveyCount(**row | {"verified_on": date.fromisoformat(row["verified_on"])}) for row in rows)


def save_counts(engine: Engine, access: Access, counts: Iterable[SurveyCount]) -> None:
    """Keep the counts of `read_counts`; those of before are replaced."""
    require_all_departments(access)
    rows = [asdict(count) | {"verified_on": count.verified_on.isoformat()} for count in counts]
    values = {"name": SLOT.name, "kind": _KIND, "version": "", "content": json.dumps(rows), "consent": ""}
    with writing(engine) as connection:
        connection.execute(delete(benchmark).where(benchmark.c.kind == _KIND))
        connection.execute(insert(benchmark).values(**values, who=access.who, made_ts=int(time.time())))


def remove_counts(engine: Engine, access: Access) -> None:
    """Forget the counts; the page then says again that they are not available."""
    require_all_departments(access)
    with writing(engine) as connection:
        connection.execute(delete(benchmark).where(benchmark.c.kind == _KIND))


def _rows(content: bytes) -> list[tuple[int, dict[str, str]]]:
    text = text_of(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        missing = [name for name in COLUMNS if name not in header]
        if missing:
            words = N_("The first line lacks these columns: {missing}. Fill in the form of this page.")
            raise _refused("missing_columns", words, missing=tuple(missing))
        return [
            (reader.line_num, dict(zip(header, (cell.strip() for cell in cells), strict=False)))
            for cells in reader
            if any(cell.strip() for cell in cells)
        ]
    except csv.Error as error:
        words = N_("Line {line} cannot be read as CSV. Check its quotation marks and save the file again.")
        raise _refused("broken_csv", words, line=reader.line_num) from error


def _count(line: int, cells: dict[str, str]) -> SurveyCount | None:
    """A filled row; None for one whose place is still empty."""
    if not any(cells.get(name) for name in ("answer", "n", "verified_by", "verified_on")):
        return None
    for name in _SIGNED:
        if not cells.get(name):
            words = N_("Row {line}: “{column}” is empty. A row counts only when it is filled in and signed.")
            raise _refused("unsigned", words, line=line, column=name)
    if cells["question_id"] not in CODES:
        words = N_("Row {line}: “{value}” is not one of the questions: {codes}.")
        raise _refused("question", words, line=line, value=cells["question_id"][:40], codes=CODES)
    if cells.get("unit") != "national":
        words = N_("Row {line}: the survey is of national governments, so “unit” must be national.")
        raise _refused("unit", words, line=line)
    signed = from_iso(cells["verified_on"])
    if signed is None or not _SURVEY <= signed <= datetime.now(UTC).date():
        words = N_("Row {line}: “{value}” is not a day on which this can be checked. Write year-month-day.")
        raise _refused("verified_on", words, line=line, value=cells["verified_on"][:40])
    return SurveyCount(
        code=cells["question_id"],
        text=cells.get("question_text", "")[:_LONGEST],
        source=cells.get("source", "")[:_LONGEST],
        year=_whole(line, "source_year", cells, 1900),
        total=_whole(line, "N", cells, 1),
        answer=cells["answer"][:_LONGEST],
        n=_whole(line, "n", cells, 0),
        verified_by=cells["verified_by"][:_LONGEST],
        verified_on=signed,
        place=cells["page_or_figure"][:_LONGEST],
    )


def _whole(line: int, column: str, cells: dict[str, str], lowest: int) -> int:
    text = cells.get(column, "")
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) >= lowest):
        words = N_("Row {line}: “{value}” in “{column}” is not a whole number that can be. Write it in digits.")
        raise _refused("number", words, line=line, value=text[:40], column=column)
    return int(text)


def _check_total(code: str, counts: list[SurveyCount]) -> None:
    totals = {count.total for count in counts}
    if len(totals) > 1:
        words = N_("The rows of {code} have different values of N. Write the same one in each.")
        raise _refused("totals", words, code=code)
    if len({count.answer.casefold() for count in counts}) < len(counts):
        raise _refused("twice", N_("An answer to {code} is there twice. Write one row for each answer."), code=code)
    found = sum(count.n for count in counts)
    if totals and found not in totals:
        words = N_(
            "The counts of {code} add up to {found}, not to N = {total}. Fill in every answer, also “no answer”."
        )
        raise _refused("sum", words, code=code, found=found, total=totals.pop())


def _refused(code: str, text: str, /, **values: object) -> StoreError:
    return StoreError(Message(f"survey_{code}", text, values))
