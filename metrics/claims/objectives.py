"""What an account is for: the objective that the register declares."""

from metrics.words import N_

OBJECTIVES: dict[str, str] = {
    "information": N_("Information: people know what happens"),
    "dialogue": N_("Dialogue: people have a say"),
    "service": N_("Service: people get help and answers"),
    "collaboration": N_("Collaboration: people and partners do things together"),
}
"""Objectives by their code. Three are Mergel's missions transparency, participation and collaboration; the fourth is
the service that she names beside them.

Reference: Mergel (2013), "A framework for interpreting social media interactions in the public sector".
"""
