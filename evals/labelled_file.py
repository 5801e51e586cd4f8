"""A CSV file with texts that somebody labelled, as the evals of texts read it."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd


class RefusedFileError(ValueError):
    """The file is not one with texts, or its labels are none."""


def read_texts(path: Path, needed: Collection[str] = ("text", "label")) -> pd.DataFrame:
    """The rows of a file in UTF-8, all as text, with column names in small letters.

    Raises `RefusedFileError` that says what is wrong: it cannot be read, a column is missing, or it has no rows.
    """
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise RefusedFileError(f"{path}: cannot be read as CSV in UTF-8 ({error}).") from error
    table.columns = table.columns.str.strip().str.lower()
    if not set(needed) <= set(table.columns):
        columns = " and ".join(needed)
        word = "columns" if len(needed) > 1 else "column"
        raise RefusedFileError(f"{path}: needs the {word} {columns}, and has {', '.join(table.columns)}.")
    if table.empty:
        raise RefusedFileError(f"{path}: has no texts.")
    return table
