"""What a run of a connection came to, for people and for programs."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from metrics.words import Message


@dataclass(frozen=True)
class Outcome:
    """What a run came to: `errors` are what people should know, `next_ts` is when the next one is due."""

    connection: str
    fetched: int = 0
    inserted: int = 0
    updated: int = 0
    deleted: int = 0
    errors: tuple[Message, ...] = ()
    next_ts: int | None = None
    whole: bool = False  # whether it came to its end

    def words(self) -> tuple[str, ...]:
        """The same in a line for people."""
        numbers = ("fetched", "inserted", "updated", "deleted")
        return self.connection, ", ".join(f"{getattr(self, name)} {name}" for name in numbers)

    def as_json(self) -> dict[str, Any]:
        """One entry of `python -m loaders sync --json`."""
        following = None if self.next_ts is None else datetime.fromtimestamp(self.next_ts, UTC)
        return {
            "connection": self.connection,
            "fetched": self.fetched,
            "inserted": self.inserted,
            "updated": self.updated,
            "deleted": self.deleted,
            "errors": [{"code": error.code, "message": error.english()} for error in self.errors],
            "next": following and following.strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
