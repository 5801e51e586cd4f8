"""Tables of no known format: suggest a mapping, let the user correct it, keep it, apply it."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from components import notice
from components.escape import bare, plain
from components.i18n import _, day, say
from components.load_view import Refusal, TableView
from components.load_words import field_word
from components.mapping_dialog import MappingPreview, MappingResult, choose_start, mapping_dialog
from components.mapping_form import Columns, MappingValues
from data import mappings
from loaders.files.reading.headers import normalise
from loaders.files.reading.table import Table
from loaders.mapping import FIELDS, REQUIRED, MappingError, MappingSpec, apply, preview_table, suggest
from loaders.records import Batch
from pages._context import access, engine
from pages._data.uploads import Upload

_READ, _SHOWN = 200, 5


def saved() -> dict[str, MappingSpec]:
    """The saved mappings by name; one that cannot be read any more is named, and left out."""
    known = {}
    for name, text in mappings.saved(engine(), access()).items():
        try:
            known[name] = MappingSpec.from_text(text)
        except MappingError as error:
            reason = plain(say(error.message), 300)
            st.warning(_("The saved mapping “{name}” cannot be used. {reason}", name=plain(name), reason=reason))
    return known


def offer(view: TableView, upload: Upload, position: int, known: Mapping[str, MappingSpec]) -> TableView:
    """A table of no known format gets the names of the saved mappings whose columns it has."""
    if view.state != "unknown" or not known:
        return view
    keys = set(_table(upload, position).keys)
    fits = (name for name, spec in known.items() if {normalise(header) for header in spec.columns.values()} <= keys)
    return replace(view, fitting=tuple(fits))


def open_dialog(upload: Upload, position: int) -> None:
    """Open the dialog for one table; it closes when the mapping is used."""
    st.dialog(_("What do the columns mean?"), width="large")(_dialog)(upload, position)


def _dialog(upload: Upload, position: int) -> None:
    table = _table(upload, position)
    key = f"mapping_{upload.digest[:12]}_{position}"
    st.markdown(f"**{plain(table.name)}**")
    known = saved()
    name, content = choose_start(list(known), key)
    try:
        start = _start(upload, position, known, name, content)
    except (MappingError, UnicodeDecodeError) as error:
        st.error(plain(say(error.message)) if isinstance(error, MappingError) else _("This file is not text."))
        return
    head = _head(table)
    asked = mapping_dialog(
        Columns(_examples(table, start), FIELDS, REQUIRED),
        _values(start),
        start.questions,
        lambda values: _preview(_spec(values), table.name, head),
        lambda values: _spec(values).to_json(),
        f"{key}_{name or 'suggestion'}_{hash(content)}",
        saved=name is not None,
    )
    if asked is not None:
        _do(asked, upload, table.name)


def _do(asked: MappingResult, upload: Upload, table: str) -> None:
    spec = _spec(asked.values)
    if asked.do == "use":
        upload.map_table(table, spec)
        st.rerun()
    if asked.do == "forget":
        mappings.delete(engine(), access(), spec.name)
        st.rerun()
    mappings.save(engine(), access(), spec.name, spec.to_json())
    notice.tell(_("Saved as “{name}”. Next time, a file with these columns offers it.", name=plain(spec.name)))


def _start(
    upload: Upload, position: int, known: Mapping[str, MappingSpec], name: str | None, content: bytes | None
) -> MappingSpec:
    """The mapping that the form is set to: from a file, a saved one, the one in use, or a suggestion."""
    table = _table(upload, position)
    if content is not None:
        return MappingSpec.from_text(content.decode("utf-8-sig"))
    if name is not None:
        return known[name]
    used = upload.mapped.get(table.name)
    return used or upload.once(("suggestion", position), lambda: suggest(table))


def _table(upload: Upload, position: int) -> Table:
    """The table as it stands in the file, read once."""
    name = upload.tables[position].file
    return upload.once(("table", position), lambda: preview_table(upload.name, upload.content(), name))


def _examples(table: Table, suggested: MappingSpec) -> dict[str, str]:
    """A cell of each column that is not empty in the first rows; none of comments, which citizens wrote."""
    if suggested.kind == "comments":
        return dict.fromkeys(table.header, "")
    rows = table.first_rows(_READ)
    filled = (rows[header][rows[header] != ""] for header in rows.columns)
    return {
        header: str(cells.iloc[0]) if len(cells) else "" for header, cells in zip(table.header, filled, strict=True)
    }


def _head(table: Table) -> bytes:
    """The first rows as a small file of their own: the preview then takes the very same way as the import."""
    return table.first_rows(_READ).to_csv(index=False).encode()


def _preview(spec: MappingSpec, name: str, head: bytes) -> MappingPreview:
    [batch] = apply(spec, name, head)
    if batch.error is not None:
        return MappingPreview(problem=batch.error)
    return MappingPreview(_rows(batch, spec), [Refusal(one.row, one.column, one.reason) for one in batch.rejected])


def _rows(batch: Batch, spec: MappingSpec) -> pd.DataFrame:
    """The first mapped rows in words, only the mapped fields; of citizens neither names nor texts."""
    if spec.kind in ("account_days", "site_days"):
        frame = batch.account_days if spec.kind == "account_days" else batch.site_days
        wide = frame.head(_SHOWN * 10).pivot_table("value", ["line", "date"], "metric", sort=False).head(_SHOWN)
        return wide.reset_index("date").rename(columns=field_word)
    frame = batch.comments if spec.kind == "comments" else batch.posts[batch.posts["type"] != "reply"]
    hidden = {"author", "text"} if spec.kind == "comments" else {"permalink"}
    shown = {}
    for at in spec.columns:
        if at == "published_at":
            shown[field_word(at)] = [_moment(ts) for ts in frame["published_ts"].head(_SHOWN)]
        elif at in frame and at not in hidden:
            shown[field_word(at)] = [_cell(value) for value in frame[at].astype(object).head(_SHOWN)]
    return pd.DataFrame(shown)


def _cell(value: object) -> str:
    return "–" if value is None or value is pd.NA else bare(value, 90)


def _moment(seconds: int) -> str:
    stamp = pd.Timestamp(seconds, unit="s")
    return f"{day(stamp.date())}, {stamp:%H:%M} UTC"


def _values(spec: MappingSpec) -> MappingValues:
    return MappingValues(
        spec.platform, spec.kind, spec.columns, spec.date_format, spec.time_zone, spec.decimal, spec.name
    )


def _spec(values: MappingValues) -> MappingSpec:
    return MappingSpec(
        name=values.name,
        platform=values.platform,  # type: ignore[arg-type]  # checked by the class
        kind=values.kind,  # type: ignore[arg-type]
        columns=values.columns,
        date_format=values.date_format,
        time_zone=values.time_zone,
        decimal=values.decimal,
    )
