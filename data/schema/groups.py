"""Posts that belong together, and posts to learn from."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Text

from data.schema.common import Big, Real, table

tag = table(
    "tag",  # a campaign, paid posts, or any other group of own posts
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),  # campaign, paid, other
    Column("department_id", Integer, ForeignKey("department.id")),  # NULL: of the whole organisation
    Column("rules", Text, nullable=False),  # JSON: which posts belong to it (data.tags)
    Column("utm_campaign", Text),  # as the links of its posts say it; site visits are joined by it
    Column("first_day", Integer),
    Column("last_day", Integer),
    Column("measure", Text),  # what is expected to come of it: metrics.campaigns
    Column("expected", Real),
    Column("expectation", Text, nullable=False),  # in words; "" when there is none
    Column("registered_ts", Big),  # since then what it says, of which posts and when, is locked
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "department_id"),
)
post_tag = table(
    "post_tag",
    Column("tag_id", Integer, ForeignKey("tag.id"), primary_key=True, autoincrement=False),
    Column("post_id", Big, primary_key=True, autoincrement=False),  # also of a post that an undo took away
    Column("how", Text, nullable=False),  # rule, hand, not (by hand: it does not belong to it)
    Column("was", Text),  # in, out: before somebody changed it by hand after the expectation was registered
    Index(None, "post_id"),
    keyed=True,
)
standout = table(
    "standout",  # posts that got more than platform, audience, weekday and topic explain (metrics.expectation)
    Column("post_id", Big, primary_key=True, autoincrement=False),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
    Column("day", Integer, nullable=False),
    Column("interactions", Big, nullable=False),
    Column("expected", Real, nullable=False),
    Column("low", Real, nullable=False),  # where 95 of 100 such posts end up
    Column("high", Real, nullable=False),
    Column("surprise", Real, nullable=False),  # standard deviations above what was expected
    Index(None, "day", "account_id"),
)
practice = table(
    "practice",  # a department's leave to show a post as an example
    Column("post_id", Big, primary_key=True, autoincrement=False),
    Column("status", Text, nullable=False),  # shared, kept
    Column("lesson", Text, nullable=False),  # what others can take from it, in the words of the department
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
)
