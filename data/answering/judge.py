"""Deadlines of conversations, by the norm that held when the question was asked."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, select, update

from data import bulk
from data.norm_segments import segments
from data.schema import conversation
from data.staging import fill, judged, same
from metrics.norms import Norm
from metrics.norms.clock import Clock, NeverOpenError
from metrics.norms.deadlines import bin_of, due
from metrics.norms.versions import segment_of

JUDGED = ("work_s", "due_ts", "bin")
_AT_ONCE = 200_000
_Ints = NDArray[np.int64]


def judge(connection: Connection, rows: pd.DataFrame) -> pd.DataFrame:
    """The conversations with `work_s`, `due_ts` and `bin`; missing where only the day of the question is known.

    `rows` has account_id, day, hour, asked_ts and answered_ts (missing while waiting).
    """
    found = pd.DataFrame({name: pd.array([None] * len(rows), dtype="Int64") for name in JUDGED}, index=rows.index)
    if rows.empty:
        return rows.assign(**{name: found[name] for name in JUDGED})
    asked, account, day = (rows[name].to_numpy(np.int64) for name in ("asked_ts", "account_id", "day"))
    answered = rows["answered_ts"].to_numpy(np.int64, na_value=0)
    timed = rows["hour"].notna().to_numpy(bool)
    newest = max(int(asked.max()), int(answered.max()))
    clocks: dict[tuple[object, ...], Clock] = {}
    for place, norm in _parts(connection, account, day):
        place = place[timed[place]]
        if not len(place):
            continue
        clock = _clock(clocks, norm, int(asked.min()), newest)
        done = place[answered[place] > 0]
        found.iloc[place, 1] = due(norm, clock, asked[place])
        found.iloc[done, 0] = clock.seconds_between(asked[done], answered[done])
        found.iloc[done, 2] = bin_of(clock, asked[done], answered[done])
    return rows.assign(**{name: found[name] for name in JUDGED})


def judge_again(connection: Connection, account_ids: Sequence[int], progress: bulk.Progress = bulk.silent) -> None:
    """Judge all conversations of these accounts anew, because a norm changed; within a transaction on a workbench."""
    from data.answering.rollups import add_up  # it imports this module's siblings

    names = ("post_id", "id", "account_id", "day", "hour", "asked_ts", "answered_ts")
    query = select(*(conversation.c[name] for name in names)).where(conversation.c.account_id.in_(list(account_ids)))
    rows = bulk.read(connection, query)
    for start in range(0, len(rows), _AT_ONCE):
        part = judge(connection, rows.iloc[start : start + _AT_ONCE].reset_index(drop=True))
        connection.execute(delete(judged))
        fill(connection, judged, part[["post_id", "id", *JUDGED]].sort_values(["post_id", "id"]))
        new = {name: judged.c[name] for name in JUDGED}
        connection.execute(update(conversation).values(new).where(same(conversation, judged)))
        progress(0.6 * min(1.0, (start + _AT_ONCE) / len(rows)))
    add_up(connection, rows[["account_id", "day"]].drop_duplicates(), lambda share: progress(0.6 + 0.4 * share))
    progress(1.0)


def _parts(connection: Connection, account: _Ints, day: _Ints) -> list[tuple[_Ints, Norm]]:
    """Which rows are judged by which norm."""
    found = []
    order = np.argsort(account, kind="stable")
    names, starts = np.unique(account[order], return_index=True)
    of_account = segments(connection, names.tolist())
    for name, rows in zip(names.tolist(), np.split(order, starts[1:]), strict=True):
        which = segment_of(of_account[name], day[rows])
        found += [(rows[which == number], norm) for number, (_, norm) in enumerate(of_account[name])]
    return found


def _clock(clocks: dict[tuple[object, ...], Clock], norm: Norm, first: int, last: int) -> Clock:
    key = norm.schedule
    if key not in clocks:
        try:
            clocks[key] = Clock(norm.opening_hours, norm.time_zone, norm.holidays, first, last)
        except NeverOpenError:  # nobody said when somebody is there: every hour counts
            clocks[key] = Clock(dict.fromkeys(range(7), ("00:00", "24:00")), norm.time_zone, "", first, last)
    return clocks[key]
