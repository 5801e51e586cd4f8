"""A made-up city whose truth is known: messages, a machine that errs, and people who label a sample of them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from metrics.text.calibration import Calibration, calibrate
from metrics.text.labels import TASKS, TaskCode
from metrics.text.sampling import positions

MACHINE = {  # how often the machine says what (down) of each true class (across): macro-F1 about .6
    "tone": np.array([[0.66, 0.20, 0.10, 0.25], [0.24, 0.60, 0.25, 0.60], [0.10, 0.20, 0.65, 0.15]]),
    "needs_reply": np.array([[0.75, 0.20], [0.25, 0.80]]),
}
TRUE = {"tone": ["negative", "neutral", "positive", "other"], "needs_reply": ["needs_reply", "no_reply"]}
USUAL = {"tone": [0.45, 0.30, 0.15, 0.10], "needs_reply": [0.3, 0.7]}
LABEL = {"needs_reply": "question", "no_reply": "opinion"}
PLATFORMS = {"facebook": 0.55, "instagram": 0.25, "x": 0.15, "youtube": 0.05}


@dataclass(frozen=True)
class City:
    """Messages: platform, true and predicted class of each."""

    task: TaskCode
    messages: pd.DataFrame

    def shares(self) -> pd.Series:
        """The truth."""
        return self.messages["true"].value_counts(normalize=True).reindex(TRUE[self.task], fill_value=0.0)

    def counts(self) -> pd.DataFrame:
        """What the machine counts: one row."""
        counted = self.messages["predicted"].value_counts().reindex(list(TASKS[self.task].classes), fill_value=0)
        return counted.to_frame().T.reset_index(drop=True)


def city(rng: np.random.Generator, n: int, task: TaskCode = "tone", shares: list[float] | None = None) -> City:
    """So many messages with these true shares."""
    true = rng.choice(len(TRUE[task]), n, p=shares or USUAL[task])
    limits = np.cumsum(MACHINE[task], axis=0)[:-1, true]
    predicted = (rng.random(n) > limits).sum(axis=0)
    names = np.array(list(TASKS[task].classes), dtype=object)
    platform = rng.choice(np.array(list(PLATFORMS), dtype=object), n, p=list(PLATFORMS.values()))
    return City(
        task,
        pd.DataFrame(
            {"platform": platform, "true": np.array(TRUE[task], dtype=object)[true], "predicted": names[predicted]}
        ),
    )


def labelled(rng: np.random.Generator, of: City, n: int = 200) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A round: labels of a stratified sample without mistakes, and the strata."""
    sizes = of.messages.groupby(["platform", "predicted"]).size()
    drawn = []
    for (platform, predicted), places in positions(sizes, n, int(rng.integers(2**31))).items():
        here = of.messages[(of.messages["platform"] == platform) & (of.messages["predicted"] == predicted)]
        drawn.append(here.iloc[[place - 1 for place in places]])
    labels = pd.concat(drawn)
    values = labels["true"].map(lambda code: LABEL.get(code, code))
    return labels.assign(drawn_as=labels["predicted"], value=values), sizes.rename("size").reset_index()


def calibrated(rng: np.random.Generator, of: City, n: int = 200) -> Calibration:
    """A round of labels, and what it says; drawn again in the rare case that a class has too few."""
    while True:
        found = calibrate(TASKS[of.task], *labelled(rng, of, n))
        if isinstance(found, Calibration):
            return found
