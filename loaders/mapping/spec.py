"""A column mapping as a value, and as a text that people save and share."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pandas as pd
import yaml

from loaders.mapping.date_formats import split
from loaders.records import Kind, Platform
from metrics.measures import COUNTS
from metrics.words import N_, Message

FIELDS: dict[Kind, tuple[str, ...]] = {
    "posts": ("account", "post_id", "published_at", "published_time", "text", "permalink", "type", *COUNTS),
    "comments": (
        "account",
        "comment_id",
        "post_id",
        "parent_id",
        "author",
        "published_at",
        "published_time",
        "text",
        "likes",
    ),
    "account_days": (
        "account",
        "date",
        "followers",
        "new_followers",
        "visitors",
        "page_views",
        "reach",
        "impressions",
        "interactions",
        "link_clicks",
        "video_views",
    ),
    "site_days": ("site", "date", "visitors", "visits", "page_views", "downloads"),
}
"""What the columns of a file can be mapped to. `published_time` is for files with date and time in two columns."""

REQUIRED: dict[Kind, tuple[str, ...]] = {
    "posts": ("published_at",),
    "comments": ("published_at", "comment_id", "post_id"),
    "account_days": ("date",),
    "site_days": ("date",),
}


class MappingError(Exception):
    """A mapping cannot be used. `message` says what to change."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.english())
        self.message = message


@dataclass(frozen=True)
class MappingSpec:
    """Which column is what. `columns` goes from our name (`FIELDS`) to the header in the file.

    `date_format` is a strptime pattern, or several with " | " between them; "" means: see from the cells.
    `time_zone` is where the clock of the file stands. `decimal` is "." or ","; "" means: see from the cells.
    `questions` are what `suggest` could not decide; they are not saved.
    """

    name: str
    platform: Platform
    kind: Kind
    columns: Mapping[str, str]
    date_format: str = ""
    time_zone: str = "UTC"
    decimal: str = ""
    questions: tuple[Message, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        """Refuse what cannot be applied, whoever wrote it. Raises `MappingError`."""
        if self.platform not in get_args(Platform) or self.kind not in FIELDS:
            text = N_("This mapping names an unknown platform or kind of rows: {platform}, {kind}.")
            raise MappingError(Message("mapping_kind", text, {"platform": self.platform, "kind": self.kind}))
        unknown = sorted(set(self.columns) - set(FIELDS[self.kind]))
        if unknown:
            text = N_("This mapping fills fields that do not exist: {fields}.")
            raise MappingError(Message("mapping_fields", text, {"fields": ", ".join(unknown)}))
        if self.decimal not in ("", ".", ","):
            raise MappingError(Message("mapping_decimal", N_("The decimal sign must be a point or a comma.")))
        try:
            ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            text = N_('There is no time zone "{zone}". Use a name such as Europe/Amsterdam.')
            raise MappingError(Message("mapping_zone", text, {"zone": self.time_zone})) from error
        for pattern in split(self.date_format):
            _check_pattern(pattern)

    def to_json(self) -> str:
        """The mapping as the text that is saved and shared."""
        return json.dumps(self._saved(), ensure_ascii=False, indent=2)

    def to_yaml(self) -> str:
        """The same in YAML, easier to write by hand."""
        return yaml.safe_dump(self._saved(), allow_unicode=True, sort_keys=False)

    def _saved(self) -> dict[str, Any]:
        values = asdict(self)
        del values["questions"]
        return values | {"columns": dict(self.columns)}

    @classmethod
    def from_text(cls, text: str) -> "MappingSpec":
        """A mapping from a saved text, JSON or YAML. Raises `MappingError`.

        >>> spec = MappingSpec("ours", "x", "posts", {"published_at": "created_at"})
        >>> MappingSpec.from_text(spec.to_yaml()) == MappingSpec.from_text(spec.to_json()) == spec
        True
        """
        try:
            values = yaml.safe_load(text)
            columns = {str(name): str(header) for name, header in values["columns"].items()}
            plain = {name: str(values.get(name, "")) for name in ("name", "platform", "kind", "date_format", "decimal")}
            zone = str(values.get("time_zone", "UTC"))
        except (yaml.YAMLError, KeyError, TypeError, AttributeError, RecursionError) as error:
            wrong = N_("This file holds no column mapping. Choose one that was saved here.")
            raise MappingError(Message("mapping_text", wrong)) from error
        return cls(columns=columns, time_zone=zone, **plain)  # type: ignore[arg-type]  # checked in __post_init__


def _check_pattern(pattern: str) -> None:
    """Stop at a pattern that no date can be read by."""
    try:
        pd.to_datetime(pd.Series(["2026"]), format=pattern, errors="coerce")
    except (ValueError, re.error) as error:
        text = N_('"{pattern}" is no date format. Use a pattern such as %d-%m-%Y %H:%M.')
        raise MappingError(Message("mapping_date_format", text, {"pattern": pattern})) from error
