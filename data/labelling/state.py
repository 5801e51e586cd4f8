"""How far a round is: labels so far, by whom, and how much two people agree."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection, Engine, func, select

from data.access import Access
from data.labelling.reading import counting, items_of
from data.labelling.rounds import Round, round_of
from data.schema import comment
from metrics.text.agreement import Agreement, agreement
from metrics.text.calibration import missing
from metrics.text.labels import TASKS
from metrics.words import N_, Message

OLD_DAYS = 182
"""How long a round holds: people, subjects and the machine change."""


@dataclass(frozen=True)
class RoundState:
    """`total` messages are still there of those that were drawn, `gone` are not; `done` have a label that counts.

    `values` are these labels, each of the task's with its number, and `classes` the same by class. `second_done` of
    `second_total` are what the second person labelled of what is meant for two. `lacking` says what is missing before
    shares can be told, `old` that the round is too old to rely on.
    """

    round: Round
    total: int
    gone: int
    done: int
    values: Mapping[str, int]
    classes: Mapping[str, int]
    second_total: int
    second_done: int
    agreement: Agreement
    lacking: Message | None
    old: Message | None


def round_state(engine: Engine, access: Access, round_id: int) -> RoundState:
    """How far a round is. Raises `StoreError` for a round that is gone, and `AccessDeniedError`."""
    access.require("read")
    with engine.connect() as connection:
        of = round_of(connection, round_id)
        return state_of(of, items_of(connection, of), old(connection, of))


def state_of(of: Round, items: pd.DataFrame, too_old: Message | None) -> RoundState:
    """The same from what was read."""
    task = TASKS[of.task]
    here, said = items[items["here"]], counting(items)
    values = {code: int((said["value"] == code).sum()) for code in task.values}
    classes = dict.fromkeys([*task.classes, *map(task.class_of, task.values)], 0)
    for code, n in values.items():
        classes[task.class_of(code)] += n
    both = here[here["first"].notna() & here["second"].notna()]
    return RoundState(
        round=of,
        total=len(here),
        gone=len(items) - len(here),
        done=len(said),
        values=values,
        classes=classes,
        second_total=int(here["twice"].sum()),
        second_done=int((here["twice"] & here["second"].notna()).sum()),
        agreement=agreement(both["first"].tolist(), both["second"].tolist()),
        lacking=missing(task, classes),
        old=too_old,
    )


def old(connection: Connection, of: Round) -> Message | None:
    """That the newest messages are more than half a year younger than those of the round; None while they are not."""
    newest = connection.scalar(select(func.max(comment.c.day)).where(comment.c.is_own == 0))
    if newest is None or newest - of.last_day <= OLD_DAYS:
        return None
    text = N_("The labels are of messages from more than half a year ago. Label a new round to keep the shares right.")
    return Message("old_round", text)
