"""What a rule is, and how its patterns are written.

Patterns are for people to read. Small letters, no accents; words separated by one space, and

- `^` at the start: the beginning of a clause, after greetings such as "hello" and words such as "but",
- `*` at the end of a word: any ending,
- `...` : any words of the same sentence,
- `(a|b)` : one of these; `(a )?` : this or nothing,
- `=` at the start: a regular expression (RE2) as it is, where words do not do.
"""

import re
from dataclasses import dataclass

CLAUSE = r"(?:^|[^a-z0-9' \-/@] *|@ +| (?:maar|dus|but) )"
"""A clause begins at the start of the text, after a punctuation mark or emoji, after "but", and after
the people it is for."""

_WITHIN = "[^.!?;]* "
_ANY_ENDING = re.compile(r"(?<=[a-z])\*")


@dataclass(frozen=True)
class Rule:
    """A kind of signs that tells what a message is.

    `intent` is a code of `metrics.needs_reply.INTENTS`; `name` is a sentence about the signs, in English and marked for
    translation. `hits` and `misses` are messages that the rule finds and that it leaves alone.
    """

    id: str
    intent: str
    name: str
    patterns: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]


@dataclass(frozen=True)
class RuleSet:
    """The rules of a language: what is set aside first, then rules in order, of which the first that fits counts.

    `openers` are words that may come before a clause, and `words` common words by which the language is known.
    """

    language: str
    openers: tuple[str, ...]
    words: tuple[str, ...]
    set_aside: tuple[Rule, ...]
    rules: tuple[Rule, ...]


def expression(patterns: tuple[str, ...], openers: tuple[str, ...] = ()) -> str:
    """One regular expression (RE2) for all patterns of a rule.

    >>> import re
    >>> bool(re.search(expression(("not ... collect*",)), "they are not yet collecting it"))
    True
    >>> bool(re.search(expression(("^is it",), ("hello",)), "hello, is it open"))
    True
    """
    before = rf"(?:(?:{'|'.join(openers)})\b[ ,.!:]*)*" if openers else ""
    at_start = [_translated(one.removeprefix("^")) for one in patterns if one.startswith("^")]
    anywhere = [_translated(one) for one in patterns if not one.startswith("^")]
    parts = []
    if at_start:
        parts.append(rf"{CLAUSE}{before}(?:{'|'.join(at_start)})")
    if anywhere:
        parts.append("|".join(anywhere))
    return "|".join(parts)


def _translated(pattern: str) -> str:
    if pattern.startswith("="):
        return pattern[1:]
    found = _ANY_ENDING.sub("[a-z]*", pattern.replace("(", "(?:")).replace(" ... ", _WITHIN)
    start = r"\b" if re.match(r"\(*[a-z0-9]", pattern) else ""
    end = r"\b" if re.search(r"[a-z0-9][*)]*$", pattern) else ""
    return f"{start}{found}{end}"
