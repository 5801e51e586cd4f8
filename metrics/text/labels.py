"""What people can say about a message that they label, and which class that is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from metrics.needs_reply.intents import INTENTS, NEEDS_REPLY
from metrics.text.tone import TONES
from metrics.words import N_

TaskCode = Literal["tone", "needs_reply"]
OTHER = "other"
"""A message that is not about us, or of which a person cannot tell: a class of its own, which no machine gives."""


@dataclass(frozen=True)
class Task:
    """What is labelled: the classes that the machine gives, and what people may say, code -> label each."""

    code: TaskCode
    name: str
    classes: Mapping[str, str]
    values: Mapping[str, str]

    def class_of(self, value: str) -> str:
        """The class that a label stands for.

        >>> TASKS["needs_reply"].class_of("complaint"), TASKS["tone"].class_of("other")
        ('needs_reply', 'other')
        """
        if self.code == "tone":
            return value
        return "needs_reply" if value in NEEDS_REPLY else "no_reply"


TASKS: dict[TaskCode, Task] = {
    "tone": Task("tone", N_("Tone"), TONES, {**TONES, OTHER: N_("Not about us, or cannot tell")}),
    "needs_reply": Task(
        "needs_reply",
        N_("Needs a reply"),
        {"needs_reply": N_("Needs a reply"), "no_reply": N_("Needs no reply")},
        INTENTS,
    ),
}
"""What can be labelled."""
