"""How far somebody is: in a sentence, by dimension, and by recommendation of the brief."""

from collections.abc import Mapping

import pandas as pd

from components.escape import plain
from components.i18n import _, ngettext
from components.in_language import words
from components.table import html_table
from metrics.maturity.progress import Part, Progress
from metrics.maturity.questionnaire import Questionnaire

_LONG = 200


def progress_words(found: Progress, questionnaire: Questionnaire, *, somebody: bool) -> str:
    """The page's finding. `somebody`: the answers are of all who answer, not of one."""
    done, total = found.whole
    if somebody:
        text = _("{done} of {n} questions are answered by somebody.", done=done, n=total)
    else:
        text = _("You answered {done} of {n} questions.", done=done, n=total)
    if found.apart:
        text += " " + ngettext(
            "{n} of these has no level: “don't know” or “not applicable”.",
            "{n} of these have no level: “don't know” or “not applicable”.",
            found.apart,
        )
    if found.open and not somebody:
        following = found.open[0]
        titles = {one.id: one.title for one in questionnaire.dimensions}
        text += " " + _(
            "Next: **{question}** in {dimension}.",
            question=plain(following.id, 40),
            dimension=plain(words(titles[following.dimension]), _LONG),
        )
    return text


def dimension_line(found: Progress, questionnaire: Questionnaire) -> str:
    """Each dimension with answered of how many, on one line."""
    parts = [
        f"{plain(words(one.title), _LONG)} **{_of(found.dimensions[one.id])}**" for one in questionnaire.dimensions
    ]
    return " · ".join(parts)


def progress_tables(found: Progress, questionnaire: Questionnaire) -> None:
    """Draw progress by dimension and by recommendation of the brief."""
    titles = {one.id: words(one.title) for one in questionnaire.dimensions}
    recommendations = {code: words(text) for code, text in questionnaire.recommendations.items()}
    _table(_("Dimension"), titles, found.dimensions)
    _table(_("Recommendation of the brief"), recommendations, found.recommendations)


def _table(heading: str, names: Mapping[str, str], parts: Mapping[str, Part]) -> None:
    rows = [(plain(names[code], _LONG), _of(part)) for code, part in parts.items() if part[1]]
    html_table(pd.DataFrame(rows, columns=[heading, _("Answered")]), heading)


def _of(part: Part) -> str:
    return _("{done} of {n}", done=part[0], n=part[1])
