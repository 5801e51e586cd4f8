"""The six templates."""

from loaders.templates.by_day import ACCOUNT_DAYS, CAMPAIGNS, MONTHLY, SITE_DAYS
from loaders.templates.definition import Template
from loaders.templates.messages import COMMENTS, POSTS

_ALL = (POSTS, COMMENTS, ACCOUNT_DAYS, SITE_DAYS, CAMPAIGNS, MONTHLY)
TEMPLATES: dict[str, Template] = {one.name: one for one in _ALL}
"""All templates by name, in the order in which they are offered."""
