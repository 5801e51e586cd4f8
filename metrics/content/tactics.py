"""Push, pull or networking: what a post does, by signs in its text that anybody can check.

Mergel's three tactics are *representation* (push: tell), *engagement* (pull: ask) and *networking*. Rules, in this
order:

1. it passes on a message of somebody else ("RT @...", "via @..."): networking
2. it asks a question or calls for input (`CALLS`): pull
3. it mentions somebody (@name): networking
4. otherwise: push

A text shows no conversations: whether people and the organisation really talked under a post is counted elsewhere
(`deep` in `metrics.slices`). It does not show either whether a question is rhetorical, or whether the one mentioned is
another account of the organisation; so pull and networking are counted generously.

References: Mergel (2013), "A framework for interpreting social media interactions in the public sector"; Mergel (2013),
"Social media adoption and resulting tactics in the U.S. federal government"; Mossberger, Wu & Crawford (2013),
"Connecting citizens and local governments? Social media and interactivity in major U.S. cities".
"""

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from metrics.content.texts import lowered
from metrics.words import N_

PUSH, PULL, NETWORKING = "push", "pull", "networking"
TACTICS: dict[str, str] = {
    PUSH: N_("push (tells something)"),
    PULL: N_("pull (asks or invites)"),
    NETWORKING: N_("networking (mentions or passes on)"),
}
"""The tactics, and what people call them."""

RESHARE = r"(?:^|\s)(?:rt|via) @\w"
QUESTION = r"[\pL\pN\"'”’)]\s?\?"
MENTION = r"(?:^|[^\w@./])@\w"  # not the middle of a mail address
CALLS: dict[str, tuple[str, ...]] = {
    "nl": (
        r"(?:denk|praat|doe|beslis|stem|kies|schrijf) (?:je |jij |u )?(?:ook )?mee\b",
        r"laat (?:het |je mening |uw mening )?(?:ons )?(?:hieronder )?weten\b",
        r"(?:geef|deel|stuur|mail|plak|zeg|vertel) .{0,25}(?:mening|ideeën|idee|reactie|ervaring|foto|tip|hieronder)",
        r"\bvul .{0,40}(?:vragenlijst|enquête|peiling)",
        r"\bdien .{0,30} in (?:voor|via|tot|op)\b",
        r"\breageer\b",
        r"\bnomineer\b|\bnomineren kan\b",
        r"(?:wij|we) (?:horen|zijn benieuwd)",
    ),
    "en": (
        r"\b(?:let us know|tell us|have your say|join the (?:conversation|discussion|debate|consultation))\b",
        r"\b(?:share|send|give|post) (?:us )?(?:your|a) .{0,20}(?:idea|view|opinion|thought|photo|experience|tip)",
        r"\b(?:fill in|complete|take) (?:the|our|this) .{0,20}(?:survey|questionnaire|poll)",
        r"\b(?:comment|reply|vote) (?:below|now|here)\b",
        r"\bnominate\b",
        r"\bwe (?:want|would like|'d like|’d like) to hear\b",
    ),
}
"""Calls for input, per language, in small letters."""

_CALL = "|".join(pattern for patterns in CALLS.values() for pattern in patterns)


def tactics(texts: "pd.Series[str]") -> "pd.Series[str]":
    """Which tactic each text uses: push, pull or networking. A text that is missing or empty is push.

    >>> tactics(pd.Series(["De brug is open.", "Wat vindt u?", "Dank aan @buurthuis", "RT @wijk: kom je?"])).tolist()
    ['push', 'pull', 'networking', 'networking']
    """
    small = lowered(texts)

    def has(pattern: str) -> "np.ndarray":
        return np.asarray(pc.match_substring_regex(small, pattern=pattern))

    reshare, asks, mentions = has(RESHARE), has(QUESTION) | has(_CALL), has(MENTION)
    found = np.select([reshare, asks, mentions], [NETWORKING, PULL, NETWORKING], PUSH)
    return pd.Series(found, index=texts.index, dtype="str")
