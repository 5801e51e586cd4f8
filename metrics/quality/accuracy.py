"""Accuracy: whether the files of an account agree with themselves, and how many rows had to be left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from metrics.intervals import wilson
from metrics.quality.limits import CHECKS_FAILED, REJECTED
from metrics.quality.verdict import Reason
from metrics.words import N_, Message

CHECKS: dict[str, str] = {
    "time_in_id": N_("The time in the post's number agrees with its date"),
    "parts_and_total": N_("Likes, comments and shares add up to the total in the file"),
    "named_range": N_("The dates lie in the range that the file's name gives"),
    "counts_fell": N_("No count is lower than in an older file"),
}
"""The cross-checks that loaders make, in words."""


@dataclass(frozen=True)
class Tally:
    """So many of so many rows: passed checks, rejected rows."""

    k: int
    n: int

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95 % interval of the share; None of nothing."""
        return wilson(self.k, self.n) if self.n else None


@dataclass(frozen=True)
class FileReport:
    """What an import's load report says about accuracy. `checks` has (checked, failed) by name."""

    import_id: int
    rows_read: int
    rows_rejected: int
    checks: Mapping[str, tuple[int, int]]


def passed(files: Iterable[FileReport], check: str | None = None) -> Tally:
    """The passed checks of some files, of one kind or of all; nothing of nothing where no file can be checked.

    >>> passed([FileReport(1, 9, 0, {"named_range": (9, 1)}), FileReport(2, 5, 0, {})])
    Tally(k=8, n=9)
    """
    pairs = [pair for file in files for name, pair in file.checks.items() if check in (None, name)]
    checked = sum(n for n, _ in pairs)
    return Tally(checked - sum(failed for _, failed in pairs), checked)


def rejected(files: Iterable[FileReport]) -> Tally:
    """The rows that were left out, of all rows that were read."""
    known = list(files)
    return Tally(sum(file.rows_rejected for file in known), sum(file.rows_read for file in known))


def reasons(files: Iterable[FileReport]) -> list[Reason]:
    """A reason for failed checks, and one for many rejected rows."""
    known, found = list(files), []
    checks, left_out = passed(known), rejected(known)
    if checks.n - checks.k > CHECKS_FAILED * checks.n:
        message = Message(
            "checks_failed",
            N_("{failed} of {n} cross-checks of its files failed."),
            {"failed": checks.n - checks.k, "n": checks.n},
        )
        todo = Message("export_again_unedited", N_("Export again, and load the file as the platform gives it."))
        found.append(Reason("accuracy", "checks_failed", "partial", message, todo))
    if left_out.k > REJECTED * left_out.n:
        message = Message(
            "rows_rejected", N_("{k} of {n} rows of its files were left out."), {"k": left_out.k, "n": left_out.n}
        )
        todo = Message("see_why_left_out", N_("Load the file again to see why: Answerable lists every row."))
        found.append(Reason("accuracy", "rows_rejected", "partial", message, todo))
    return found
