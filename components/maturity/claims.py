"""Each claim beside what was measured: a card per question, contradictions first."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components.assessment.measured import evidence_address, figure_words, verdict_words
from components.escape import plain
from components.i18n import _, say
from components.in_language import words
from components.maturity.naming import question_words
from metrics.claims.check import ClaimCheck
from metrics.claims.item import ItemVerdict, counts_as
from metrics.claims.verdict import Code
from metrics.maturity.claimed import ItemClaim
from metrics.maturity.questionnaire import Question, Questionnaire

NONE = "none"
"""The code for answers that claim nothing that is checked."""
_LONG = 500


def code_words(code: Code | None) -> str:
    """The verdict on a question as Markdown, also when there is none."""
    return verdict_words(code) if code is not None else f":gray[:material/remove: {_('nothing to check')}]"


def claim_card(
    questionnaire: Questionnaire,
    claim: ItemClaim,
    people: Mapping[int, str],
    departments: Mapping[int, int | None],
    link: Callable[[str, Mapping[str, str]], None],
) -> None:
    """Draw one question: verdict, who claims what, what was measured, why, what is next.

    `people` and `departments` are what each respondent is called and answers for; `link` leads to a page, with what to
    choose there.
    """
    question = questionnaire.question(claim.question)
    with st.container(border=True, gap="xsmall", key=f"card_claim_{claim.question}"):
        st.subheader(question_words(questionnaire, claim.question), anchor=False)
        st.markdown(f"**{code_words(claim.code)}**")
        pages: dict[str, tuple[list[ClaimCheck], set[int | None]]] = {}
        for verdict, who in grouped(claim):
            st.markdown("  \n".join([_claimed(question, claim, who, people), *map("  \n".join, checks_words(verdict))]))
            for check, _found in verdict.checks:
                made, of = pages.setdefault(check.page, ([], set()))
                made.append(check)
                of.update(departments.get(one) for one in who)
        st.markdown(_("**Next step:** {step}", step=next_step(question, claim)))
        if pages:
            with st.container(horizontal=True, gap="small", key=f"links_{claim.question}"):
                for page, (made, of) in pages.items():
                    link(page, evidence_address(made[:1], of))


def grouped(claim: ItemClaim) -> list[tuple[ItemVerdict, list[int]]]:
    """Who got which verdict; people with the same one, on the same figures, are together."""
    groups: list[tuple[ItemVerdict, list[int]]] = []
    for who, verdict in claim.verdicts.items():
        same = next((people for known, people in groups if known == verdict), None)
        if same is None:
            groups.append((verdict, [who]))
        else:
            same.append(who)
    return groups


def checks_words(verdict: ItemVerdict) -> list[list[str]]:
    """The lines of each check: the claim with its verdict, the measured number, and why in one sentence."""
    return [
        list(
            filter(
                None,
                [
                    _(
                        "{verdict} Checked: “{claim}”",
                        verdict=verdict_words(counts_as(check, found)),
                        claim=_(check.claim),
                    ),
                    figure_words(found),
                    plain(say(found.reason), _LONG),
                    _("Not contradicted. A document must show that it holds.")
                    if found.code == "agree" and not check.confirms
                    else "",
                ],
            )
        )
        for check, found in verdict.checks
    ]


def next_step(question: Question, claim: ItemClaim) -> str:
    """What to do now: by the verdict, else what the questionnaire advises at the lowest level that was given."""
    every = [pair for verdict in claim.verdicts.values() for pair in verdict.checks]
    todo = next((check.todo for check, found in every if found.code == claim.code == "disagree"), None)
    if todo is not None:
        return _(todo)
    needs = next((check.needs for check, found in every if found.code == claim.code == "too_few"), None)
    if needs is not None:
        return _("Get more data. Needed: {needs}", needs=_(needs))
    if claim.code == "document":
        return _("Add the document that shows this to the answer, or load the data that would tell.")
    level = min(claim.levels.values())
    advice = question.improvements.get(level, ())
    return plain(words(advice[0]), _LONG) if advice else _("Keep it up, and look again in a year.")


def _claimed(question: Question, claim: ItemClaim, who: Sequence[int], people: Mapping[int, str]) -> str:
    """ "Editor, Sport claims level 3: “...”", for each of them."""
    lines = [
        _(
            "**{who}** claims level {level}: “{anchor}”",
            who=plain(people.get(one, "?")),
            level=claim.levels[one],
            anchor=plain(words(question.anchors[claim.levels[one]]), _LONG),
        )
        for one in who
    ]
    return "  \n".join(lines)
