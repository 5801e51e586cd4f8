"""Rollups: kept in the import transaction, so a page never scans posts or comments."""

from typing import Any

from sqlalchemy import Column, Integer, PrimaryKeyConstraint, Table, Text

from data.schema.common import Big, Real, table
from metrics.measures import COUNTS, INTERACTION_PARTS
from metrics.responsiveness.bins import BINS
from metrics.text.tone import TONE_COLUMNS


def _sums() -> list[Column[Any]]:
    """Sums that add up over days and accounts. `<count>_n` is the number of posts that report the count."""
    whole = ["posts", "replies", "comments_in", "replies_out", "interactions", "interactions_n"]
    for name in COUNTS:
        whole += [name, f"{name}_n"]
    whole += [f"{name}_posts" for name in INTERACTION_PARTS]  # posts with at least one
    for base in ("reach", "impressions"):  # over posts that report interactions and the base
        whole += [f"er_{base}_interactions", f"er_{base}_base", f"er_{base}_n"]
    rates = [f"{name}_per_follower" for name in (*INTERACTION_PARTS, "interactions")]  # sums of ratios per post
    return (
        [Column(name, Big, nullable=False) for name in whole]
        + [Column("per_follower_n", Big, nullable=False)]
        + [Column(name, Real, nullable=False) for name in rates]
    )


def _rollup(name: str, period: str) -> Table:
    return table(
        name,
        Column(period, Integer, primary_key=True, autoincrement=False),
        Column("account_id", Integer, primary_key=True, autoincrement=False),
        *_sums(),
        keyed=True,
    )


rollup_day = _rollup("rollup_day", "day")
rollup_week = _rollup("rollup_week", "week")  # the day number of its Monday
rollup_month = _rollup("rollup_month", "month")
rollup_hour = table(
    "rollup_hour",  # p00..p23 own posts, c00..c23 citizens' messages; rows whose hour is unknown are not in it
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    *(Column(f"{side}{hour:02}", Integer, nullable=False) for side in "pc" for hour in range(24)),
    keyed=True,
)
rollup_post = table(
    "rollup_post",  # log-bucket histograms of each measure per post (metrics.histogram)
    Column("measure", Text, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    Column("bucket", Integer, primary_key=True, autoincrement=False),
    Column("n", Integer, nullable=False),
    PrimaryKeyConstraint(postgresql_include=["n"]),  # so that PostgreSQL, too, reads nothing but the key
    keyed=True,
)


def _answers() -> list[Column[Any]]:
    """Sums of conversations by the day they began, and of own posts by theirs (`talked`, `two_way`, `deep`)."""
    names = ["asked", "answered", "waiting", "noticed", "due", "in_time", "due_waiting", *BINS]
    return [Column(name, Integer, nullable=False) for name in (*names, "threads", "talked", "two_way", "deep")]


def _rollup_answer(name: str, period: str) -> Table:
    return table(
        name,
        Column(period, Integer, primary_key=True, autoincrement=False),
        Column("account_id", Integer, primary_key=True, autoincrement=False),
        *_answers(),
        keyed=True,
    )


rollup_answer = _rollup_answer("rollup_answer", "day")
rollup_answer_week = _rollup_answer("rollup_answer_week", "week")  # the day number of its Monday
rollup_answer_month = _rollup_answer("rollup_answer_month", "month")
rollup_site_week = table(
    "rollup_site_week",  # figures of websites (data.site_weeks)
    Column("metric", Text, primary_key=True),
    Column("week", Integer, primary_key=True, autoincrement=False),  # the day number of its Monday
    Column("site_id", Integer, primary_key=True, autoincrement=False),
    Column("value", Real, nullable=False),  # the sum
    Column("days", Integer, nullable=False),  # how many have a value
    Column("latest", Real, nullable=False),  # the value of the last of these
    keyed=True,
)
rollup_answer_hour = table(
    "rollup_answer_hour",  # by hour: a asked, d due, k in time, r own replies in threads (of the day they were given)
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    *(Column(f"{side}{hour:02}", Integer, nullable=False) for side in "adkr" for hour in range(24)),
    keyed=True,
)
rollup_content = table(
    "rollup_content",  # own posts by what they are: type, tactic, reading level, time of posting (data.content)
    Column("dimension", Text, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    Column("value", Text, primary_key=True),
    Column("n", Integer, nullable=False),
    Column("total", Real, nullable=False),  # of what the dimension measures per post; 0 where it only counts
    Column("squares", Real, nullable=False),
    keyed=True,
)


def _topics() -> list[Column[Any]]:
    """Sums of citizens' messages by their day, with `t_<tone>` of each tone; `posts` of own posts by theirs.

    `complaints` are messages of that intent; `asked` to `in_time` are conversations that began with a message on the
    topic, as in `rollup_answer`.
    """
    names = ["messages", *TONE_COLUMNS, "complaints", "asked", "answered", "waiting", "due", "in_time", "posts"]
    return [Column(name, Integer, nullable=False) for name in names]


rollup_topic = table(
    "rollup_topic",
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    Column("topic_id", Integer, primary_key=True, autoincrement=False),  # 0: of no topic
    *_topics(),
    keyed=True,
)
rollup_topic_month = table(
    "rollup_topic_month",
    Column("month", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    Column("topic_id", Integer, primary_key=True, autoincrement=False),
    *_topics(),
    keyed=True,
)

rollup_group = table(
    "rollup_group",  # the sums of `rollup_day`, of own posts by topic or tag, and of paid ones (data.post_groups)
    Column("dimension", Text, primary_key=True),  # topic, tag, paid
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    Column("value", Integer, primary_key=True, autoincrement=False),  # topic.id (0: none), tag.id, or 1
    *_sums(),
    keyed=True,
)
