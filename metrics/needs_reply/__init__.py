"""Which messages need a reply: every citizen's message is classed by rules that people can read."""

from metrics.needs_reply.classes import classify
from metrics.needs_reply.intents import INTENTS, NEEDS_REPLY

__all__ = ["INTENTS", "NEEDS_REPLY", "classify"]
