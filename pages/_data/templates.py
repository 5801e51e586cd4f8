"""The templates of the loaders, in the reader's language, as the data page offers them."""

from functools import partial

from components.i18n import _, language
from components.template_list import TemplateFile, template_list
from loaders.templates import TEMPLATES, Template
from loaders.templates.definition import said
from loaders.templates.writing import as_csv, as_xlsx


def templates_section() -> None:
    """Draw the templates to download."""
    template_list(
        [
            TemplateFile(one.name, _(one.title), said(one.file_names, language()), partial(_made, one))
            for one in TEMPLATES.values()
        ]
    )


def _made(template: Template, kind: str) -> bytes:
    if kind == "csv":
        return as_csv(template, language())
    return as_xlsx(template, language(), translate=_)
