"""What a guideline for social media is about: the nine elements that the policy brief asks for.

Reference: Falco & Kleinhans, "Policy recommendations for government use of social media for collaboration with
citizens", recommendation 2 ("clear guidelines").
"""

from dataclasses import dataclass

from metrics.words import N_


@dataclass(frozen=True)
class Element:
    """One element of a guideline; all texts are English templates."""

    code: str
    title: str
    asks: str  # what the brief asks for
    question: str  # what a writer should answer


_ALL = (
    Element(
        "frequency",
        N_("How often"),
        N_("The brief asks for a rhythm that people can count on."),
        N_("How many posts do people see in a normal week, at least and at most?"),
    ),
    Element(
        "timing",
        N_("Days and times"),
        N_("The brief asks to say when you post, so that people and colleagues know."),
        N_("On which days and between which hours do you post? What happens in a crisis?"),
    ),
    Element(
        "content",
        N_("What kind of content"),
        N_("The brief asks which kind of information belongs on the account, and which does not."),
        N_("What do you post about, in which form, and how often do you ask people something?"),
    ),
    Element(
        "comments",
        N_("Acceptance of comments"),
        N_("The brief asks to say whether people may comment, and where."),
        N_("Are comments open on every post? When do you close them, and who decides?"),
    ),
    Element(
        "responsiveness",
        N_("Responsiveness"),
        N_("The brief asks how fast people get an answer, and to which messages."),
        N_("Within what time does a person answer, at which hours, and what do you not answer?"),
    ),
    Element(
        "moderation",
        N_("Moderation"),
        N_("The brief asks for public rules about what is removed, applied in the same way to everybody."),
        N_("Which comments do you hide or delete, who decides, and how can somebody object?"),
    ),
    Element(
        "conduct",
        N_("Code of conduct"),
        N_("The brief asks how employees behave on social media, and in which language they write."),
        N_("What tone do you use, how easy is the language, and what is private and what is official?"),
    ),
    Element(
        "accessibility",
        N_("Accessibility"),
        N_("The law asks that everybody can use what you publish, also people who do not see or hear."),
        N_("Do pictures have a description and films captions? Who checks that?"),
    ),
    Element(
        "expectations",
        N_("Expectation management"),
        N_("The brief asks to tell people what they may expect, online and offline."),
        N_("What do people read on your profile about speed, subjects, and what happens after an answer?"),
    ),
)

ELEMENTS: dict[str, Element] = {element.code: element for element in _ALL}
"""The elements by code, in the order in which a guideline is written."""
