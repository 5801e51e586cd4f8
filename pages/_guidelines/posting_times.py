"""Posting times on the page Guidelines: what the data say, and a fair test of it."""

import pandas as pd
import streamlit as st

from components.address import choose_one
from components.escape import bare, plain
from components.i18n import _, say
from components.plan_card import plan_card
from components.posting_times_card import posting_times_card
from components.source import Source
from components.words import platform_name
from data.filters import Filters
from data.queries.content import content
from metrics.cadence.plan import MOST_PER_WEEK, PlannedPost, four_weeks
from metrics.cadence.posting_times import PostingTimes, posting_times
from metrics.cadence.verdicts import headline
from pages import _numbers as numbers
from pages._context import access, coverage, department_names, engine


def posting_times_section(asked: Filters) -> None:
    """Draw the section: a sentence on all departments, one of them or one account in full, and the test plan."""
    source, labels = numbers.source(asked), _labels(asked)
    departments = _departments(numbers.key(asked))
    st.header(_("When should we post?"), anchor=False)
    if not departments:
        st.markdown(_("There are no posts with known interactions in this period."))
        return
    names = department_names()
    st.markdown(say(headline({plain(names[one], 60): times for one, times in departments.items()})))
    telling = next((one for one, times in departments.items() if times.better), min(departments))
    codes = list(labels)
    chosen = choose_one("times_of", _("Whose posts"), codes, f"d{telling}", lambda code: labels[code], 500)
    key = (numbers.key(asked), chosen)
    posting_times_card("posting-times", labels[chosen], _of(asked, chosen), source, key)
    accounts = [code for code in codes if code.startswith("a")]
    default = chosen if chosen in accounts else accounts[0]
    account = choose_one("test_of", _("Test it with"), accounts, default, lambda code: labels[code], 500)
    _plan(asked, int(account[1:]), labels[account], source)


def _labels(asked: Filters) -> dict[str, str]:
    """What can be chosen: departments ("d3") and then accounts ("a12") with posts, in alphabetical order."""
    departments, names = _departments(numbers.key(asked)), department_names()
    found = {f"d{one}": bare(names[one], 60) for one in departments}
    posted = set(_slots(numbers.key(asked))["account_id"])
    for row in coverage(asked).to_dict("records"):
        if row["account_id"] in posted:
            name, platform = bare(row["name"], 60), platform_name(row["platform"])
            found[f"a{row['account_id']}"] = _("{account} ({platform})", account=name, platform=platform)
    return dict(sorted(found.items(), key=lambda item: (item[0][0] != "d", item[1].casefold())))


def _of(asked: Filters, code: str) -> PostingTimes:
    number = int(code[1:])
    return _departments(numbers.key(asked))[number] if code[0] == "d" else _account(numbers.key(asked), number)


def _plan(asked: Filters, account: int, label: str, source: Source) -> None:
    """At the account's own rate, from the first Monday after the period; the same plan for everyone who asks for it."""
    found = _slots(numbers.key(asked))
    posts = int(found.loc[found["account_id"] == account, "n"].sum())
    per_week = min(max(round(posts * 7 / asked.period.days), 1), MOST_PER_WEEK)
    plan: tuple[PlannedPost, ...] = four_weeks(asked.period.last + 1, per_week, seed=account)
    plan_card("test-plan", label, plan, per_week, source)


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=64, show_spinner=False)
def _slots(key: numbers.Key) -> pd.DataFrame:
    found = content(engine(), access(), key[2], "window", ("slot",))
    return found[found["period"] == "current"]


@st.cache_resource(max_entries=64, show_spinner=False)
def _departments(key: numbers.Key) -> dict[int, PostingTimes]:
    """Departments with posts, by id in alphabetical order; looked at together, they share the risk of a false find."""
    found, names = _slots(key), department_names()
    ordered = sorted(found["department_id"].unique().tolist(), key=lambda one: names[one].casefold())
    return {one: posting_times(found[found["department_id"] == one], groups=len(ordered)) for one in ordered}


@st.cache_resource(max_entries=512, show_spinner=False)
def _account(key: numbers.Key, account: int) -> PostingTimes:
    found = _slots(key)
    return posting_times(found[found["account_id"] == account])
