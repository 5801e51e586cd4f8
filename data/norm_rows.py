"""Norms as rows of the store."""

import json
from collections.abc import Mapping
from typing import Any

from data.texts import one_line
from metrics.norms import Norm
from metrics.norms.versions import Scope, Version

_AS_IS = ("unit", "amount", "target", "time_zone", "holidays", "source_date")


def version_of(row: Mapping[Any, Any]) -> Version:
    """The version that a row of the table `norm` holds."""
    hours = {int(weekday): (start, end) for weekday, (start, end) in json.loads(row["opening_hours"]).items()}
    stored = Norm(opening_hours=hours, source=row["source"], **{name: row[name] for name in _AS_IS})
    return Version(Scope(row["account_id"], row["department_id"]), row["valid_from"], stored)


def values_of(norm: Norm) -> dict[str, Any]:
    """The columns of the table `norm` that are of the norm itself."""
    hours = {weekday: norm.opening_hours[weekday] for weekday in sorted(norm.opening_hours)}
    texts = {"opening_hours": json.dumps(hours), "source": one_line(norm.source)}
    return {name: getattr(norm, name) for name in _AS_IS} | texts
