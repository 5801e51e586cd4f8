"""The words for groups of an audience: what they are divided by, what is given of each, and its value."""

import pandas as pd

from components.escape import bare
from components.i18n import _, number, percent
from metrics.audience_groups import DIMENSIONS, METRICS, is_share


def dimension_word(dimension: str) -> str:
    """What an audience is divided by, for example "Country"; an unknown code stays as it is."""
    return _(DIMENSIONS[dimension]) if dimension in DIMENSIONS else dimension


def metric_word(metric: str) -> str:
    """What is given of each group, for example "Views" or "Views (share)"; an unknown code stays as it is."""
    base = metric.removesuffix("_share")
    word = _(METRICS[base]) if base in METRICS else base
    return word if base == metric else _("{metric} (share)", metric=word)


def value_word(metric: str, value: float, hidden: bool = False) -> str:
    """A figure as people read it: a percentage, a whole number or hours; a dash where the file gives none."""
    if hidden:
        return _("hidden")
    if pd.isna(value):
        return "–"
    if is_share(metric):
        return percent(value)
    return number(int(value) if float(value).is_integer() else value)


def groups_in_words(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures of groups as a table to read, a row for each.

    Columns in: dimension, label, metric, value and hidden (`metrics.audience_groups.disclosed`).
    """
    columns = {name: figures[name].tolist() for name in ("metric", "value", "hidden")}
    return pd.DataFrame(
        {
            _("By"): [dimension_word(one) for one in figures["dimension"]],
            _("Group"): [bare(label, 60) for label in figures["label"]],
            _("Figure"): [metric_word(one) for one in columns["metric"]],
            _("Value"): [value_word(*row) for row in zip(*columns.values(), strict=True)],
        }
    )
