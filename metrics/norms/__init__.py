"""Service norms: how soon an answer should come, on which clock, and from which day on."""

from metrics.norms.norm import LONGEST, NO_NORM, OFFICE_HOURS, UNITS, Hours, Norm, Unit

__all__ = ["LONGEST", "NO_NORM", "OFFICE_HOURS", "UNITS", "Hours", "Norm", "Unit"]
