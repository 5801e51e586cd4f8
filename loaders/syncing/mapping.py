"""Answers of a platform to rows of the tables: mapped by their format, protected, and accounted for."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Engine

from data.connections import ApiConnection
from data.incoming import Rows
from data.messages_json import message_to_json
from loaders.apis.connector import Fetched, Found
from loaders.files import map_answers
from loaders.importer import assigned_to, protected_rows
from loaders.records import Batch
from loaders.report import as_json
from metrics.words import N_, Message

_MOST_LISTED = 100
_KINDS = ("posts", "site_days", "comments", "account_days", "audience", "other")
"""What an import of several kinds is listed as: the first of these."""
_SUMS = ("rows_read", "rows_kept", "rows_rejected", "duplicates")
_NOT_MISSED = {"repost", "not_public", "others_post", "no_figures", "deleted", "blocked"}
_OF_OTHERS = {"not_assigned", "not_ours"}
"""Why rows are left out that nobody misses; those of other accounts only where there are some of the right one."""
_LEFT_OUT = _NOT_MISSED | {"future_date", "ancient_date"}
"""Why a record is left out each time that it is listed; any other reason is a fault of the answer."""


@dataclass(frozen=True)
class Page:
    """Rows of some answers, and the load report up to and with them.

    `unread` is whether a post or message in them could not be read. What is not among the rows may then be there all
    the same, so nothing may be taken for deleted.
    """

    rows: Rows
    report: dict[str, Any]
    unread: bool


def page_of(
    engine: Engine, connection: ApiConnection, found: Found, answers: Sequence[Fetched], before: Mapping[str, Any]
) -> Page:
    """The rows of answers of one format. Rows of accounts other than that of the connection are left out, and counted.

    `before` is the load report of the pages before.
    """
    first = answers[0]
    batch = map_answers(first.format, connection.name, [answer.document for answer in answers], first.clues)
    ours = _ours(batch, found.names)
    of_account = {} if connection.account_id is None else dict.fromkeys(ours, connection.account_id)
    of_site = {} if connection.site_id is None else dict.fromkeys(ours, connection.site_id)
    kept = assigned_to(batch, of_account, of_site)
    rows = protected_rows(engine, kept)
    kept = replace(kept, duplicates=kept.duplicates + len(kept.posts) - len(rows.posts))
    unread = _is_unread(kept, sum(answer.rows for answer in answers))
    report = {**as_json(kept), "missed": _missed(kept, answers), "unread": unread}
    return Page(rows, _added(before, report), unread)


def _is_unread(batch: Batch, records: int) -> bool:
    faults = {rejection.reason.code for rejection in batch.rejected} - _LEFT_OUT
    return batch.kind in ("posts", "comments") and (batch.rows_read < records or bool(faults))


def _missed(batch: Batch, answers: Sequence[Fetched]) -> dict[str, Any]:
    """How many rows were left out that somebody may miss, and why, by the code of the reason."""
    fetched = sum(answer.rows for answer in answers if answer.document)
    if fetched and not batch.rows_read:
        text = N_("The answers are not as this version of Answerable expects.")
        return {"unread": [fetched, message_to_json(Message("unread", text))]}
    fine = _NOT_MISSED | _OF_OTHERS if batch.rows_kept else _NOT_MISSED
    reasons = {one.row: one.reason for one in batch.rejected if one.reason.code not in fine}
    counts = Counter(reason.code for reason in reasons.values())
    first = {reason.code: reason for reason in reversed(reasons.values())}
    return {code: [n, message_to_json(first[code])] for code, n in counts.items()}


def _ours(batch: Batch, names: Collection[str]) -> list[str]:
    """What the batch calls the account of the connection: with or without @, in capitals or not."""
    known = {_plain(name) for name in names}
    return [name for name in batch.accounts if _plain(name) in known]


def _plain(name: str) -> str:
    return name.strip().removeprefix("@").casefold()


def _added(before: Mapping[str, Any], report: dict[str, Any]) -> dict[str, Any]:
    """One load report of two: numbers are added, what is listed is listed once, and not without end."""
    if not before:
        return report
    made = {**report, **{name: before[name] + report[name] for name in _SUMS}}
    made["accounts"] = list(dict.fromkeys([*before["accounts"], *report["accounts"]]))
    made["rejected"] = [*before["rejected"], *report["rejected"]][:_MOST_LISTED]
    made["missed"] = dict(before["missed"])
    for code, (n, reason) in report["missed"].items():
        made["missed"][code] = [n + before["missed"].get(code, (0,))[0], reason]
    told = {warning["code"]: warning for warning in (*report["warnings"], *before["warnings"])}
    made["warnings"] = list(told.values())
    made["checks"] = before["checks"]
    made["unread"] = before["unread"] or report["unread"]
    made["missing_metrics"] = list(dict.fromkeys([*before["missing_metrics"], *report["missing_metrics"]]))
    for end, best in (("first", min), ("last", max)):
        made[end] = best((report_[end] for report_ in (before, report) if report_[end]), default=None)
    if _KINDS.index(before["kind"]) < _KINDS.index(report["kind"]):
        made |= {"format": before["format"], "kind": before["kind"]}
    return made
