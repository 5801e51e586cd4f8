"""The tone of messages: negative, neutral or positive, with a probability for each.

The target is the tone of the message, not how satisfied somebody is with the city.
"""

from metrics.text.sentiment.rules import Rules
from metrics.text.sentiment.tones import COLUMNS, Scorer
from metrics.text.tone import TONES, UNSURE

__all__ = ["COLUMNS", "TONES", "UNSURE", "Rules", "Scorer"]
