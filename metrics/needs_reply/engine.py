"""Applies a set of rules to many texts at once: each rule is one regular expression over the whole column."""

from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from metrics.needs_reply.intents import NEEDS_REPLY
from metrics.needs_reply.rule import RuleSet, expression
from metrics.needs_reply.rules.en import EN
from metrics.needs_reply.rules.nl import NL

RULE_SETS = {rules.language: rules for rules in (NL, EN)}
NOTHING = -1
"""In `first_rule`: no rule fits."""

_SAYS_SOMETHING = r"[a-z]{3,}[^a-z]+[a-z]{2,}|[a-z]{4,}!"  # two words, or one that is called out


def first_rule(texts: "pa.Array[Any]", language: str) -> NDArray[np.int64]:
    """For each text of `text.plain` the position of the first rule of a language that fits, or `NOTHING`.

    What is set aside only hides from the rules that ask for a reply.
    """
    aside, rules = _expressions(language)
    found = np.full(len(texts), NOTHING, dtype=np.int64)
    rest = pc.replace_substring_regex(texts, pattern=aside, replacement=" . ")
    for position, (rule, pattern) in enumerate(zip(RULE_SETS[language].rules, rules, strict=True)):
        open_ = np.flatnonzero(found == NOTHING)
        seen = rest if rule.intent in NEEDS_REPLY else texts
        hits = pc.match_substring_regex(seen.take(pa.array(open_)), pattern=pattern)
        found[open_[hits.to_numpy(zero_copy_only=False).astype(bool)]] = position
    return found


def intents(texts: "pa.Array[Any]", language: str) -> NDArray[np.object_]:
    """The intent of each text of `text.plain` by the rules of a language; without a sign, an opinion or unclear."""
    rule = first_rule(texts, language)
    codes = np.array([one.intent for one in RULE_SETS[language].rules] + [""], dtype=object)
    found = codes[rule]  # NOTHING is the last
    without = np.flatnonzero(rule == NOTHING)
    words = pc.match_substring_regex(texts.take(pa.array(without)), pattern=_SAYS_SOMETHING)
    found[without] = np.where(words.to_numpy(zero_copy_only=False).astype(bool), "opinion", "unclear")
    return found


@lru_cache
def _expressions(language: str) -> tuple[str, tuple[str, ...]]:
    """What is set aside, and one expression for each rule."""
    rules: RuleSet = RULE_SETS[language]
    aside = "|".join(expression(rule.patterns, rules.openers) for rule in rules.set_aside)
    return aside, tuple(expression(rule.patterns, rules.openers) for rule in rules.rules)
