"""Made-up sentences for stores and files that are measured: what citizens write, what is replied, what is posted.

Dutch and English, about streets and things of no real town. Numbers in them make nearly every text a different one, as
real ones are: what equal texts cost once is paid for each of them.
"""

import numpy as np

ASKS = (
    "Wanneer wordt de {thing} bij {place} {number} geleegd?",
    "Hoe laat gaat het loket aan {place} open, en heb ik nummer {number} nodig?",
    "Kunnen jullie de {thing} voor huisnummer {number} aan {place} repareren?",
    "De {thing} aan {place} is al {number} dagen kapot en er gebeurt niets!",
    "Waar kan ik melden dat er {number} stoeptegels los liggen bij {place}?",
    "When will the {thing} at {place} {number} be emptied?",
    "Can you please fix the {thing} near number {number} on {place}?",
    "How do I renew permit {number} for {place}?",
    "The {thing} on {place} has been broken for {number} days and nobody comes.",
    "Is the desk at {place} open on Saturday, my number is {number}?",
)
"""Messages that need a reply by the rules."""

TALKS = (
    "Dank jullie wel, het ziet er mooi uit bij {place} {number}.",
    "Wat een mooie foto van {place}, ik was er {number} keer.",
    "Gefeliciteerd met de {thing}, {number} keer verdiend!",
    "Leuk dat er weer {number} bomen staan aan {place}.",
    "Mijn oma woonde vroeger op {place} {number}, fijne herinneringen.",
    "Thank you so much, {place} {number} looks great.",
    "What a lovely picture of {place}, number {number} in my collection.",
    "Well done, the {thing} looks wonderful after {number} years.",
    "I love the {number} new trees at {place}.",
    "My grandmother lived at {place} {number}, good memories.",
)
"""Messages that need none."""

ANSWERS = (
    "De {thing} aan {place} wordt vrijdag gedaan, meldnummer {number}.",
    "U kunt van 9 tot 17 uur terecht aan {place}, neem nummer {number} mee.",
    "The {thing} at {place} will be done on Friday, case {number}.",
    "You can come to {place} from 9 to 5, please bring number {number}.",
)
"""Replies by a person."""

HOLDING = ("We zoeken het uit!", "We kijken ernaar.", "We are looking into it.", "I'm on it!")
"""Replies that say that somebody looks into it."""

POSTS = (
    "De {thing} aan {place} is klaar. Je kunt er nu weer langs met de fiets. Met de auto kan dat vanaf morgen. Kijk "
    "uit voor de {number} mensen die er nog aan het werk zijn.",
    "Wij werken van maandag tot en met vrijdag aan de {thing} bij {place}. Daardoor kunt u {number} dagen niet met de "
    "auto door de straat. De omleiding staat met gele borden aangegeven.",
    "Wat vindt u van de plannen voor {place}? Laat het ons weten.",
    "Dank aan de {number} vrijwilligers van @buurthuis bij {place}!",
    "The {thing} at {place} is ready. You can use it again with your bike. Cars have to wait until tomorrow morning. "
    "Please mind the {number} people who are still at work there.",
    "What do you think of the plans for {place}? Tell us before day {number}.",
)
"""Own posts: of each tactic, and some long enough for a reading level."""

_THINGS = ("container", "lamp", "brug", "speeltuin", "lift", "bench", "fountain", "bike rack")
_PLACES = ("de Lindelaan", "het Havenplein", "de Molenkade", "Mill Quay", "Harbour Square", "Lime Avenue")
_NUMBERS = 100_000


def made_up(random: np.random.Generator, patterns: tuple[str, ...], count: int) -> list[str]:
    """So many texts after these patterns, the same ones for the same state of `random`."""
    drawn = (random.integers(0, most, count).tolist() for most in (len(patterns), len(_THINGS), len(_PLACES), _NUMBERS))
    return [
        patterns[pattern].format(thing=_THINGS[thing], place=_PLACES[place], number=number)
        for pattern, thing, place, number in zip(*drawn, strict=True)
    ]
