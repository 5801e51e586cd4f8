"""The verdict on every account and website, from what the store knows about their data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from metrics.periods import Period, to_date
from metrics.quality import accuracy, completeness, consistency, days, register, timeliness
from metrics.quality.accuracy import FileReport
from metrics.quality.consistency import Overlap
from metrics.quality.limits import SLACK
from metrics.quality.verdict import Reason, Verdict, gravest_first
from metrics.signals.dormancy import silent
from metrics.words import N_, Message

Series = Mapping[int, Mapping[str, Sequence[int]]]
"""The days with a value, by owner (account or website) and metric."""


@dataclass(frozen=True)
class Evidence:
    """What is known about the data of a period.

    `coverage` is that of `data.queries.coverage`, one row per account; the mappings are by account id. `sites` has
    site_id, department_id and host; `site_days` is by site id.
    """

    coverage: pd.DataFrame
    files: Mapping[int, Sequence[FileReport]] = field(default_factory=dict)
    definitions: Mapping[int, Sequence[str]] = field(default_factory=dict)
    overlaps: Mapping[int, Sequence[Overlap]] = field(default_factory=dict)
    account_days: Series = field(default_factory=dict)
    sites: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=["site_id", "department_id", "host"]))
    site_days: Series = field(default_factory=dict)


def verdicts(evidence: Evidence, period: Period) -> list[Verdict]:
    """A verdict on each account that is in use, then on each website, in the order of the frames."""
    quiet = set(silent(evidence.coverage)["account_id"])
    accounts = register.in_use(evidence.coverage).to_dict("records")
    found = [_of_account(account, evidence, period, account["account_id"] in quiet) for account in accounts]
    return found + [_of_site(site, evidence.site_days, period) for site in evidence.sites.to_dict("records")]


def _of_account(account: Mapping[Any, Any], evidence: Evidence, period: Period, quiet: bool) -> Verdict:
    key = int(account["account_id"])
    reasons = [
        *register.reasons(account, period),
        *timeliness.reasons(account, period, silent=quiet),
        *completeness.reasons(account),
        *consistency.reasons(evidence.definitions.get(key, ()), evidence.overlaps.get(key, ())),
        *accuracy.reasons(evidence.files.get(key, ())),
        *days.reasons(evidence.account_days.get(key, {})),
    ]
    name, platform, department = account["name"], account["platform"], int(account["department_id"])
    return Verdict(name, platform, department, account_id=key, reasons=gravest_first(reasons))


def _of_site(site: Mapping[Any, Any], series: Series, period: Period) -> Verdict:
    key = int(site["site_id"])
    known = series.get(key, {})
    reasons = [*_site_reach(known, period), *days.reasons(known)]
    return Verdict(site["host"], "website", int(site["department_id"]), site_id=key, reasons=gravest_first(reasons))


def _site_reach(series: Mapping[str, Sequence[int]], period: Period) -> list[Reason]:
    """A reason when a website has no figures in the period, or none up to its end."""
    newest = max((max(known) for known in series.values() if len(known)), default=None)
    if newest is None:
        message = Message("no_figures", N_("No figures of this website in this period."))
        todo = Message("load_site", N_("Load an export of the website's statistics of this period."))
        return [Reason("register", "nothing_loaded", "do_not_compare", message, todo)]
    if newest >= period.last - SLACK:
        return []
    values = {"day": to_date(newest), "last": to_date(period.last)}
    message = Message("stops", N_("Its data stop on {day}, before the period ends."), values)
    todo = Message("export_from_stop", N_("Load an export from {day} to {last}."), values)
    return [Reason("timeliness", "stops", "do_not_compare", message, todo)]
