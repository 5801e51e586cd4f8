"""Templates that people fill in when a platform gives no export: one definition for the file, the docs and the reader.

The formats `template_*` of `loaders.files` read what was filled in. `writing` makes the files, `describing` the table
of columns in `docs/fill-a-template.md`.
"""

from loaders.templates.by_day import ACCOUNT_DAYS, CAMPAIGNS, MONTHLY, SITE_DAYS
from loaders.templates.catalogue import TEMPLATES
from loaders.templates.definition import LANGUAGES, MARK, Column, Template
from loaders.templates.messages import COMMENTS, POSTS

__all__ = [
    "ACCOUNT_DAYS",
    "CAMPAIGNS",
    "COMMENTS",
    "LANGUAGES",
    "MARK",
    "MONTHLY",
    "POSTS",
    "SITE_DAYS",
    "TEMPLATES",
    "Column",
    "Template",
]
