"""Asking connections for news: a run of one of them, a test, and which are due."""

from loaders.syncing.asking import check, test
from loaders.syncing.run import Outcome, due, sync, waits

__all__ = ["Outcome", "check", "due", "sync", "test", "waits"]
