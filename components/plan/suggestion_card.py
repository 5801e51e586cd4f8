"""What is suggested for one question: the answer, why something should be done, and what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from components.assessment.measured import figure_words
from components.escape import plain
from components.i18n import _, say
from components.in_language import words
from components.maturity.naming import level_words, question_words
from components.plan.naming import suggestion_title
from metrics.actions.suggestions import Item, Suggestion
from metrics.maturity.questionnaire import Questionnaire

_LONG = 500
_ADD = ":material/add:"


@dataclass(frozen=True)
class Asked:
    """What the answers belong to: the questions, the level to reach, and who answers, by id."""

    questionnaire: Questionnaire
    target: int
    people: Mapping[int, str]


def suggestion_card(item: Item, asked: Asked, code: Callable[[Suggestion], str], open_code: str) -> Suggestion | None:
    """Draw the card; the suggestion that the reader wants in the plan, or has open (`open_code`).

    Below the button of that one the caller draws the form. `code` gives each suggestion a name that stays.
    """
    st.subheader(question_words(asked.questionnaire, item.question.id), anchor=False)
    st.markdown("  \n".join([*_why(item, asked), *_answers(item, asked)]))
    if brief := _brief(item, asked.questionnaire):
        st.caption(brief)
    chosen = None
    for one in item.suggestions:
        with st.container(horizontal=True, vertical_alignment="center", key=f"row_{code(one)}"):
            st.markdown(f":material/lightbulb: {plain(suggestion_title(one), _LONG)}", width="stretch")
            if one.action_id is not None:
                st.markdown(_(":material/check: In the plan"), width="content")
            elif code(one) == open_code or st.button(_("Add to the plan"), key=f"take_{code(one)}", icon=_ADD):
                chosen = one
    return chosen


def _why(item: Item, asked: Asked) -> list[str]:
    """Why something should be done: each contradiction with what was measured, and how far below the target it is."""
    lines = [
        _(
            ":material/warning: **Data disagree:** {claim} {reason} {figure} ({who})",
            claim=_(one.check.claim),
            reason=plain(say(one.verdict.reason), _LONG),
            figure=figure_words(one.verdict),
            who=_people(one.respondents, asked),
        )
        for one in item.contradictions
    ]
    if item.below:
        level = level_words(item.level)
        lines.append(
            _(
                ":material/trending_down: **Below the target:** level {level}, and the target is {target}.",
                level=level,
                target=asked.target,
            )
        )
    return lines


def _answers(item: Item, asked: Asked) -> list[str]:
    """What was answered, and by whom."""
    anchors = item.question.anchors
    return [
        _(
            "Answer {level}: “{anchor}” ({who})",
            level=level,
            anchor=plain(words(anchors[level]), _LONG) if level < len(anchors) else "",
            who=_people(who, asked),
        )
        for level, who in item.answers.items()
    ]


def _people(ids: tuple[int, ...], asked: Asked) -> str:
    return plain(", ".join(asked.people.get(one, "?") for one in ids), _LONG)


def _brief(item: Item, questionnaire: Questionnaire) -> str:
    """The recommendations of the brief that the question belongs to."""
    known = questionnaire.recommendations
    texts = [plain(words(known[code]), _LONG) for code in item.question.brief if code in known]
    return _("The policy brief: {recommendations}", recommendations=" ".join(texts)) if texts else ""
