"""What suggestions and actions are called, in the reader's language."""

from collections.abc import Mapping

from components.catalogues import languages
from components.escape import bare, plain
from components.i18n import _, say_in
from components.in_language import words
from metrics.actions.action import Action
from metrics.actions.suggestions import Suggestion, written_titles
from metrics.registry import metrics
from metrics.words import Message

LONGEST = 300
"""Characters of a title."""


def suggestion_title(suggestion: Suggestion) -> str:
    """The text of a suggestion, not escaped: what its action is called."""
    return bare(_(suggestion.text) if isinstance(suggestion.text, str) else words(suggestion.text), LONGEST)


def every_title(suggestion: Suggestion) -> tuple[str, ...]:
    """The same in every language: somebody may have taken it in another one."""
    text = suggestion.text
    if not isinstance(text, str):
        return tuple(bare(title, LONGEST) for title in written_titles(suggestion))
    return tuple(say_in(code, Message("todo", text)) for code in languages())


def whose(action: Action, departments: Mapping[int, str]) -> str:
    """The department that does it, not escaped."""
    return department_name(action.department_id, departments)


def department_name(department: int | None, departments: Mapping[int, str]) -> str:
    """A department by its id, not escaped; None is the whole organisation."""
    if department is None:
        return _("The whole organisation")
    return departments.get(department, _("a department that is gone"))


def owner_words(action: Action, departments: Mapping[int, str]) -> str:
    """Who does it: role and department, as Markdown."""
    department = plain(whose(action, departments))
    if not action.owner_role:
        return _("{department}, nobody in charge yet", department=department)
    return _("{role}, {department}", role=plain(action.owner_role), department=department)


def metric_label(metric: str | None) -> str:
    """What a number is called; its id when this version does not know it, "" for none."""
    known = metrics().get(metric or "")
    return _(known.label) if known else bare(metric or "")
