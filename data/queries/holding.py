"""Which imports hold something of an account."""

from sqlalchemy import ColumnElement, Subquery, select, union

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.schema import account_day_observation, observation, post


def account_imports(access: Access, filters: Filters) -> Subquery:
    """Every account in scope with each import that shows a post or a day of it: account_id and import_id."""

    def holding(account_id: ColumnElement[int]) -> list[ColumnElement[bool]]:
        return scope.of_accounts(account_id, access, filters.departments, filters.platforms)

    posts = select(post.c.account_id, observation.c.import_id).join_from(
        observation, post, post.c.id == observation.c.id
    )
    of_days = account_day_observation.c
    return union(
        posts.where(*holding(post.c.account_id)),
        select(of_days.account_id, of_days.import_id).where(*holding(of_days.account_id)),
    ).subquery()
