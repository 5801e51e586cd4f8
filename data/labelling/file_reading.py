"""Reading a file of labels: whatever was sent, what comes out can be merged."""

import csv
import io
import re
from dataclasses import dataclass

from data.errors import StoreError
from data.registers.register_table import delimiter_of, text_of
from metrics.text.labels import TASKS, TaskCode
from metrics.words import N_, Message

COLUMNS = ("task", "message", "platform", "predicted", "labeller", "value", "date")
"""The columns of the file, in this order; of these, four are needed to read it."""
NEEDED = ("task", "message", "labeller", "value")
LARGEST = 5_000_000
"""Bytes; two thousand labels are far fewer."""

_KEY = re.compile(r"m([0-9a-f]{1,16})-([0-9a-f]{1,16})")


@dataclass(frozen=True)
class FileLabel:
    """One label of a file: the key of the message, by which labeller (1 or 2), and what it says."""

    post_id: int
    id: int
    labeller: int
    value: str


def written_key(post_id: int, id: int) -> str:
    """The key of a message as text, which no spreadsheet takes for a number and rounds.

    >>> written_key(255, 4096)
    'mff-1000'
    """
    return f"m{post_id:x}-{id:x}"


def read_file(content: bytes, task: TaskCode) -> tuple[FileLabel, ...]:
    """The labels of a file, checked. Raises `StoreError` that says what is wrong, in which row and column, and what to
    do; rows are counted as a spreadsheet does, the header is row 1.
    """
    if len(content) > LARGEST:
        text = N_("This file is too large to be labels. Choose the CSV file that was saved here.")
        raise StoreError(Message("file_large", text))
    text = text_of(content)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    try:
        missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
        if missing:
            words = N_("The first line lacks these columns: {missing}. Choose a file of labels that was saved here.")
            raise StoreError(Message("missing_columns", words, {"missing": ", ".join(missing)}))
        found = [_label(row, number, task) for number, row in enumerate(reader, 2)]
    except csv.Error as error:
        words = N_("Line {line} cannot be read as CSV. Check its quotation marks and save the file again.")
        raise StoreError(Message("broken_csv", words, {"line": reader.line_num})) from error
    return tuple(dict.fromkeys(found))


def _label(row: dict[str, str | None], number: int, task: TaskCode) -> FileLabel:
    said = {name: (row[name] or "").strip() for name in NEEDED}
    if said["task"] != task:
        words = N_("it holds “{value}”, but this round is about “{task}”. Choose a round of the same kind.")
        raise _wrong(number, "task", words, {"value": said["task"], "task": task})
    key = _KEY.fullmatch(said["message"])
    if key is None:
        words = N_("“{value}” is not the key of a message. Take the file as it was saved.")
        raise _wrong(number, "message", words, {"value": said["message"]})
    if said["labeller"] not in ("1", "2"):
        words = N_("“{value}” is not 1 or 2, for the first or the second person.")
        raise _wrong(number, "labeller", words, {"value": said["labeller"]})
    allowed = TASKS[task].values
    if said["value"] not in allowed:
        words = N_("“{value}” is not one of these: {allowed}.")
        raise _wrong(number, "value", words, {"value": said["value"], "allowed": ", ".join(allowed)})
    post_id, id = (int(part, 16) for part in key.groups())
    return FileLabel(post_id, id, int(said["labeller"]), said["value"])


def _wrong(number: int, column: str, text: str, values: dict[str, str]) -> StoreError:
    problem = Message("problem", text, {name: value[:80] for name, value in values.items()})
    words = N_("Row {row}, column {column}: {problem}")
    return StoreError(Message("wrong_cell", words, {"row": number, "column": column, "problem": problem}))
