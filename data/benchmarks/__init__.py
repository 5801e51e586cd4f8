"""Figures of other governments: those that ship, the survey's counts that a person fills in, and results of peers."""

from data.benchmarks.known import known
from data.benchmarks.oecd import SLOT, read_counts, remove_counts, save_counts, survey_counts
from data.benchmarks.peers import Peers, export_result, peers, read_peers, remove_peers, save_peers

__all__ = [
    "SLOT",
    "Peers",
    "export_result",
    "known",
    "peers",
    "read_counts",
    "read_peers",
    "remove_counts",
    "remove_peers",
    "save_counts",
    "save_peers",
    "survey_counts",
]
