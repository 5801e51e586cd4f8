"""A post as an example: of whom, when, what it says, what it got, and what others can take from it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.escape import bare, plain
from components.i18n import _, day, ngettext
from components.number_table import Table
from components.practice.words import got_words
from components.words import platform_name
from metrics.periods import to_date
from metrics.weekdays import WEEKDAYS

_LONGEST, _SHORT = 500, 160
_LINKS = ("https://", "http://")


@dataclass(frozen=True)
class Example:
    """An own post. `interactions` and the range are None where the post no longer exceeds it.

    `topic` is empty for none; `lesson` and `who` are empty while it is not shared; `decided` is the day of that.
    """

    id: int
    department: str
    account: str
    platform: str
    day: int
    weekday: int
    topic: str
    text: str
    link: str
    interactions: int | None
    expected: float | None
    low: int
    high: int
    status: str
    lesson: str
    who: str
    decided: int | None


def gallery(examples: Sequence[Example], below: Callable[[Example], None]) -> None:
    """Draw the examples two beside each other; `below` draws what can be done with one."""
    for start in range(0, len(examples), 2):
        for column, one in zip(st.columns(2), examples[start : start + 2], strict=False):
            with column:
                card(one, below)


def card(one: Example, below: Callable[[Example], None]) -> None:
    """Draw one example; what is in it comes from files, so nothing in it is taken for layout."""
    platform = platform_name(one.platform)
    with st.container(border=True, gap="xsmall", key=f"card_example_{one.id}", height="stretch"):
        account = _("{account} on {platform}", account=plain(one.account), platform=platform)
        st.caption(" · ".join([f"**{account}**", plain(one.department), *_when_and_what(one)]))
        st.markdown(plain(one.text, _LONGEST) or _("(no text)"))
        st.markdown(f"**{got_words(one.interactions, one.low, one.high)}**")
        if one.lesson:
            st.info(
                _("What others can take from it: {lesson}", lesson=plain(one.lesson, 700)), icon=":material/lightbulb:"
            )
        if one.decided is not None:
            st.caption(_decision(one))
        if one.link.startswith(_LINKS):
            words = _("Open the post on {platform}", platform=platform)
            st.link_button(words, one.link, icon=":material/open_in_new:", type="tertiary")
        below(one)


def example_table(examples: Sequence[Example]) -> Table:
    """The same as a table and for programs."""
    return Table(lambda: _words(examples), lambda: _raw(examples))


def counted(n: int, departments: int) -> str:
    """How many examples there are, of how many departments."""
    return ngettext(
        "{n} post, in order of date.",
        "{n} posts, in order of date. Departments: {departments}.",
        n,
        departments=departments,
    )


def _when_and_what(one: Example) -> list[str]:
    when = _("{weekday} {day}", weekday=_(WEEKDAYS[one.weekday]), day=day(one.day))
    return [when, _("topic: {topic}", topic=plain(one.topic))] if one.topic else [when]


def _decision(one: Example) -> str:
    values = {"who": plain(one.who), "day": day(one.decided or 0)}
    if one.status == "kept":
        return _("Kept to the department itself; noted by {who} on {day}.", **values)
    return _("Shared with the leave of the department; noted by {who} on {day}.", **values)


def _words(examples: Sequence[Example]) -> pd.DataFrame:
    rows = [
        {
            _("Department"): plain(one.department),
            _("Account"): plain(one.account),
            _("Platform"): platform_name(one.platform),
            _("Day"): ", ".join(_when_and_what(one)),
            _("Post"): plain(one.text, _SHORT),
            _("What it got"): got_words(one.interactions, one.low, one.high),
            _("Lesson"): plain(one.lesson, 700) or "–",
        }
        for one in examples
    ]
    return pd.DataFrame(rows, dtype=object)


def _raw(examples: Sequence[Example]) -> pd.DataFrame:
    rows = []
    for one in examples:
        known = one.interactions is not None
        rows.append(
            {
                _("Department"): one.department,
                _("Account"): one.account,
                _("Platform"): platform_name(one.platform),
                _("Date"): to_date(one.day).isoformat(),
                _("Weekday"): _(WEEKDAYS[one.weekday]),
                _("Topic"): one.topic,
                _("Post"): bare(one.text, 5_000),
                _("Interactions"): one.interactions,
                _("Middle of what could be expected"): None if one.expected is None else round(one.expected, 1),
                _("Range from"): one.low if known else None,
                _("Range to"): one.high if known else None,
                _("Lesson"): one.lesson,
                _("Link"): one.link if one.link.startswith(_LINKS) else "",
            }
        )
    return pd.DataFrame(rows, dtype=object)
