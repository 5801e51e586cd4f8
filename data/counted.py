"""What an import did to the store, in numbers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Counted:
    """How many rows of an import were new, changed something, or said nothing new."""

    inserted: int = 0
    updated: int = 0
    unchanged: int = 0

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(self.inserted + other.inserted, self.updated + other.updated, self.unchanged + other.unchanged)

    @property
    def changes(self) -> int:
        """How many rows made a difference."""
        return self.inserted + self.updated
