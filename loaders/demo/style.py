"""Finishing touches: tidy texts for the city, and for citizens how people really type."""

import re

import numpy as np

from loaders.demo.grammar import Texts

_SENTENCE = re.compile(r"(^|[.!?…] |\n)(?!oeverdrecht\.example)([a-z])")
_SHORT = {  # what people type instead
    "nl": {" even ": " ff ", "misschien": "msch", "in ieder geval": "iig", " het ": " t "},
    "en": {" you ": " u ", "please": "pls", " are ": " r ", "people": "ppl", "thanks": "thx", "because": "cuz"},
}
_MOODS = ["😂", "😡", "👍", "🙏", "😉", "🤷", "❤️", "😅", "🙄", "!!", "??", "..."]
_LOWER, _BARE, _SHORTENED, _TYPO, _LOUD, _EMOJI = 0.20, 0.14, 0.10, 0.09, 0.015, 0.10


def tidy(texts: Texts) -> Texts:
    """Single spaces, `¶` as a blank line, a capital at the start of each sentence.

    >>> tidy(np.array(["hoi,  alles goed? ja.¶dag"], dtype=object)).tolist()
    ['Hoi, alles goed? Ja.\\n\\nDag']
    """
    out = np.empty(len(texts), dtype=object)
    for number, text in enumerate(texts):
        text = " ".join(text.split()).replace("¶", "\n\n")
        out[number] = _SENTENCE.sub(lambda match: match.group(1) + match.group(2).upper(), text)
    return out


def roughen(rng: np.random.Generator, texts: Texts, languages: Texts) -> Texts:
    """The same texts as citizens would type them: small letters, lost full stops, typing errors, emoji."""
    luck = rng.random((len(texts), 6))
    place = rng.random(len(texts))
    mood = rng.integers(len(_MOODS), size=len(texts))
    out = texts.copy()
    for number, text in enumerate(texts):
        lower, bare, shortened, typo, loud, emoji = luck[number]
        if "@" in text or ".example" in text:
            continue  # handles and addresses stay as they are
        if shortened < _SHORTENED:
            for long, short in _SHORT[languages[number]].items():
                text = text.replace(long, short)
        if typo < _TYPO:
            text = _mistype(text, place[number])
        if lower < _LOWER:
            text = text.lower()
        elif loud < _LOUD:
            text = text.upper()
        if bare < _BARE:
            text = text.rstrip(".!")
        if emoji < _EMOJI:
            text = f"{text} {_MOODS[mood[number]]}"
        out[number] = text
    return out


def _mistype(text: str, where: float) -> str:
    """Swap two letters, double one or lose one, somewhere after the first letter."""
    spot = 1 + int(where * max(len(text) - 3, 0))
    pair = text[spot : spot + 2]
    if len(pair) < 2 or not pair.isalpha():
        return text
    change = (pair[1] + pair[0], pair[0], pair[0] + pair)[spot % 3]
    return text[:spot] + change + text[spot + 2 :]
