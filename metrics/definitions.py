"""Which definitions numbers were made with."""

import hashlib
from functools import cache

from metrics.registry import metrics


@cache
def definitions_version() -> str:
    """A short code that is new as soon as any definition is: files say with which definitions they were made."""
    texts = [f"{metric.id}|{metric.definition}|{metric.formula}|{metric.minimum_n}" for metric in metrics().values()]
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:8]
