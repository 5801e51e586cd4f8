"""Which departments are compared: all, or those of like size, or with accounts that serve the same purpose."""

from collections import Counter
from collections.abc import Mapping

import streamlit as st

from components.address import choose_one
from components.i18n import _, say
from data.filters import Filters
from data.registers import accounts
from metrics.comparison.peers import Basis, Peers, by_objective, by_size
from metrics.registry import Metric
from pages import _numbers as numbers
from pages._context import access, department_names, engine, figures
from pages._departments.numbers import Members
from pages._numbers import Key, key

_ALL = "all"


def choose_peers(asked: Filters, metric: Metric) -> Members:
    """Draw the choice, where there is one; the names of the departments that are compared."""
    everybody = tuple(numbers.by_department(asked, metric.id))
    basis: Basis = "questions" if metric.rests_on == "questions" else "posts"
    groups = _groups(key(asked), basis, everybody)
    if not groups:
        return everybody
    names = {_ALL: _("All departments")} | {code: say(group.name) for code, group in groups.items()}
    chosen = choose_one("peers", _("Compare with"), list(names), _ALL, names.__getitem__, 400)
    return everybody if chosen == _ALL else groups[chosen].keys


@st.cache_resource(max_entries=64, show_spinner=False)
def _groups(key: Key, basis: Basis, everybody: Members) -> dict[str, Peers[str]]:
    """The groups of two or more departments that are not simply all of them, by their code in the address."""
    sized = {f"size{place}": group for place, group in enumerate(by_size(_sizes(key[2], basis, everybody), basis), 1)}
    purposes = {group.name.code: group for group in by_objective(_objectives(everybody))}
    groups = {**sized, **{code: group for code, group in purposes.items() if code != "peers_none"}}
    return {code: group for code, group in groups.items() if 1 < len(group.keys) < len(everybody)}


def _sizes(asked: Filters, basis: Basis, everybody: Members) -> dict[str, float]:
    current = figures(asked).where(period="current")
    frame, column = (current.answers, "asked") if basis == "questions" else (current.sums, "posts")
    sums = frame.groupby("department_id")[column].sum().to_dict()
    return {
        who: float(sums[number]) for number, who in department_names().items() if number in sums and who in everybody
    }


def _objectives(everybody: Members) -> dict[str, Mapping[str | None, int]]:
    names = department_names()
    counted: dict[str, Counter[str | None]] = {who: Counter() for who in everybody}
    register = accounts(engine(), access())
    for department, objective in zip(register["department_id"], register["objective"], strict=True):
        if (who := names.get(int(department))) in counted:
            counted[who][objective or None] += 1
    return dict(counted)
