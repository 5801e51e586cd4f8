"""Which imports hold something of an account."""

from sqlalchemy import Subquery, select

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.schema import account_import


def account_imports(access: Access, filters: Filters) -> Subquery:
    """Every account in scope with each import that shows a post or a day of it: account_id and import_id."""
    here = scope.of_accounts(account_import.c.account_id, access, filters.departments, filters.platforms)
    return select(account_import.c.account_id, account_import.c.import_id).where(*here).subquery()
