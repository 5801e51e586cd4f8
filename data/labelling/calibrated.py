"""Shares of tones, or of what needs a reply, corrected by the labels of a round; or what is missing for that.

The labels must judge the machine as it is now. So what the machine says of the labelled messages is read anew, not
taken from when the round was drawn: another model may have scored them since. The strata stay those of the draw, for
by these the messages are a random sample.

Where a layer of one's own is in use that learned from these very labels (`data.labelling.layer` for tones,
`data.answering.classifier` for needs a reply), its word on them is better than on messages it never saw, and shares
corrected by it would be too sure and wrong. For these messages the word counts that it gave in cross-validation,
learned from the other labels only.
"""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection, Engine

from data.access import Access
from data.answering import classifier
from data.labelling import layer
from data.labelling.reading import counting, items_of, strata_of
from data.labelling.rounds import Round, read_rounds
from data.labelling.state import RoundState, old, state_of
from metrics.text.calibration import Calibration, calibrate
from metrics.text.labels import TASKS, TaskCode
from metrics.words import N_, Message

NO_ROUND = Message("no_labels", N_("No shares yet: nobody has labelled messages here."))

SCORED_BEFORE = Message(
    "scored_before", N_("No shares now: the messages were scored with a layer of older labels. Score them again.")
)
CONFUSED = Message(
    "machine_confused",
    N_(
        "The machine does not tell these kinds of messages apart here. There are shares of the messages that were "
        "sampled, but not of single departments, topics or weeks."
    ),
)


@dataclass(frozen=True, eq=False)
class Calibrated:
    """What the labels say: `found` is a calibration, or the reason why no share can be told.

    `state` is the round behind it (None: there is none), `adjusted` the shares of the slices that were asked for (None
    without a calibration, or when none were asked for), `notes` what a reader of the shares must know.
    """

    found: Calibration | Message
    state: RoundState | None = None
    adjusted: pd.DataFrame | None = None
    notes: tuple[Message, ...] = ()


def calibrated(engine: Engine, access: Access, task: TaskCode, counts: pd.DataFrame | None = None) -> Calibrated:
    """What the newest round with enough labels says; without such a round, what the newest one lacks.

    `counts` are slices with the machine's counts of its classes, one column for each (`Calibration.adjusted` says what
    comes back). Raises `AccessDeniedError`.
    """
    access.require("read")
    newest: Calibrated | None = None
    with engine.connect() as connection:
        for one in read_rounds(connection, task):
            said = _of_round(connection, one)
            if isinstance(said.found, Calibration):
                adjusted = None if counts is None else said.found.adjusted(counts)
                return Calibrated(said.found, said.state, adjusted, said.notes)
            newest = newest or said
    return newest or Calibrated(NO_ROUND)


def _of_round(connection: Connection, of: Round) -> Calibrated:
    items = items_of(connection, of)
    state = state_of(of, items, old(connection, of))
    if state.lacking is not None:
        return Calibrated(state.lacking, state)
    fair = _before_learning(connection, of, items)
    if fair is None:
        return Calibrated(SCORED_BEFORE, state)
    labels = counting(fair)
    judged = labels[labels["predicted"].notna()]
    found = calibrate(TASKS[of.task], judged, strata_of(connection, of))
    notes = _notes(state, len(labels) - len(judged))
    if isinstance(found, Calibration) and not found.tells_apart:
        notes += (CONFUSED,)
    return Calibrated(found, state, notes=notes)


def _before_learning(connection: Connection, of: Round, items: pd.DataFrame) -> pd.DataFrame | None:
    """The messages with what the machine would say of them had it not learned from them; None when that is lost."""
    known: dict[tuple[int, int], str] = {}
    if of.task == "needs_reply":
        known = classifier.unseen(connection)
    else:
        for version in sorted(one for one in set(items["version"].dropna()) if "+" in one):
            learned = layer.unseen(connection, version)
            if learned is None:
                return None
            known |= learned
    keys = zip(items["post_id"], items["id"], items["predicted"], strict=True)
    return items.assign(predicted=pd.Series([known.get((post, id_), now) for post, id_, now in keys], dtype="str"))


def _notes(state: RoundState, lost: int) -> tuple[Message, ...]:
    notes = [] if state.old is None else [state.old]
    if state.gone:
        text = N_("{n} message of the round is no longer in the store, and does not count.")
        more = N_("{n} messages of the round are no longer in the store, and do not count.")
        notes.append(Message("labels_gone", text, {"n": state.gone}, plural=more, count=state.gone))
    if lost:
        text = N_("{n} labelled message has no class of the machine now, and does not count.")
        more = N_("{n} labelled messages have no class of the machine now, and do not count.")
        notes.append(Message("labels_unscored", text, {"n": lost}, plural=more, count=lost))
    return tuple(notes)
