"""Shares and times as they stand in sentences about answers."""

from metrics.words import N_, Message, Share

HOUR, DAY = 3_600, 86_400


def whole(share: float) -> Share:
    """A share in whole percent; nearly all stays below 100 and nearly none above 0.

    >>> f"{whole(0.566)}, {whole(0.998)}, {whole(1)}"
    '57 %, 99.8 %, 100 %'
    """
    return Share(share if 0 < share < 0.01 or 0.99 < share < 1 else round(share, 2))


def time_words(seconds: float) -> Message:
    """A time that people promise each other: in days when it is whole days, in hours otherwise.

    >>> [time_words(seconds).english() for seconds in (HOUR, 4 * HOUR, DAY, 3 * DAY)]
    ['1 hour', '4 hours', '1 day', '3 days']
    """
    if seconds >= DAY and seconds % DAY == 0:
        days = round(seconds / DAY)
        return Message("days", N_("{n} day"), {"n": days}, plural=N_("{n} days"), count=days)
    hours = round(seconds / HOUR, 2)
    n = int(hours) if hours.is_integer() else hours
    return Message("hours", N_("{n} hour"), {"n": n}, plural=N_("{n} hours"), count=1 if n == 1 else 2)
