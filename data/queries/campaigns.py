"""Posts of campaigns, visits that came with their links, and what is usual for their accounts."""

from collections.abc import Collection

import pandas as pd
from sqlalchemy import Engine, and_, func, literal, or_, select

from data.access import Access
from data.post_groups import BELONGS
from data.queries import scope
from data.queries.frames import empty, read
from data.schema import comment, post, post_tag, rollup_content, site_day
from data.tag_rules import HAND, IN, NOT, OUT
from metrics.campaigns.utm import PREFIX, metric_of

_POSTS = {
    **dict.fromkeys(("tag_id", "id", "account_id", "day", "published_ts"), "int64"),
    **dict.fromkeys(("hour", "interactions", "reach", "comments"), "float64"),
}
_VISITS = {"campaign": "str", "day": "int64", "visits": "float64"}
_SUMS = {"account_id": "int64", "n": "int64", "total": "float64", "squares": "float64"}


def campaign_posts(engine: Engine, access: Access, tags: Collection[int]) -> pd.DataFrame:
    """Posts of tags, all in sight: tag_id, id, account_id, day, published_ts, hour, interactions, reach, comments.

    Interactions are known where likes, comments and shares all are; comments leave out the organisation's own replies.
    """
    if not tags:
        return empty(_POSTS)
    one = literal(1, literal_execute=True)  # as the index of own replies says it
    own = select(func.count()).where(comment.c.post_id == post.c.id, comment.c.is_own == one)
    replies = own.correlate(post).scalar_subquery()
    columns = [post.c[name] for name in ("id", "account_id", "day", "published_ts", "hour")]
    interactions = (post.c.likes + post.c.comments + post.c.shares).label("interactions")
    statement = (
        select(post_tag.c.tag_id, *columns, interactions, post.c.reach, (post.c.comments - replies).label("comments"))
        .join(post, post.c.id == post_tag.c.post_id)
        .where(post_tag.c.tag_id.in_(sorted(tags)), post_tag.c.how.in_(BELONGS), post.c.type != "reply")
        .where(*scope.of_tags(post_tag.c.tag_id, access), *scope.of_accounts(post.c.account_id, access))
        .order_by(post.c.published_ts, post.c.id)
    )
    found = read(engine, statement, _POSTS)
    return found.assign(comments=found["comments"].clip(lower=0))


def changed_by_hand(engine: Engine, access: Access, tag: int) -> tuple[int, int]:
    """How many posts in sight were put in by hand since the expectation of a tag was registered, and taken out.

    One that is back where it was does not count.
    """
    this = post_tag.c
    moved = or_(and_(this.how == HAND, this.was == OUT), and_(this.how == NOT, this.was == IN))
    statement = (
        select(this.how, func.count())
        .join(post, post.c.id == this.post_id)
        .where(this.tag_id == tag, moved)
        .where(*scope.of_tags(this.tag_id, access), *scope.of_accounts(post.c.account_id, access))
        .group_by(this.how)
    )
    with engine.connect() as connection:
        found: dict[str, int] = dict(connection.execute(statement).all())
    return int(found.get(HAND, 0)), int(found.get(NOT, 0))


def campaign_visits(engine: Engine, access: Access, campaigns: Collection[str]) -> pd.DataFrame:
    """Visits by day that came with the links of these campaigns, over all websites in sight: campaign, day, visits."""
    if not campaigns:
        return empty(_VISITS)
    statement = (
        select(func.substr(site_day.c.metric, len(PREFIX) + 1).label("campaign"), site_day.c.day)
        .add_columns(func.sum(site_day.c.value).label("visits"))
        .where(site_day.c.metric.in_([metric_of(one) for one in sorted(campaigns)]))
        .where(*scope.of_sites(site_day.c.site_id, access))
        .group_by(site_day.c.metric, site_day.c.day)
        .order_by(site_day.c.metric, site_day.c.day)
    )
    return read(engine, statement, _VISITS)


def days_with_campaigns(engine: Engine, access: Access) -> list[int]:
    """The days on which any campaign is in the figures of websites, in order."""
    of_campaigns = site_day.c.metric.startswith(PREFIX, autoescape=True)
    statement = select(site_day.c.day).distinct().where(of_campaigns, *scope.of_sites(site_day.c.site_id, access))
    with engine.connect() as connection:
        return [int(day) for day in connection.scalars(statement.order_by(site_day.c.day))]


def campaigns_seen(engine: Engine, access: Access, most: int = 200) -> list[str]:
    """The campaigns that figures of websites know, by name: to choose from."""
    name = func.substr(site_day.c.metric, len(PREFIX) + 1).label("campaign")
    of_campaigns = site_day.c.metric.startswith(PREFIX, autoescape=True)
    statement = select(name).distinct().where(of_campaigns, *scope.of_sites(site_day.c.site_id, access))
    with engine.connect() as connection:
        return [str(found) for found in connection.scalars(statement.order_by(name).limit(most))]


def log_sums(engine: Engine, access: Access, accounts: Collection[int], first: int, last: int) -> pd.DataFrame:
    """Posts of accounts that are in a slot: account_id, n, and total and squares of log(1 + interactions)."""
    if not accounts:
        return empty(_SUMS)
    slots = rollup_content.c
    sums = [func.sum(slots[name]).label(name) for name in ("n", "total", "squares")]
    statement = (
        select(slots.account_id, *sums)
        .where(slots.dimension == "slot", slots.day.between(first, last), slots.account_id.in_(sorted(accounts)))
        .where(*scope.of_accounts(slots.account_id, access))
        .group_by(slots.account_id)
    )
    return read(engine, statement, _SUMS)
