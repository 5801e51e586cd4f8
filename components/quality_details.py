"""One account in full: each count, each file, the newest post, the days."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import streamlit as st

from components.escape import plain
from components.i18n import _, day, ngettext
from components.quality_words import age_words, known_words, share_words, tally_words
from components.table import html_table
from components.words import COUNTS
from metrics.measures import TERMS
from metrics.periods import Period
from metrics.quality import accuracy, days
from metrics.quality.accuracy import CHECKS, FileReport, Tally
from metrics.quality.completeness import NOT_OF_EVERY_POST, Known
from metrics.quality.consistency import Overlap, definition_words


def completeness_table(known: Sequence[Known]) -> None:
    """Each count with the share of the posts that have it."""
    st.subheader(_("Completeness"), anchor=False)
    words = {
        _("Count"): [_(COUNTS[one.count]) for one in known],
        _("Posts that have it, with 95% interval"): [known_words(one) for one in known],
    }
    html_table(pd.DataFrame(words), _("Completeness"))
    rare = [_(TERMS[one.count]) for one in known if one.count in NOT_OF_EVERY_POST and one.n]
    if rare:
        st.caption(_("Not every post has {counts}: that is no fault of the data.", counts=rare))


def accuracy_table(files: pd.DataFrame, formats: Mapping[str, str]) -> None:
    """Each kind of file of the account: how many, its cross-checks, its rejected rows. `formats` says what each is."""
    st.subheader(_("Accuracy, file by file"), anchor=False)
    if files.empty:
        st.markdown(_("Nothing is loaded of this account."))
        return
    rows = []
    for name, part in files.groupby("format", sort=False):
        columns = part[["import_id", "rows_read", "rows_rejected", "checks"]]
        reports = [FileReport(*row) for row in columns.itertuples(index=False, name=None)]
        rows.append(
            {
                _("Kind of file"): ngettext(
                    "{kind}, {n} file", "{kind}, {n} files", len(part), kind=_kind(name, formats)
                ),
                _("Cross-checks passed"): _checks(reports),
                _("Rows left out"): tally_words(accuracy.rejected(reports)),
            }
        )
    html_table(pd.DataFrame(rows), _("Accuracy, file by file"))


def _kind(name: Any, formats: Mapping[str, str]) -> str:
    return plain(formats.get(str(name)) or _("Table with a mapping of your own"))


def _checks(reports: Sequence[FileReport]) -> str:
    """Each cross-check with its result."""
    names = sorted({name for report in reports for name in report.checks})
    if not names:
        return _("Cannot be checked: this kind of file has nothing to check against")
    lines = ((_(CHECKS[name]) if name in CHECKS else name, accuracy.passed(reports, name)) for name in names)
    return "; ".join(f"{check}: {share_words(tally)}" for check, tally in lines)


def timeliness_facts(account: Mapping[Any, Any], files: pd.DataFrame, today: date) -> None:
    """How old the newest post is, by the account's own rhythm, and how old the newest file is by the calendar."""
    st.subheader(_("Timeliness"), anchor=False)
    lines = []
    if not pd.isna(account["newest_day"]):
        silent, until = int(account["days_since_newest"]), int(account["covered_until"])
        lines.append(
            _(
                "Newest post: {day}, {n} days before the data end ({until}).",
                day=day(int(account["newest_day"])),
                n=silent,
                until=day(until),
            )
        )
    if not pd.isna(account["median_gap"]):
        gap = max(1, round(float(account["median_gap"])))
        lines.append(ngettext("It usually posts every day.", "It usually posts every {n} days.", gap))
    if len(files):
        made = datetime.fromtimestamp(int(files["imported_ts"].max()), UTC).date()
        lines.append(_("Newest file: loaded on {day}, {age}.", day=made, age=age_words((today - made).days)))
    st.markdown("\n".join(f"- {line}" for line in lines) or _("Nothing is loaded of this account."))


def consistency_facts(definitions: Sequence[str], overlaps: Sequence[Overlap], formats: Mapping[str, str]) -> None:
    """How impressions were counted, and what two kinds of files say about the same posts."""
    st.subheader(_("Consistency"), anchor=False)
    lines = (
        [_("Counted as impressions: {definitions}.", definitions=[definition_words(definitions)])]
        if definitions
        else []
    )
    lines += [
        _(
            "{n} posts are in both “{first}” and “{second}”; {fell} of them have a lower count in the later file.",
            n=one.posts,
            first=_kind(one.first_format, formats),
            second=_kind(one.second_format, formats),
            fell=one.fell,
        )
        for one in overlaps
    ]
    if not overlaps:
        lines.append(_("No post of this period is in two kinds of files."))
    st.markdown("\n".join(f"- {line}" for line in lines))


def days_table(series: Mapping[str, Sequence[int]]) -> None:
    """Each daily series with the days that it has, and its gaps."""
    st.subheader(_("Days"), anchor=False)
    if not series:
        st.markdown(_("There are no figures per day in this period."))
        return
    rows = [
        {
            _("Figure per day"): _(TERMS[metric]) if metric in TERMS else plain(metric),
            _("Days with a value"): _days(known),
            _("Missing"): _gaps(days.gaps(known)) if days.is_daily(known) else "",
        }
        for metric, known in sorted(series.items())
    ]
    html_table(pd.DataFrame(rows), _("Days"))


def _days(known: Sequence[int]) -> str:
    if not days.is_daily(known):
        return _("{n} values: not a daily figure", n=len(known))
    return tally_words(Tally(len(known), max(known) - min(known) + 1))


def _gaps(gaps: Sequence[Period], shown: int = 5) -> str:
    """The first gaps as days or stretches of days."""
    if not gaps:
        return _("none")
    named = [
        day(gap.first) if gap.days == 1 else _("{first} to {last}", first=day(gap.first), last=day(gap.last))
        for gap in gaps[:shown]
    ]
    rest = len(gaps) - shown
    return "; ".join([*named, ngettext("{n} other", "{n} others", rest)] if rest > 0 else named)
