"""Can these data be compared? A verdict on each account, with the reasons and what to do about them."""

from datetime import UTC, date, datetime

import streamlit as st

from components.address import choose_one
from components.escape import bare, plain
from components.i18n import _, say
from components.page import finding, notes, page
from components.quality_details import (
    accuracy_table,
    completeness_table,
    consistency_facts,
    days_table,
    timeliness_facts,
)
from components.quality_notes import freshness, out_of_use, without_accounts, without_posts
from components.quality_table import in_order, quality_table
from components.quality_tiles import quality_tiles
from components.welcome import no_data
from components.words import platform_name
from data.filters import Filters
from loaders.files import formats
from metrics.quality import register
from metrics.quality.completeness import completeness
from metrics.quality.headline import headline
from metrics.quality.judge import Evidence
from metrics.quality.summary import summary
from metrics.quality.verdict import Verdict
from pages import _numbers as numbers
from pages import _quality as quality
from pages._context import demo, department_names, filters


def main() -> None:
    """Draw the page."""
    place = page(
        _("Data quality"),
        question=_("Are the data good enough to compare accounts? Decide what to load or ask first."),
        demo=demo(),
    )
    asked = filters()
    if asked is None:
        no_data("data.py")
        return
    found, evidence = quality.judged(asked), quality.evidence(asked)
    finding(place, say(headline(found)))
    quality_tiles(summary(found, evidence))
    notes(_remarks(asked, evidence))
    quality_table(found, department_names(), numbers.source(asked))
    if found:
        _details(asked, found, evidence)
    st.page_link("data.py", label=_("Load exports, or change the register"), icon=":material/upload_file:")


def _remarks(asked: Filters, evidence: Evidence) -> list[str]:
    """How old the newest file is, and what the register has that the data have not."""
    coverage, names = evidence.coverage, department_names()
    chosen = asked.departments or tuple(names)
    return [
        *freshness(quality.files(asked)["imported_ts"].max(), coverage["covered_until"].max(), _today()),
        *without_accounts([] if asked.platforms else _named(register.without_accounts(chosen, coverage), names)),
        *without_posts(_named(register.without_posts(chosen, coverage), names)),
        *out_of_use(len(coverage) - len(register.in_use(coverage))),
    ]


def _today() -> date:
    return datetime.now(UTC).date()


def _named(departments: list[int], names: dict[int, str]) -> list[str]:
    return sorted((plain(names[one], 60) for one in departments if one in names), key=str.casefold)


def _details(asked: Filters, found: list[Verdict], evidence: Evidence) -> None:
    """One account or website in full, by choice."""
    known = {_code(one): one for one in in_order(found)}
    with st.container(border=True, key="card_details"):
        st.header(_("One account in full"), anchor=False)
        codes = list(known)
        chosen = known[
            choose_one("account", _("Account or website"), codes, codes[0], lambda code: _label(known[code]), 500)
        ]
        if chosen.site_id is not None:
            days_table(evidence.site_days.get(chosen.site_id, {}))
        elif chosen.account_id is not None:
            _account(asked, chosen.account_id, evidence)


def _account(asked: Filters, account: int, evidence: Evidence) -> None:
    row = evidence.coverage.set_index("account_id").loc[account].to_dict()
    files = quality.files(asked)
    own = files[files["account_id"] == account]
    kinds = {known.id: _(known.description) for known in formats()} | {"demo": _("Demo city")}
    completeness_table(completeness(row))
    accuracy_table(own, kinds)
    timeliness_facts(row, own, _today())
    consistency_facts(evidence.definitions.get(account, ()), evidence.overlaps.get(account, ()), kinds)
    days_table(evidence.account_days.get(account, {}))


def _code(verdict: Verdict) -> str:
    return f"site{verdict.site_id}" if verdict.account_id is None else str(verdict.account_id)


def _label(verdict: Verdict) -> str:
    account, platform = bare(verdict.name, limit=60), platform_name(verdict.platform)
    return _("{account} ({platform})", account=account, platform=platform)


main()
