"""One topic in detail: size, trend, where it comes from, tone, words, own posts, questions, and the messages."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from components.address import choose_one, sent_along
from components.escape import plain
from components.formats import moment
from components.i18n import _, language
from components.kept import kept
from components.metric_charts import side_by_side_card
from components.sentences import side_by_side_title
from components.source import Source
from components.topics_view.detail import OwnPost, own_posts, topic_facts, typical_words
from components.topics_view.messages import TopicMessage, topic_message_list
from components.topics_view.tone import tone_card
from components.topics_view.trend import topic_trend_card
from components.topics_view.words import messages_words
from data.filters import Filters
from data.queries.topics import topic_posts
from data.queries.work_list import topic_messages
from metrics.registry import metrics
from metrics.topics.sizes import Size
from pages._context import access, engine, settings
from pages._conversation import one_topic
from pages._conversation.numbers import View
from pages._numbers import Key, key

ROWS = 10
_WHICH = ("every", "waiting")


def topic_detail(asked: Filters, seen: View, size: Size, source: Source) -> None:
    """Draw everything about one topic."""
    topic, names = seen.topics[size.topic], seen.named[size.topic]
    st.header(plain(names.name), anchor=False)
    topic_facts(size, names, topic.origin)
    step, now, before = one_topic.over_time(asked, size.topic)
    topic_trend_card(names.name, now, before, step, source, (key(asked), size.topic))
    _side_by_side(asked, size.topic, source)
    tone_card(size, one_topic.tone_shares(asked, size.topic), source)
    typical_words(topic.typical.get(language()) or next(iter(topic.typical.values()), ()))
    own_posts(_posts(key(asked), size.topic))
    _messages(asked, size)


def _side_by_side(asked: Filters, topic: int, source: Source) -> None:
    metric, whole, here = metrics()["topic_share"], one_topic.whole(asked, topic), (key(asked), topic)
    departments, platforms = one_topic.by_department(asked, topic), one_topic.by_platform(asked, topic)
    title = kept((here, "title"), lambda: side_by_side_title(metric, departments, one_topic.inside(asked, topic)))
    place, name = (here, "by department"), "topic_departments"
    side_by_side_card(name, _("Department"), metric, departments, source, place, title=title, whole=whole)
    title = _("{metric}, each platform apart", metric=_(metric.label))
    side_by_side_card("topic_platforms", _("Platform"), metric, platforms, source, (here, "by platform"), title=title)


def _messages(asked: Filters, size: Size) -> None:
    st.header(_("The messages"), anchor=False)
    if size.waiting:
        st.page_link(
            "responsiveness.py",
            label=_("See all questions that wait"),
            icon=":material/hourglass_top:",
            query_params=sent_along({"view": "waiting"}),
        )
    if not access().may("texts"):
        st.info(_("You may not read single messages."))
        return
    st.caption(_("Names, addresses and numbers of people are masked. The newest come first."))
    with st.container(horizontal=True):
        which = choose_one("only", _("Show"), _WHICH, _WHICH[0], _which, 300)
        total = size.waiting if which == "waiting" else size.messages
        sheets = [str(number) for number in range(1, -(-total // ROWS) + 1)] or ["1"]
        number = int(choose_one("sheet", _("Sheet"), sheets, "1", str, 120))
    st.caption(messages_words(total))
    waits = which == "waiting"
    rows = topic_messages(engine(), access(), asked, size.topic, first=(number - 1) * ROWS, rows=ROWS, waits=waits)
    topic_message_list(_items(rows))


def _items(rows: pd.DataFrame) -> list[TopicMessage]:
    zone = ZoneInfo(settings().time_zone)
    return [
        TopicMessage(
            (row["post_id"], row["id"]),
            row["account"],
            row["platform"],
            moment(datetime.fromtimestamp(row["asked_ts"], tz=zone), language()),
            row["text"] if isinstance(row["text"], str) else "",
            row["permalink"] if isinstance(row["permalink"], str) else "",
            None if pd.isna(row["tone"]) else int(row["tone"]),
            bool(row["waits"]),
        )
        for row in rows.to_dict("records")
    ]


def _which(code: str) -> str:
    return _("All messages on the topic") if code == "every" else _("Questions without an answer")


@st.cache_resource(max_entries=64, show_spinner=False)
def _posts(key: Key, topic: int) -> list[OwnPost]:
    return as_own_posts(topic_posts(engine(), access(), key[2], topic))


def as_own_posts(rows: pd.DataFrame) -> list[OwnPost]:
    """Posts of the organisation as cards draw them."""
    return [
        OwnPost(
            row["account"],
            row["platform"],
            row["day"],
            row["text"],
            row["permalink"] if isinstance(row["permalink"], str) else "",
            None if pd.isna(row["interactions"]) else int(row["interactions"]),
        )
        for row in rows.to_dict("records")
    ]
