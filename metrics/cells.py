"""Cells of files that people open in a spreadsheet."""

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a text may not start with in a CSV file: a spreadsheet would run it."""


def safe_cell(value: object) -> object:
    """A cell that a spreadsheet shows and never runs: a text that would start a formula gets an apostrophe.

    Numbers stay numbers, also below zero.

    >>> safe_cell("=1+1"), safe_cell(-3.5), safe_cell(None)
    ("'=1+1", -3.5, '')
    """
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value
