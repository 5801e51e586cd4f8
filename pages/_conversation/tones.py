"""The numbers of the view Tone: computed once for each choice of filters, from the rollups alone."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from components.time_axis import step_of
from components.tone.group import Group
from data.filters import Filters
from data.labelling import Calibrated, calibrated
from data.queries.topics import topic_sums
from data.queries.windows import windows
from metrics.estimate import Estimate
from metrics.text.calibration import LEAST, Calibration
from metrics.text.tone import TONE_COLUMNS
from metrics.text.tone_counts import counts, disclosed, known, machine, too_few
from pages._context import access, engine
from pages._numbers import Key, key

WHOLE, STEPS = "whole", "steps"
"""The dimensions of the period as a whole, with the groups "current" and "previous", and of its weeks or months."""


@dataclass(frozen=True, eq=False)
class Tones:
    """Messages by tone: of the period and the one before, per week or month (by its first day), platform, department.

    `calibration` says what the labels say, or what is missing for shares. `sampled` are the shares of the messages that
    were sampled; None while there are none.
    """

    groups: dict[str, dict[Any, Group]]
    calibration: Calibrated
    sampled: Group | None


def tones(asked: Filters) -> Tones:
    """The numbers for a choice of filters."""
    return _tones(key(asked))


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=64, show_spinner=False)
def _tones(key: Key) -> Tones:
    by = _by(key)
    sliced = pd.concat({dimension: machine(sums) for dimension, sums in by.items()})
    found = calibrated(engine(), access(), "tone", sliced)
    return Tones({dimension: _groups(sums, found, dimension) for dimension, sums in by.items()}, found, _sampled(found))


def _by(key: Key) -> dict[str, pd.DataFrame]:
    """The sums by tone of each group, by dimension."""
    both = topic_sums(engine(), access(), key[2], "window", columns=TONE_COLUMNS)
    step = step_of(key[2].period)
    steps = topic_sums(engine(), access(), key[2], step, columns=TONE_COLUMNS, per="topic")
    now = both[both["period"] == "current"]
    frames = {WHOLE: (both, "period"), STEPS: (steps, "period"), "platform": (now, "platform")}
    frames["department"] = (now, "department_id")
    found = {name: frame.groupby(column)[list(TONE_COLUMNS)].sum() for name, (frame, column) in frames.items()}
    labels = [window.label for window in windows(key[2].period, step)]
    found[STEPS] = found[STEPS].reindex(labels, fill_value=0)
    return found


def _groups(sums: pd.DataFrame, found: Calibrated, dimension: str) -> dict[Any, Group]:
    shown = disclosed(counts(sums), add_up=dimension != WHOLE)
    names = list(shown.columns[:-1])
    rows = zip(shown.index.tolist(), shown.to_numpy().tolist(), strict=True)
    return {
        name: Group(
            str(name),
            dict(zip(names, map(_whole, cells), strict=True)),
            _whole(total),
            _shares(found, (dimension, name)),
        )
        for name, (*cells, total) in rows
    }


def _whole(value: float) -> int | None:
    return None if pd.isna(value) else int(value)


def _shares(found: Calibrated, group: tuple[str, Any]) -> dict[str, Estimate]:
    """The corrected shares of a group; none without a calibration, or where none can be told of any group."""
    if not isinstance(found.found, Calibration) or found.adjusted is None:
        return {}
    row = found.adjusted.loc[group]
    n = int(row["n"])
    if n < LEAST:
        return dict.fromkeys(found.found.classes, Estimate(None, n, reason=too_few()))
    ends = {name: (float(row[name]), float(row[f"{name}_low"]), float(row[f"{name}_high"])) for name in _classes(found)}
    return known({name: Estimate(value, n, low, high) for name, (value, low, high) in ends.items()})


def _sampled(found: Calibrated) -> Group | None:
    """The shares of the messages that the labelled ones were drawn from; None without a calibration."""
    if not isinstance(found.found, Calibration):
        return None
    shares = found.found.sampled()
    rows = zip(_classes(found), shares[["share", "low", "high"]].to_numpy().tolist(), strict=True)
    return Group("", {}, found.found.n, {name: Estimate(value, found.found.n, *ends) for name, (value, *ends) in rows})


def _classes(found: Calibrated) -> list[str]:
    return found.found.classes if isinstance(found.found, Calibration) else []
