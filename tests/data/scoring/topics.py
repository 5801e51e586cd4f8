"""What stands for a list of topics where only the way to the judges is tested; other processes can load it."""

import os
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

DEADLY = "De kraan lekt."


@dataclass(frozen=True)
class Lengths:
    """The topic of a text is its length; one text ends the process that looks at it."""

    def __call__(self, texts: "pd.Series[Any]", languages: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """The length of each text."""
        if DEADLY in set(texts):
            os._exit(9)
        return np.array([len(text) for text in texts], dtype=object)
