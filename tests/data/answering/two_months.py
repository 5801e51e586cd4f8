"""Two months of questions to two accounts, and what follows from them in plain Python, one by one."""

from collections import Counter, defaultdict
from random import Random
from typing import Any

from sqlalchemy import Engine, insert

from data.access import LOCAL_ADMINISTRATOR as ME
from data.norms import add_norm
from data.queries.windows import By
from data.schema import account, answered_until, conversation, thread
from data.store import writing
from metrics.norms import OFFICE_HOURS, Norm
from metrics.norms.versions import Scope
from metrics.periods import Period, to_date, to_day, week_start
from metrics.responsiveness.bins import BINS
from tests.data.answering.messages import HOUR, answer, asked, rows
from tests.loaders.sample_batches import DAY, MONDAY, batch, load, post, registers

Row = dict[str, Any]
_DELAYS = (0.3, 2, 5, 20, 60, 100, 300)


def two_months(engine: Engine) -> None:
    """Fill the store: the accounts have different norms, and a third account has no conversations."""
    registers(engine)
    quiet = {"id": 3, "department_id": 1, "platform": "facebook", "handle": "quiet", "name": "nobody writes"}
    with writing(engine) as connection:
        connection.execute(insert(account).values(quiet))
    norm = Norm("working_hours", 6, 0.8, OFFICE_HOURS, "Europe/Amsterdam", "NL")
    add_norm(engine, ME, Scope(account_id=2), 20_000, norm)
    random = Random(7)
    made = [row for number in range(400) for row in _message(random, number)]
    posts = [
        post(str(number), account="green" if number > 20 else "parking", published_ts=MONDAY + 36 * number * HOUR)
        for number in range(1, 41)
    ]
    parking, green = ([row for row in made if row["account"] == name] for name in ("parking", "green"))
    load(engine, batch(posts, parking, exported_ts=MONDAY + 61 * DAY))
    load(engine, batch([], green, exported_ts=MONDAY + 58 * DAY))


def _message(random: Random, number: int) -> list[Row]:
    """A question of somebody, and what was said to it: nothing, that it is looked into, or an answer."""
    name = random.choice(["parking", "green"])
    where = {"account": name, "post_id": str(random.randint(1, 20) + (20 if name == "green" else 0))}
    began = random.uniform(0, 60 * 24)
    question = asked(str(1000 + number), began, author=f"citizen {random.randint(1, 40)}", **where)
    if random.random() < 0.1:
        question |= {"precision": "day", "published_ts": question["published_ts"] // DAY * DAY}
    said = [question]
    if random.random() < 0.3:
        said.append(answer(str(3000 + number), str(1000 + number), began + 0.1, text="We zoeken het uit.", **where))
    if random.random() < 0.6:
        after = random.choice(_DELAYS) * random.random()
        said.append(answer(str(5000 + number), str(1000 + number), began + 0.2 + after, **where))
    return said


def until(engine: Engine) -> dict[int, int]:
    """Until when each account is known."""
    found: dict[int, int] = {}
    for row in rows(engine, answered_until):
        found[row["account_id"]] = max(found.get(row["account_id"], 0), row["until_ts"])
    return found


def label(day: int, period: Period, by: By) -> Any:
    """The period that a day is reported under; None when it is in none."""
    inside = period.first <= day <= period.last
    if by == "window":
        before = period.before()
        return "current" if inside else "previous" if before.first <= day <= before.last else None
    if not inside:
        return None
    return week_start(day) if by == "week" else to_day(to_date(day).replace(day=1))


def plain_answers(engine: Engine, period: Period, by: By) -> dict[tuple[Any, int], Counter[str]]:
    """The sums of `rollup_answer` by period and account."""
    known = until(engine)
    found: dict[tuple[Any, int], Counter[str]] = defaultdict(Counter)
    for one in rows(engine, conversation):
        sums = found[label(one["day"], period, by), one["account_id"]]
        came = one["answered_ts"] is not None
        due = one["due_ts"] is not None and one["due_ts"] <= known[one["account_id"]]
        sums.update(asked=1, answered=came, waiting=not came, noticed=not came and one["noticed_ts"] is not None)
        sums.update(due=due, due_waiting=due and not came, in_time=due and came and one["answered_ts"] <= one["due_ts"])
        if due and came:
            sums[list(BINS)[one["bin"]]] += 1
    for one in rows(engine, thread):
        if one["day"] is not None:
            sums = found[label(one["day"], period, by), one["account_id"]]
            talked = one["messages"] > 0
            sums.update(threads=1, talked=talked, two_way=talked and one["replies"] > 0, deep=one["turns"] > 1)
    return found
