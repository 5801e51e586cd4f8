"""The rules, checked on all accounts or on one."""

from collections.abc import Sequence

import streamlit as st

from components.address import choose_one
from components.escape import bare, plain
from components.guideline_checks import Account, checks_card
from components.i18n import _, day, ngettext
from components.page import notes
from components.words import platform_name
from data.filters import Filters
from metrics.guidelines.checks import Check
from metrics.quality.register import in_use
from pages import _numbers as numbers
from pages._context import coverage
from pages._guidelines.judged import judged, key_of_store, register

_ALL = "all"


def account_choice(asked: Filters) -> int | None:
    """Draw the choice between all accounts and one; None for all."""
    known = accounts()
    ids = sorted(in_use(coverage(asked))["account_id"].tolist(), key=lambda one: (known[one].name.casefold(), one))

    def name(code: str) -> str:
        if code == _ALL:
            return _("All accounts")
        one = known[int(code)]
        return _("{account} ({platform})", account=bare(one.name, 60), platform=platform_name(one.platform))

    chosen = choose_one("account", _("Account"), [_ALL, *map(str, ids)], _ALL, name, 500)
    return None if chosen == _ALL else int(chosen)


def checks_section(asked: Filters, found: Sequence[Check], account: int | None) -> None:
    """Draw the table of rules with what a reader needs to judge it."""
    every = judged(asked)
    shown = {check.guideline for check in found}
    titles = {key: version.content.title for key, version in every.versions.items() if key in shown}
    if found:
        checks_card(found, accounts(), titles, numbers.source(asked), account is not None)
    remarks = [
        _(
            "The guideline “{title}” holds from {day}, after the first day of this period. Its rules are shown for the "
            "whole period, as if it had held already.",
            title=plain(version.content.title, 80),
            day=day(version.valid_from),
        )
        for key, version in every.versions.items()
        if key in shown and version.valid_from > asked.period.first
    ]
    if every.without:
        remarks.append(
            ngettext("{n} account follows no guideline.", "{n} accounts follow no guideline.", len(every.without))
        )
    notes(remarks)


def accounts() -> dict[int, Account]:
    """Who each account is, by id."""
    return _accounts(key_of_store())


@st.cache_resource(max_entries=8, show_spinner=False)
def _accounts(key: tuple[str, int]) -> dict[int, Account]:
    rows = register()[["id", "name", "platform", "department"]].itertuples(index=False, name=None)
    return {int(one): Account(name, platform, department) for one, name, platform, department in rows}
