"""The OECD survey's two questions, answered from the assessment, beside the answers of governments where known."""

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from components.assessment.measured import verdict_words
from components.escape import plain
from components.i18n import _, day, ngettext, say
from components.in_language import words
from components.maturity.naming import question_words
from components.table import html_table
from metrics.maturity.benchmarks import SurveyCount, caution
from metrics.maturity.oecd import CATEGORIES, PREPARED, Derived
from metrics.maturity.questionnaire import Questionnaire


def survey_intro() -> None:
    """Say who was asked what, and how an answer of the own assessment becomes yes, partly or no."""
    asked = _("The survey asked national governments of OECD countries in 2013; 25 are in the published figures.")
    st.markdown(" ".join(filter(None, [asked, _caution()])))
    st.caption(
        _(
            "Your answer follows from your level: 3 and 4 are yes, 2 is partly, 0 and 1 are no. Level 1 of the first "
            "question is “planned”. This table is our own: the answers that governments could choose were not found."
        )
    )


def survey_cards(questionnaire: Questionnaire, found: Iterable[Derived], counts: Sequence[SurveyCount]) -> None:
    """Draw a card for each question of the survey. `counts` are signed ones; without them the card says so."""
    for one in found:
        with st.container(border=True, gap="xsmall", key=f"card_survey_{one.code}"):
            wording = questionnaire.oecd.get(one.code)
            st.header(plain(words(wording), 300) if wording else plain(one.code), anchor=False)
            st.caption(
                _(
                    "The survey's own words. Your answer follows from {question}",
                    question=question_words(questionnaire, one.question),
                )
            )
            st.markdown(answer_words(one))
            _governments(one.code, [count for count in counts if count.code == one.code])


def answer_words(one: Derived) -> str:
    """The answer as claimed and as the data leave it, with how many people say what."""
    if one.claimed is None or one.adjusted is None:
        return _("Nobody has answered this question yet.")
    lines = [_("Your answer: **{answer}**, as claimed.", answer=_(CATEGORIES[one.claimed]))]
    if one.adjusted != one.claimed:
        lines.append(_("After the evidence: **{answer}**.", answer=_(CATEGORIES[one.adjusted])))
    if one.verdicts:
        lines.append(" · ".join(map(verdict_words, one.verdicts)))
    if one.n > 1:
        parts = [
            _("{answer}: {n}", answer=_(name), n=one.counts[code])
            for code, name in CATEGORIES.items()
            if one.counts.get(code)
        ]
        lines.append(ngettext("{n} person answered: {parts}.", "{n} people answered: {parts}.", one.n, parts=parts))
    if one.code in PREPARED and "planned" in (one.claimed, *one.counts):
        lines.append(
            _("“Planned” is level 1, in preparation or not written down. If it is not in preparation, read “no”.")
        )
    return "  \n".join(lines)


def _caution() -> str:
    warning = caution("national")
    return "" if warning is None else say(warning)


def _governments(code: str, counts: Sequence[SurveyCount]) -> None:
    """What national governments answered in 2013: a table of signed counts, or that they are not available."""
    if not counts:
        st.info(
            _(
                "What governments answered is not available until somebody fills in the numbers of the publication and "
                "signs them, below. They were not found in an open source."
            ),
            icon=":material/hourglass_empty:",
        )
        return
    first = counts[0]
    st.markdown(f"**{_caution()}**")
    table = pd.DataFrame(
        [(plain(count.answer), _("{n} of {total} governments", n=count.n, total=count.total)) for count in counts],
        columns=[_("Answer"), _("How many")],
        dtype="object",
    )
    html_table(table, _("Answers of national governments to {code}", code=code))
    st.caption(
        _(
            "Population: national governments of OECD countries · {year} · unit: national governments · N = {n} · "
            "source: {source}, {place} · how well it is known: good, checked by {who} on {day}. Historic.",
            year=str(first.year),
            n=first.total,
            source=plain(first.source, 300),
            place=plain(first.place),
            who=plain(first.verified_by),
            day=day(first.verified_on),
        )
    )
