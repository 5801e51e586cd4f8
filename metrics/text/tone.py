"""The tone of a message: what it can be, and how the store writes it.

The tone is that of the message ("again no bus!"), not what its author thinks of the organisation.
"""

from metrics.words import N_

TONES = {
    "negative": N_("Negative"),
    "neutral": N_("Neutral"),
    "positive": N_("Positive"),
}
"""Code -> label, in the order of the labels 0, 1, 2."""

UNSURE = "unsure"
"""Said of a message when no tone is likely enough."""

LEANING = 3
"""Added to the number of a tone in the store where the model is unsure: 0 to 2 are sure, 3 to 5 lean to a tone."""

TONE_COLUMNS = (*(f"t_{tone}" for tone in TONES), *(f"t_{tone}_unsure" for tone in TONES), "t_none")
"""Columns that count messages by tone, in the order of the numbers in the store; the last is of those not scored."""
