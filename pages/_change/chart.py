"""One number over the weeks, and the decisions about its limits."""

from dataclasses import replace

import streamlit as st

from components.address import choose_one
from components.change.card import change_card
from components.change.decision_form import DecisionWish, decision_form, decision_list
from components.escape import plain
from components.i18n import _, day, number, say
from components.words import platform_name
from data.baselines import Baseline, add_baseline, withdraw
from data.filters import Filters
from metrics.change.reading import sentence
from metrics.registry import metrics
from pages import _numbers as numbers
from pages._change.beside import decisions, single
from pages._change.history import change_view, followed, source_of
from pages._change.listed import alone_only, signals
from pages._change.target import target_of
from pages._context import access, department_names, engine, figures
from pages._work import attempt, turn

NUMBER = "number"
PLACE = "change"


def number_choice(asked: Filters) -> str:
    """Draw the choice of a number; answers come first when conversations of the period are loaded."""
    first = "posts" if figures(asked).where(period="current").answers.empty else "within_norm"
    return choose_one(NUMBER, _("Number"), [metric.id for metric in followed()], first, _label, 400)


def chart_headline(asked: Filters, metric: str) -> str:
    """The finding of the page, for one number."""
    view = change_view(asked, metric)
    return say(sentence(view.metric, view.reading))


def chart_view(asked: Filters, metric: str) -> None:
    """Draw the card of the number, then what was decided about its limits."""
    view = change_view(asked, metric)
    change_card(f"change_{metric}", view, source_of(asked), department_names(), numbers.key(asked))
    if asked.platforms is not None and target_of(metric, replace(asked, platforms=None), ()) is not None:
        st.caption(_("A goal has a target for this number. It is about all platforms, so it is not drawn here."))
    if alone_only(asked, view.metric.id, view.reading):
        st.caption(
            _(
                "This chart looks at one number alone. The list of what changed looks at {n} together, where some "
                "stand out by chance: there this number does not.",
                n=number(signals(asked).checks),
            )
        )
    st.header(_("Decisions about the limits of this number"), anchor=False)
    mine = [one for one in decisions() if one.metric == metric]
    if not mine:
        st.markdown(_("None yet. Without a decision, the limits stay as they are."))
    withdrawn = decision_list(mine, about)
    if withdrawn is not None:
        attempt(PLACE, lambda: _withdrawn(withdrawn))
    with st.expander(_("Begin the limits anew"), icon=":material/restart_alt:"):
        if _too_many(asked):
            text = _("Choose one department or all, and one platform or all. Then you can write a decision down.")
            st.info(text, icon=":material/info:")
            return
        wish = decision_form(f"decide_{metric}_{turn()}", _concerns(metric, *_series(asked)))
    if wish is not None:
        attempt(PLACE, lambda: _decided(metric, asked, wish))


def _label(metric: str) -> str:
    return _(metrics()[metric].label)


def _series(asked: Filters) -> tuple[int | None, str | None]:
    return single(asked.departments), single(asked.platforms)


def _too_many(asked: Filters) -> bool:
    return any(chosen is not None and len(chosen) > 1 for chosen in (asked.departments, asked.platforms))


def _concerns(metric: str, department_id: int | None, platform: str | None) -> str:
    """The number, the department and the platform that a decision is about."""
    names = department_names()
    who = _("all departments") if department_id is None else plain(names.get(department_id, str(department_id)))
    where = _("all platforms") if platform is None else platform_name(platform)
    return _("{metric}, {who}, {where}", metric=_label(metric), who=who, where=where)


def about(one: Baseline) -> str:
    """The number, the department and the platform that a decision is about, as Markdown."""
    return _concerns(one.metric, one.department_id, one.platform)


def _decided(metric: str, asked: Filters, wish: DecisionWish) -> str:
    department, platform = _series(asked)
    add_baseline(
        engine(), access(), metric, wish.first_day, wish.reason, wish.note, department_id=department, platform=platform
    )
    return _("The limits begin anew on {day}.", day=day(wish.first_day))


def _withdrawn(decision: int) -> str:
    withdraw(engine(), access(), decision)
    return _("The decision is withdrawn. It stays in the list, and no longer counts.")
