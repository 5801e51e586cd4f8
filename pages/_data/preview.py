"""Tables as the loaders read them, in the plain values that the data page draws."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from components.audience_words import groups_in_words
from components.escape import bare, plain
from components.i18n import _, day, language, number
from components.load_view import Asked, Note, Refusal, State, TableView
from components.load_words import field_word, type_word
from components.words import platform_name
from loaders.files import formats
from loaders.files.building.audience import AUDIENCE_CONTEXT
from loaders.mapping import MappingSpec
from loaders.records import Batch, FileWarning
from loaders.report import as_json
from loaders.strangers import names_strangers
from metrics.audience_groups import disclosed
from metrics.platforms import NEVER_REPORTED
from pages._data.uploads import Upload

_SHOWN = 5
_SHOWN_COUNTS = ("impressions", "likes", "comments", "shares")


def description(format_id: str | None) -> str:
    """What an export format is, in the reader's language; empty for a table of no known format."""
    return next((_(known.description) for known in formats() if known.id == format_id), "")


def table_view(upload: Upload, position: int, loaded_before: Mapping[str, str]) -> TableView:
    """One table of an upload. `loaded_before` gives the day of an earlier import by the file's hash."""
    view = upload.once(("view", position, language()), lambda: _view(upload, position))
    return replace(view, loaded_before=loaded_before.get(upload.digest))


def notes(warnings: Iterable[FileWarning]) -> tuple[Note, ...]:
    """Warnings of the loaders as the page draws them."""
    return tuple(Note(one.message, one.rows) for one in warnings)


def _view(upload: Upload, position: int) -> TableView:
    batch = upload.tables[position]
    report = as_json(batch)
    named = [] if names_strangers(report["accounts"]) else report["accounts"]
    spec = upload.mapped.get(batch.file)
    never = NEVER_REPORTED[batch.platform]
    return TableView(
        key=f"{upload.digest[:12]}_{position}",
        file=batch.file,
        state=state_of(batch),
        what=description(batch.format) or (_mapped(batch, spec) if spec else ""),
        platform=batch.platform,
        kind=batch.kind,
        rows_read=batch.rows_read,
        rows_kept=batch.rows_kept + batch.audience_rows,
        duplicates=batch.duplicates,
        first=report["first"],
        last=report["last"],
        accounts=tuple(name for name in named if name),
        never_given=tuple(name for name in batch.missing_metrics if name in never),
        not_in_file=tuple(name for name in batch.missing_metrics if name not in never),
        questions=tuple(Asked(one.name, one.text, one.options) for one in batch.questions),
        notes=notes(batch.warnings),
        refusals=tuple(
            Refusal(one.row, one.column, one.reason) for one in batch.rejected if one.reason.code != AUDIENCE_CONTEXT
        ),
        error=batch.error,
        sample=sample(batch),
        mapped=spec is not None,
    )


def _mapped(batch: Batch, spec: MappingSpec) -> str:
    platform = platform_name(batch.platform)
    if not spec.name:
        return _("{platform}, by a column mapping", platform=platform)
    return _("{platform}, by the mapping “{name}”", platform=platform, name=plain(spec.name))


def state_of(batch: Batch) -> State:
    """Whether a table can be loaded, needs an answer or a mapping, holds nothing of use, or is refused."""
    if batch.error is not None:
        return "unknown" if batch.error.code == "unknown_format" else "refused"
    if batch.questions:
        return "asks"
    return "ready" if batch.loadable else "nothing"


def sample(batch: Batch) -> pd.DataFrame | None:
    """The first own posts, else the first groups of an audience, as words.

    Replies are left out: they are about citizens, and often name them.
    """
    if not batch.audience.empty:
        return groups_in_words(disclosed(batch.audience, owner="account").head(_SHOWN))
    own = batch.posts[batch.posts["type"] != "reply"].head(_SHOWN)
    if own.empty:
        return None
    columns = {
        _("Date"): [_moment(ts) for ts in own["published_ts"]],
        _("Type"): [type_word(kind) for kind in own["type"]],
        _("Text"): [bare(_words(text), 140) for text in own["text"]],
    }
    for name in _SHOWN_COUNTS:
        columns[field_word(name)] = ["–" if pd.isna(value) else number(int(value)) for value in own[name]]
    return pd.DataFrame(columns)


def _moment(seconds: object) -> str:
    if pd.isna(seconds):  # type: ignore[call-overload]
        return "–"
    return day(pd.Timestamp(int(str(seconds)), unit="s").date())


def _words(value: object) -> str:
    return "–" if pd.isna(value) or value == "" else str(value)  # type: ignore[call-overload]
