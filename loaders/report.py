"""The account of a batch as plain values: what `inspect` prints and what the load report keeps."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

import pandas as pd

from loaders.files.building.times import iso
from loaders.records import Batch
from metrics.measures import COUNTS

RECORD_FIELDS = ("platform", "account", "post_id", "published_at", "text", "permalink", "type", *COUNTS)


def as_json(batch: Batch) -> dict[str, Any]:
    """One entry of `python -m loaders inspect --json`, in English.

    `error` says why a file or table was refused as a whole; it stands among the warnings too. `audience_rows` are those
    of the rejected rows that are kept as audience context. Several entries have the same `file` where it holds several
    tables (of several networks, say); `table` tells them apart.
    """
    first, last = _span(batch)
    messages = [(w.message, list(w.rows)) for w in batch.warnings]
    if batch.error is not None:
        messages.insert(0, (batch.error, []))
    return {
        "file": batch.file.removesuffix(f"!{batch.table}") if batch.table else batch.file,
        "table": batch.table or None,
        "format": batch.format,
        "kind": batch.kind,
        "platform": batch.platform,
        "accounts": batch.accounts,
        "rows_read": batch.rows_read,
        "rows_kept": batch.rows_kept,
        "rows_rejected": len({rejection.row for rejection in batch.rejected}),
        "audience_rows": batch.audience_rows,
        "duplicates": batch.duplicates,
        "first": first,
        "last": last,
        "missing_metrics": list(batch.missing_metrics),
        "warnings": [{"code": m.code, "message": m.english(), "rows": rows} for m, rows in messages],
        "checks": [asdict(check) for check in batch.checks],
        "questions": [{"name": q.name, "text": q.text.english(), "options": list(q.options)} for q in batch.questions],
        "rejected": [
            {"row": r.row, "column": r.column, "code": r.reason.code, "reason": r.reason.english()}
            for r in sorted(batch.rejected, key=lambda rejection: rejection.row)
        ],
        "error": None if batch.error is None else {"code": batch.error.code, "message": batch.error.english()},
    }


def records(batch: Batch, everything: bool = False) -> Iterator[dict[str, Any]]:
    """The posts of a batch as flat records; with `everything` also comments and daily figures, each with its kind."""
    start = {"kind": "posts"} if everything else {}
    for row in _rows(batch.posts):
        yield start | _published({"platform": batch.platform} | row, RECORD_FIELDS)
    if not everything:
        return
    for row in _rows(batch.comments):
        fields = [name for name in ("platform", *batch.comments.columns) if name not in ("line", "precision")]
        fields[fields.index("published_ts")] = "published_at"
        yield {"kind": "comments"} | _published({"platform": batch.platform} | row, tuple(fields))
    daily = (("account_days", batch.account_days), ("site_days", batch.site_days), ("audience", batch.audience))
    for kind, frame in daily:
        for row in _rows(frame):
            del row["line"]
            yield {"kind": kind, "platform": batch.platform} | row


def _published(row: dict[str, Any], fields: tuple[str, ...]) -> dict[str, Any]:
    row["published_at"] = iso(row["published_ts"], row["precision"])
    return {name: row[name] for name in fields}


def _rows(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Rows as plain Python values; missing values and empty names are None, an empty text is a text."""
    if frame.empty:
        return
    columns = {name: _plain(frame[name], keep_empty=name == "text") for name in frame.columns}
    for values in zip(*columns.values(), strict=True):
        yield dict(zip(columns, values, strict=True))


def _plain(column: "pd.Series[Any]", keep_empty: bool) -> list[Any]:
    values = column.astype("object").where(column.notna(), None).tolist()
    return values if keep_empty else [None if isinstance(value, str) and not value else value for value in values]


def _span(batch: Batch) -> tuple[str | None, str | None]:
    """The first and last moment (or day) in a batch."""
    ends: list[str] = []
    for frame in (batch.posts, batch.comments):
        if not frame.empty:
            seconds = frame["published_ts"].to_numpy(dtype="int64")
            ends += [
                iso(int(seconds[at]), str(frame["precision"].iloc[at])) for at in (seconds.argmin(), seconds.argmax())
            ]
    for frame in (batch.account_days, batch.site_days, batch.audience[batch.audience["date"] != ""]):
        if not frame.empty:
            ends += [frame["date"].min(), frame["date"].max()]
    return (min(ends), max(ends)) if ends else (None, None)


def came_to_nothing(report: Mapping[str, Any]) -> bool:
    """Whether nothing of a table came in: refused as a whole, or row by row."""
    return bool(report["error"]) or _left_out(report) == report["rows_read"] > 0


def lines(report: Mapping[str, Any]) -> list[str]:
    """What an imported table came to, for people: the numbers, then the warnings (and the refusal among them)."""
    done = [f"{report[word]} {word}" for word in ("inserted", "updated", "unchanged")]
    counts = ", ".join([*done, f"{_left_out(report)} rejected"])
    return [f"{report['file']}: {counts}", *(f"  {warning['message']}" for warning in report["warnings"])]


def _left_out(report: Mapping[str, Any]) -> int:
    """Rows of which nothing is kept; those of an audience are no posts, and kept."""
    left_out: int = report["rows_rejected"] - report["audience_rows"]
    return left_out
