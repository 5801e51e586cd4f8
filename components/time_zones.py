"""A list of time zones to choose from."""

from functools import cache
from zoneinfo import available_timezones

import streamlit as st


@cache
def time_zones() -> tuple[str, ...]:
    """The names of places and UTC; the many names of fixed offsets are left out.

    >>> "Europe/Amsterdam" in time_zones(), "Etc/GMT+3" in time_zones()
    (True, False)
    """
    places = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/")))
    return ("UTC", *places)


def time_zone_select(label: str, current: str, *, key: str, help: str | None = None) -> str:  # noqa: A002
    """Draw the list; the chosen name. A current one that is not in the list is added to it."""
    zones = time_zones() if current in time_zones() else (current, *time_zones())
    chosen: str = st.selectbox(label, zones, index=zones.index(current), key=key, help=help)
    return chosen
