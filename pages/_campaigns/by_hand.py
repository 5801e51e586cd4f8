"""The posts of a tag, and putting posts in or taking them out by hand."""

from typing import Any

import pandas as pd
import streamlit as st

from components.address import typed
from components.escape import plain
from components.i18n import _, day, ngettext
from components.words import platform_name
from data.access import Access
from data.filters import Filters
from data.search import hits, page
from data.tags import put_in, say_nothing, take_out
from metrics.campaigns.tag import Tag
from metrics.text.searching import LONGEST, terms
from pages import _numbers as numbers
from pages._campaigns.changing import save
from pages._campaigns.known import posts_of
from pages._context import access, all_dates, engine

_SHOWN, _MORE = 5, 50
_HOW = ("rule", "hand")


def posts_section(tag: Tag) -> None:
    """Draw the newest posts of the tag, those that were taken out, and the search for others."""
    rows = posts_of(tag)
    inside, outside = rows[rows["how"].isin(_HOW)], rows[rows["how"] == "not"]
    st.header(_("Posts"), anchor=False)
    if inside.empty:
        st.info(_("No post belongs to it yet. Give it a rule, or put posts in by hand."), icon=":material/info:")
    for row in inside.head(_SHOWN).itertuples():
        _post(tag, row, "out")
    if len(inside) > _SHOWN:
        with st.expander(_("More posts"), on_change="rerun", key=f"more_{tag.id}") as drawer:
            if drawer.open:
                for row in inside.iloc[_SHOWN:_MORE].itertuples():
                    _post(tag, row, "out")
    if len(outside):
        with st.expander(ngettext("{n} post taken out by hand", "{n} posts taken out by hand", len(outside))):
            for row in outside.head(_MORE).itertuples():
                _post(tag, row, "nothing")
    _search(tag, frozenset(rows["id"].tolist()))


def _search(tag: Tag, known: frozenset[int]) -> None:
    dates = all_dates()
    if dates is None:
        return
    with st.container(border=True, key="card_search_posts"):
        st.subheader(_("Put posts in by hand"), anchor=False)
        words = typed("post_words", _("Search in own posts"), longest=LONGEST, hint=_("For example: swimming pool"))
        if not terms(words):
            return
        found = _hits(numbers.key(Filters(dates)), access(), words)
        shown = page(engine(), access(), found[~found["id"].isin(known)], 0, 2 * _SHOWN)
        if shown.rows.empty:
            st.markdown(_("No other post holds these words."))
        for row in shown.rows.itertuples():
            _post(tag, row, "in")


def _post(tag: Tag, row: Any, what: str) -> None:
    """One post, with the button for what can be done with it."""
    text = plain(row.text, 240) if isinstance(row.text, str) else _("(no text)")
    where = _("{account} on {platform}", account=plain(row.account), platform=platform_name(str(row.platform)))
    by_hand = " · " + _("put in by hand") if getattr(row, "how", "") == "hand" else ""
    labels = {"in": _("Put in"), "out": _("Take out"), "nothing": _("Let the rule decide again")}
    icons = {"in": ":material/add:", "out": ":material/remove:", "nothing": ":material/undo:"}
    with st.container(border=True, gap="xxsmall", key=f"card_post_{what}_{row.id}"):
        said, button = st.columns([5, 1], vertical_alignment="center")
        said.caption(f"{where} · {day(int(row.day))}{by_hand}")
        said.markdown(text)
        if button.button(labels[what], key=f"{what}_{tag.id}_{row.id}", icon=icons[what], type="tertiary"):
            save(lambda: _said(tag, int(row.id), what))


def _said(tag: Tag, post: int, what: str) -> str:
    {"in": put_in, "out": take_out, "nothing": say_nothing}[what](engine(), access(), tag.id, [post])
    return {
        "in": _("The post is in."),
        "out": _("The post is taken out. It stays out, whatever the rule says."),
        "nothing": _("The rule decides on this post again."),
    }[what]


@st.cache_resource(max_entries=32, show_spinner=False)
def _hits(key: numbers.Key, who: Access, words: str) -> pd.DataFrame:
    return hits(engine(), who, key[2], words, "posts")
