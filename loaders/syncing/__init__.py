"""Asking connections for news: a run of one of them, a test, and which are due."""

from loaders.syncing.asking import check, test
from loaders.syncing.due import due, waits
from loaders.syncing.outcome import Outcome
from loaders.syncing.run import sync

__all__ = ["Outcome", "check", "due", "sync", "test", "waits"]
