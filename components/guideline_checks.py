"""The rules of the guidelines, checked: a table to read, and a CSV with every account."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.chart import below
from components.escape import plain
from components.guideline_words import (
    BASES,
    figure_words,
    reason_words,
    tally_line,
    todo_words,
    use_words,
    verdict_words,
)
from components.i18n import _, ngettext
from components.number_table import Table
from components.source import Source
from components.table import html_table
from components.words import platform_name
from metrics.guidelines.checked import VERDICTS, Verdict
from metrics.guidelines.checks import Check
from metrics.guidelines.elements import ELEMENTS

_NAMED = 4  # accounts that are named in a cell; the rest is counted


@dataclass(frozen=True)
class Account:
    """Who an account is, as texts from the store."""

    name: str
    platform: str
    department: str


def checks_card(
    found: Sequence[Check], accounts: Mapping[int, Account], titles: Mapping[int, str], source: Source, alone: bool
) -> None:
    """Draw the card. `titles` names each guideline by number; `alone`: one account, so each rule has one verdict."""
    title = _("The rules, checked")
    with st.container(border=True, key="card_guideline_checks"):
        st.header(title, anchor=False)
        st.markdown(tally_line(found))
        st.caption(_("A rule is kept, or not, when its whole 95% interval lies on one side. What to do is in italics."))
        words = _words(found, accounts, titles, alone)
        html_table(words, title)
        below("guideline-rules", title, Table(lambda: words, lambda: checks_as_rows(found, accounts, titles)), source)


def _words(
    found: Sequence[Check], accounts: Mapping[int, Account], titles: Mapping[int, str], alone: bool
) -> pd.DataFrame:
    """One row for each rule of each guideline: two columns, so that it fits a telephone."""
    rows = []
    for checks in _by_use(found):
        first = checks[0]
        rule = plain(use_words(first.use), 300)
        if len(titles) > 1:
            rule = _("{rule} ({guideline})", rule=rule, guideline=plain(titles[first.guideline], 80))
        rule = f"**{_(ELEMENTS[first.rule.element].title)}** {rule}"
        single = alone or first.account_id is None
        rows.append((rule, _one(first) if single else _many(checks, accounts)))
    return pd.DataFrame(rows, columns=[_("Rule"), _("Verdict, how sure, and what to do")], dtype="object")


def _by_use(found: Sequence[Check]) -> list[list[Check]]:
    groups: dict[tuple[int, int], list[Check]] = {}
    for check in found:
        groups.setdefault((check.guideline, id(check.use)), []).append(check)
    return list(groups.values())


def _one(check: Check) -> str:
    """The verdict on one account, with its number, the reason and what to do."""
    parts = [f"**{verdict_words(check.checked.verdict)}**", figure_words(check), reason_words(check.checked)]
    if todo := todo_words(check):
        parts.append(f"*{todo}*")
    return " ".join(part for part in parts if part)


def _many(checks: Sequence[Check], accounts: Mapping[int, Account]) -> str:
    """How many accounts have each verdict, and which do not keep the rule."""
    lines = []
    for verdict in VERDICTS:
        group = [check for check in checks if check.checked.verdict == verdict]
        if not group:
            continue
        n = ngettext("{n} account", "{n} accounts", len(group))
        line = f"**{verdict_words(verdict)}** {n}"
        if verdict == "not_kept":
            line += f": {_named(group, accounts)}. *{todo_words(group[0])}*"
        elif verdict == "not_measurable":
            line += ": " + " ".join(dict.fromkeys(reason_words(check.checked) for check in group))
        lines.append(line)
    return " · ".join(lines)


def _named(group: Sequence[Check], accounts: Mapping[int, Account]) -> str:
    """The accounts with their number, in alphabetical order: no ranking."""
    known = [(accounts[check.account_id], check) for check in group if check.account_id is not None]
    known.sort(key=lambda pair: (pair[0].name.casefold(), pair[0].platform))
    names = [
        _(
            "{account} ({platform}), {figure}",
            account=plain(one.name, 60),
            platform=platform_name(one.platform),
            figure=figure_words(check),
        )
        for one, check in known[:_NAMED]
    ]
    if len(known) > _NAMED:
        names.append(_("{n} more", n=len(known) - _NAMED))
    return "; ".join(names)


def checks_as_rows(found: Sequence[Check], accounts: Mapping[int, Account], titles: Mapping[int, str]) -> pd.DataFrame:
    """The table for programs: one row for each rule and account."""
    rows: list[dict[str, object]] = []
    for check in found:
        one = accounts[check.account_id] if check.account_id is not None else None
        checked = check.checked
        verdict: Verdict = checked.verdict
        rows.append(
            {
                _("Guideline"): titles[check.guideline],
                _("Element"): _(ELEMENTS[check.rule.element].title),
                _("Rule"): use_words(check.use),
                _("Rule code"): check.rule.id,
                _("Account"): one.name if one else "",
                _("Platform"): platform_name(one.platform) if one else "",
                _("Department"): one.department if one else "",
                _("Verdict"): _(VERDICTS[verdict]),
                _("Verdict code"): verdict,
                _("Share (0 to 1)"): checked.value,
                _("Lowest of the 95% interval"): checked.low,
                _("Highest of the 95% interval"): checked.high,
                _("n"): checked.n,
                _("What n counts"): _(BASES[check.rule.basis]),
                _("Why"): reason_words(checked),
                _("What to do"): todo_words(check),
            }
        )
    return pd.DataFrame(rows, dtype=object)
