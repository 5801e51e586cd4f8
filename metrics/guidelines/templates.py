"""Guidelines to start from: short, made-up texts with rules, in the writer's language once they are filled in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from metrics.guidelines.content import Guideline, Use
from metrics.words import N_

_DAYS = {"days": [0, 1, 2, 3, 4]}


@dataclass(frozen=True)
class Template:
    """A guideline to start from; all texts are English templates."""

    code: str
    title: str
    about: str
    prose: Mapping[str, str]
    uses: tuple[Use, ...]

    def filled(self, translate: Callable[[str], str]) -> Guideline:
        """The guideline in the language of `translate`."""
        return Guideline(translate(self.title), {code: translate(text) for code, text in self.prose.items()}, self.uses)


_SMALL = Template(
    "small",
    N_("Social media guideline of a small municipality"),
    N_("For one small team that runs a few accounts beside other work. Few promises, which can be kept."),
    {
        "frequency": N_(
            "We post two to seven times a week. In holidays we post less, and we say so. We do not post to fill a gap."
        ),
        "timing": N_("We post on working days between 8:00 and 18:00. Only an emergency cannot wait."),
        "content": N_(
            "We post what people can use: roadworks, waste, events, decisions that touch them. Once in five posts we "
            "ask people something. Each post leads to a page or a person."
        ),
        "comments": N_("Comments are open under all posts. We close them only when an employee is threatened."),
        "responsiveness": N_(
            "A person answers every question within two working days. In the evening and at weekends nobody answers. "
            "Personal cases go by telephone or at the desk."
        ),
        "moderation": N_(
            "We hide insults, discrimination, advertising and personal data. We never hide criticism. We note each "
            "removal with its reason. Whoever disagrees can write to the communication adviser."
        ),
        "conduct": N_(
            "We write as a helpful colleague would talk: short, friendly, no jargon, language level B1. Employees "
            "do not speak for the municipality on their private accounts."
        ),
        "accessibility": N_("Every picture has a description and every film has captions before it is published."),
        "expectations": N_(
            "On each profile people read when we answer, what we do not answer there, and where they can go then."
        ),
    },
    (
        Use("posts_per_week", {"low": 2, "high": 7}),
        Use("posting_days_and_times", {**_DAYS, "start": 8, "end": 18, "share": 0.8}),
        Use("content_mix", {"kind": "pull", "bound": "at_least", "share": 0.2}),
        Use("comments_open", {"share": 0.05}),
        Use("response_norm", {"source": "here", "share": 0.8}),
        Use("answers_everything", {"share": 0.9}),
        Use("moderation_published", {"place": "", "reviewed": ""}),
        Use("moderation_with_reason", {"share": 0.9}),
        Use("language_level", {"level": "B1", "share": 0.8}),
        Use("accessibility_alt_text", {"share": 0.95}),
        Use("accessibility_captions", {"share": 0.95}),
        Use("expectation_text", {"place": "", "reviewed": ""}),
    ),
)

_CITY = Template(
    "city",
    N_("Social media guideline of a city with departments"),
    N_("For many accounts of several departments: one frame for all, in which a department may choose its own band."),
    {
        "frequency": N_(
            "Each account posts three to fourteen times a week. A department may choose another band, and writes it "
            "down. An account that cannot keep it up is closed or joined with another."
        ),
        "timing": N_("We plan posts for all days between 7:00 and 22:00. The newsroom keeps one calendar for all."),
        "content": N_(
            "Each department posts about its own work and shares what others post instead of copying it. At least one "
            "post in four asks people something. Facts come from one source: the website."
        ),
        "comments": N_("Comments are open everywhere. Closing them needs the consent of the newsroom."),
        "responsiveness": N_(
            "Webcare answers on all days, within the norm of the department. A question that belongs elsewhere is "
            "handed over, not sent away: the person gets the answer in the same place."
        ),
        "moderation": N_(
            "The house rules are public and the same for all accounts. Every removal is logged with its rule. People "
            "can object, and another employee then looks again."
        ),
        "conduct": N_(
            "One tone for the whole city, in plain language at level B1. Employees may talk about their work in "
            "private, and then say that they do so in their own name."
        ),
        "accessibility": N_(
            "Pictures, films and documents follow the legal standard. The newsroom checks ten a month."
        ),
        "expectations": N_(
            "Each profile names its opening hours, its subjects and the department behind it. Twice a year we "
            "publish how well we kept our promises."
        ),
    },
    (
        Use("posts_per_week", {"low": 3, "high": 14}),
        Use("posting_days_and_times", {"days": [0, 1, 2, 3, 4, 5, 6], "start": 7, "end": 22, "share": 0.9}),
        Use("content_mix", {"kind": "pull", "bound": "at_least", "share": 0.25}),
        Use("content_mix", {"kind": "push", "bound": "at_most", "share": 0.6}),
        Use("comments_open", {"share": 0.1}),
        Use("response_norm", {"source": "norm", "share": 0.8}),
        Use("answers_everything", {"share": 0.9}),
        Use("moderation_published", {"place": "", "reviewed": ""}),
        Use("moderation_with_reason", {"share": 0.9}),
        Use("language_level", {"level": "B1", "share": 0.8}),
        Use("accessibility_alt_text", {"share": 0.95}),
        Use("accessibility_captions", {"share": 0.95}),
        Use("expectation_text", {"place": "", "reviewed": ""}),
    ),
)

_CRISIS = Template(
    "crisis",
    N_("Social media guideline for a crisis"),
    N_("For the account that people look at in an emergency. Times of day do not count; answers do."),
    {
        "frequency": N_(
            "In a crisis we post when something changes, and at least once every two hours, also when there is no news."
        ),
        "timing": N_("We post at any hour. Planned posts of all departments stop until the crisis is over."),
        "content": N_(
            "First what to do, then what has happened, then where to find more. Only confirmed facts. One account "
            "leads; the others share it and write nothing of their own."
        ),
        "comments": N_("Comments stay open: they show what people need and which rumours go round."),
        "responsiveness": N_(
            "Questions about safety come first. We also say what we do not know yet. Nobody is left without an answer."
        ),
        "moderation": N_("We correct rumours in public. We hide only threats, hate and personal data of victims."),
        "conduct": N_("Calm, short and kind. Language level B1, no names of victims, no guesses about the cause."),
        "accessibility": N_(
            "Warnings are text, never only a picture. Films of the mayor have captions and sign language."
        ),
        "expectations": N_("The pinned post says where people get help, when the next update comes, and whom to call."),
    },
    (
        Use("answers_everything", {"share": 0.95}),
        Use("comments_open", {"share": 0.1}),
        Use("moderation_published", {"place": "", "reviewed": ""}),
        Use("moderation_with_reason", {"share": 0.95}),
        Use("language_level", {"level": "B1", "share": 0.9}),
        Use("accessibility_captions", {"share": 0.95}),
        Use("expectation_text", {"place": "", "reviewed": ""}),
    ),
)

TEMPLATES: dict[str, Template] = {template.code: template for template in (_SMALL, _CITY, _CRISIS)}
"""The templates by code."""
