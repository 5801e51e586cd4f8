"""The templates of the loaders, in the reader's language, as the data page offers them."""

from functools import partial

from components.i18n import _, language
from components.template_list import TemplateFile, template_list
from loaders.templates import TEMPLATES, Template
from loaders.templates.definition import said
from loaders.templates.writing import as_csv, as_xlsx


def templates_section() -> None:
    """Draw the templates to download."""
    template_list([template_file(one) for one in TEMPLATES.values()])


def template_file(template: Template) -> TemplateFile:
    """A template as it is offered to the reader: made when its button is pressed."""
    return TemplateFile(
        template.name, _(template.title), said(template.file_names, language()), partial(_made, template)
    )


def _made(template: Template, kind: str) -> bytes:
    if kind == "csv":
        return as_csv(template, language())
    return as_xlsx(template, language(), translate=_)
