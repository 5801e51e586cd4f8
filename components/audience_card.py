"""Who accounts reach, as the platforms say: a table of groups for each account, never added up."""

import pandas as pd
import streamlit as st

from components.address import choose_one
from components.audience_words import dimension_word, metric_word, value_word
from components.chart import below
from components.escape import plain
from components.i18n import _, day, ngettext
from components.number_table import Table
from components.source import Source
from components.table import html_table
from components.words import platform_name
from metrics.audience_groups import DIMENSIONS

SHOWN_GROUPS = 30
"""Groups of each account that the page shows; the CSV has all."""
_SECONDS_PER_DAY = 86_400


def audience_card(figures: pd.DataFrame, source: Source) -> None:
    """Draw the section, with a choice of what the groups are made by; nothing when no file says anything.

    `figures` are the newest figures of each account (`data.queries.audience_groups`), without those of groups that
    are too small (`metrics.audience_groups.disclosed`).
    """
    groups = figures[figures["dimension"] != "date"]  # figures of days are no groups of people
    if groups.empty:
        return
    with st.container(border=True, key="card_audience"):
        st.header(_("Who these accounts reach, as the platforms say"), anchor=False)
        known = [code for code in DIMENSIONS if code in set(groups["dimension"])]
        codes = [*known, *sorted(set(groups["dimension"]) - set(known))]
        dimension = choose_one("audience", _("Groups by"), codes, codes[0], dimension_word, 400)
        chosen = groups[groups["dimension"] == dimension]
        title = _("Audience: {dimension}", dimension=dimension_word(dimension))
        st.markdown(sentence(chosen))
        first = chosen.groupby(["account_id", "metric"]).cumcount() < SHOWN_GROUPS
        html_table(in_words(chosen[first]), title)
        st.caption("  \n".join(_remarks(chosen, more=not first.all())))
        below("audience", title, Table(lambda: in_words(chosen), lambda: as_numbers(chosen)), source)


def sentence(chosen: pd.DataFrame) -> str:
    """The finding: the largest group of the account that has these figures, or how many accounts have them."""
    accounts = chosen["account_id"].nunique()
    shown = chosen[(chosen["metric"] == chosen["metric"].iloc[0]) & chosen["value"].notna()]
    if accounts > 1 or shown.empty:
        return ngettext(
            "{n} account has these figures.",
            "{n} accounts have these figures; each stands on its own.",
            accounts,
        )
    largest = shown.loc[shown["value"].idxmax()]
    return _(
        "The largest group of {account} on {platform} is **{group}**. {metric}: {value}.",
        account=plain(largest["name"]),
        platform=platform_name(largest["platform"]),
        group=plain(largest["label"], 60),
        value=value_word(largest["metric"], largest["value"]),
        metric=metric_word(largest["metric"]),
    )


def in_words(chosen: pd.DataFrame) -> pd.DataFrame:
    """A row for each group of each account, a column for each figure."""
    rows: dict[tuple[object, ...], dict[str, str]] = {}
    for one in chosen.to_dict("records"):
        known = not pd.isna(one["day"])
        key = (one["account_id"], one["label"], one["day"] if known else None, one["observed_ts"])
        row = rows.setdefault(
            key,
            {
                _("Group"): plain(one["label"], 60),
                _("Account"): plain(one["name"]),
                _("Platform"): platform_name(one["platform"]),
                _("Date"): day(int(one["day"])) if known else "–",
                _("File of"): day(one["observed_ts"] // _SECONDS_PER_DAY),
            },
        )
        row[metric_word(one["metric"])] = value_word(one["metric"], one["value"], one["hidden"])
    figures = [metric_word(metric) for metric in dict.fromkeys(chosen["metric"])]
    columns = [_("Group"), *figures, _("Account"), _("Platform"), _("Date"), _("File of")]
    return pd.DataFrame(rows.values(), columns=columns).fillna("–")


def as_numbers(chosen: pd.DataFrame) -> pd.DataFrame:
    """A row for each figure, for programs; shares are fractions of 1 and hidden figures are empty."""
    return pd.DataFrame(
        {
            _("By"): [dimension_word(one) for one in chosen["dimension"]],
            _("Group"): chosen["label"].tolist(),
            _("Figure"): [metric_word(one) for one in chosen["metric"]],
            _("Metric code"): chosen["metric"].tolist(),
            _("Value"): chosen["value"].tolist(),
            _("Why there is no value"): [_too_small() if hidden else "" for hidden in chosen["hidden"]],
            _("Account"): chosen["name"].tolist(),
            _("Platform"): [platform_name(one) for one in chosen["platform"]],
            _("Date"): [_iso(one) for one in chosen["day"]],
            _("File of"): [_iso(one // _SECONDS_PER_DAY) for one in chosen["observed_ts"]],
        },
        dtype=object,
    )


def _iso(number: float) -> str:
    return "" if pd.isna(number) else pd.Timestamp(int(number), unit="D").date().isoformat()


def _too_small() -> str:
    return _("Groups of fewer than 5 people are hidden, and so are those that would give them away.")


def _remarks(chosen: pd.DataFrame, *, more: bool) -> list[str]:
    lines = [
        _("Platforms estimate these figures, each in its own way: they are never added up or compared."),
        _("An audience is not the residents: it says nothing about people who are not on the platform."),
        _("The newest file of each account counts, whatever the period above."),
    ]
    if chosen["hidden"].any():
        lines.append(_too_small())
    if more:
        lines.append(_("The first {n} groups of each account are shown. The CSV has all.", n=SHOWN_GROUPS))
    return lines
