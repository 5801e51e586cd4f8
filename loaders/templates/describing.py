"""The columns of a template as a table in Markdown, as `docs/fill-a-template.md` has it."""

from loaders.templates.definition import MARK, Column, Template


def columns_table(template: Template) -> str:
    """One line per column: its header in English and Dutch, what to fill in, and the example.

    >>> from loaders.templates import SITE_DAYS
    >>> print(columns_table(SITE_DAYS).splitlines()[3])
    | Website | Website | The address of the website, such as www.example.org. | www.waterstad.example |
    """
    example = template.rows("en")[0]
    lines = ["| column | in Dutch | what to fill in | example |", "|---|---|---|---|"]
    lines += [_line(column, example.get(column.name, "")) for column in template.columns]
    return "\n".join(lines)


def _line(column: Column, example: str) -> str:
    english, dutch = column.headers
    shown = f"**{english}**" if column.needed else english
    return f"| {shown} | {dutch} | {column.meaning} | {'' if column.name == MARK else example} |"
