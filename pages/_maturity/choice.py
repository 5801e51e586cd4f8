"""Which assessment a reader looks at, who answered it, and what its numbers rest on."""

from collections.abc import Sequence
from dataclasses import replace

from components.address import choose_one
from components.assessment.blank_form import version_words
from components.escape import bare
from components.i18n import _
from components.select import distinct
from components.source import Source
from data.assessments import Assessment
from data.filters import Filters
from metrics.maturity.assessed import Assessed, day_of
from metrics.periods import Period
from pages import _numbers as numbers
from pages._assessment.place import person_words, round_words
from pages._context import settings

ASSESSMENT = "assessment"


def choose_assessment(rounds: Sequence[Assessment]) -> Assessment:
    """Draw the choice; the newest is the default."""
    known = {str(one.id): one for one in rounds}
    names = distinct({code: round_words(one) for code, one in known.items()})
    return known[choose_one(ASSESSMENT, _("Assessment"), list(known), next(iter(known)), names.__getitem__)]


def people(now: Assessed) -> dict[int, str]:
    """Who answers, by id: role and department."""
    return distinct({one.id: person_words(one) for one in now.respondents})


def source(now: Assessed, asked: Filters | None) -> Source:
    """What the results rest on: the answers, and the data of the period when there are any."""
    besides = _(
        "Source: self-assessment “{name}”, {version}",
        name=bare(now.assessment.name, 80),
        version=version_words(now.questionnaire),
    )
    day = day_of(now.assessment)
    if asked is None:
        return Source(settings().organisation, Period(day, day), besides=besides, demo=now.assessment.is_demo)
    found = numbers.source(Filters(asked.period))
    return replace(found, besides=besides, demo=found.demo or now.assessment.is_demo)


def remarks(asked: Filters | None) -> list[str]:
    """What a reader must know about the evidence."""
    if asked is None:
        return [_("No exports are loaded yet, so no claim can be checked with data.")]
    if asked.departments or asked.platforms:
        return [
            _(
                "Claims are checked with the data of all departments and platforms; of the filters, only the period "
                "counts here."
            )
        ]
    return []
