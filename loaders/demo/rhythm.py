"""When things happen: on which days accounts post, at what hour, when citizens write and when offices are open.

Time inside the demo is counted in minutes of local time since the first day; `batches` turns it into UTC.
"""

import numpy as np
from numpy.typing import NDArray

from loaders.demo.calendar import Calendar
from loaders.demo.city import ACCOUNTS, DEPARTMENT, Account, Habit

DAY = 24 * 60
_WEEKDAY = {  # posts on Monday .. Sunday
    "office": (1.1, 1.15, 1.1, 1.15, 1.0, 0.28, 0.18),
    "leisure": (0.7, 0.8, 1.0, 1.2, 1.4, 1.2, 0.9),
    "street": (1.0, 1.0, 1.0, 1.0, 1.1, 0.7, 0.6),
}
_WEEK_OF = {"cultuur": "leisure", "sport": "leisure", "veilig": "street"}
_DAYTIME = (7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17)
_DAYTIME_WEIGHT = (0.3, 0.8, 1.6, 1.8, 1.4, 1.2, 1.1, 1.3, 1.4, 1.2, 0.6)
_EVENING = (18, 19, 20, 21)
_EVENING_WEIGHT = (0.9, 1.4, 1.2, 0.6)
_STORM_ROLE = {"veilig": 9.0, "beheer": 7.0, "mobiliteit": 5.0, "communicatie": 4.0}


def intensity(account: Account, calendar: Calendar) -> NDArray[np.float64]:
    """How many posts an account would make on each day, before anything special about the account."""
    department = DEPARTMENT[account.department]
    weekly = np.array(_WEEKDAY[_WEEK_OF.get(account.department, "office")])
    daily = account.per_week * weekly[calendar.weekday] / weekly.sum()
    daily *= np.where(calendar.school_holiday, department.holidays, 1.0)
    daily *= np.where(calendar.public_holiday, 0.4, 1.0)
    daily *= np.where(calendar.storm, _STORM_ROLE.get(account.department, 0.7), 1.0)
    if account.department in ("communicatie", "publiek"):
        daily *= 1 + 0.8 * calendar.election
    return np.asarray(daily)


def post_days(rng: np.random.Generator, daily: NDArray[np.float64], posts: int) -> NDArray[np.int64]:
    """Spread `posts` posts over accounts (rows) and days (columns) by their intensity; returns counts."""
    drawn = rng.multinomial(posts, (daily / daily.sum()).ravel())
    return np.asarray(drawn.reshape(daily.shape))


def post_minutes(rng: np.random.Generator, accounts: NDArray[np.int64]) -> NDArray[np.int64]:
    """A minute of the day for posts of these accounts: office hours, and each department's share of evenings."""
    evening_share = np.array([DEPARTMENT[account.department].evening for account in ACCOUNTS])
    evening = rng.random(len(accounts)) < evening_share[accounts]
    daytime = rng.choice(_DAYTIME, size=len(accounts), p=_shares(_DAYTIME_WEIGHT))
    late = rng.choice(_EVENING, size=len(accounts), p=_shares(_EVENING_WEIGHT))
    on_the_hour = rng.random(len(accounts)) < 0.35  # planned posts go out on the hour or half hour
    minute = np.where(on_the_hour, rng.choice((0, 30), size=len(accounts)), rng.integers(60, size=len(accounts)))
    return np.asarray(np.where(evening, late, daytime) * 60 + minute)


def _shares(weights: tuple[float, ...]) -> NDArray[np.float64]:
    return np.array(weights) / sum(weights)


def wake(minutes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Move what would be written in the middle of the night to the next morning."""
    of_day = minutes % DAY
    return np.where((of_day >= 30) & (of_day < 6 * 60 + 30), minutes + 6 * 60, minutes)


class OpeningHours:
    """A clock that only runs while a department is open.

    >>> from datetime import date
    >>> clock = OpeningHours(Habit(1, 60, 1, opens=9, closes=17), Calendar(date(2026, 9, 30)))
    >>> clock.after(np.array([DAY + 16 * 60 + 30]), np.array([60])) % DAY / 60  # Monday 16:30, so Tuesday
    array([9.5])
    """

    def __init__(self, habit: Habit, calendar: Calendar) -> None:
        open_days = ~calendar.public_holiday if habit.weekend else ~calendar.public_holiday & (calendar.weekday < 5)
        self._length = (habit.closes - habit.opens) * 60
        self._opening = np.flatnonzero(open_days) * DAY + habit.opens * 60

    def after(self, start: NDArray[np.int64], minutes: NDArray[np.int64]) -> NDArray[np.int64]:
        """The moment when a department has been open for `minutes` since `start`; beyond the last day, a far moment."""
        day = np.searchsorted(self._opening, start, side="right") - 1
        used = np.where(day < 0, 0, np.minimum(start - self._opening[np.maximum(day, 0)], self._length))
        total = np.maximum(day, 0) * self._length + used + minutes
        target, rest = np.divmod(total, self._length)
        beyond = target >= len(self._opening)
        moment = self._opening[np.minimum(target, len(self._opening) - 1)] + rest
        return np.where(beyond, np.iinfo(np.int64).max // 4, moment)
