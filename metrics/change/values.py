"""Values of a metric inside a sentence."""

from metrics.registry import Metric
from metrics.words import Duration, Share


def in_words(metric: Metric, value: float) -> float:
    """A value that a message shows as a percentage, a time, a whole count or a number.

    >>> from metrics.registry import metrics
    >>> f"{in_words(metrics()['within_norm'], 0.5)}", in_words(metrics()["posts"], 12.0)
    ('50 %', 12)
    """
    match metric.unit:
        case "share" | "rate":
            return Share(value)
        case "duration":
            return Duration(value)
        case _:
            return int(value) if float(value).is_integer() else value
