"""The files in the uploader, read once each: what they hold stays in the session until they are taken out.

Reading a large export takes seconds; a click on the page may not. So tables are kept per uploaded file, under the
number that Streamlit gives it, and dropped with it.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeVar

import streamlit as st

from components.escape import plain
from components.i18n import _
from components.progress import progress_with_text
from loaders.files import clues_in, read_file
from loaders.mapping import MappingSpec, apply
from loaders.records import Batch

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

T = TypeVar("T")
_KEPT = "_uploads"


@dataclass
class Upload:
    """One uploaded file: its tables as read, and the mappings that the user applied to some of them.

    `repeats` marks a file whose content is in another upload already. `clues` is what is known of it from elsewhere:
    from files beside it, and from the user's answers.
    """

    id: str
    name: str
    digest: str
    content: Callable[[], bytes] = field(repr=False)
    tables: list[Batch]
    mapped: dict[str, MappingSpec] = field(default_factory=dict)
    clues: dict[str, str] = field(default_factory=dict)
    repeats: bool = False
    _made: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    def once(self, what: Hashable, make: Callable[[], T]) -> T:
        """Something that is worked out from the tables, made when first asked for."""
        if what not in self._made:
            self._made[what] = make()
        made: T = self._made[what]
        return made

    def map_table(self, table: str, spec: MappingSpec) -> None:
        """Read one table again, by a mapping."""
        fresh = {batch.file: batch for batch in apply(spec, self.name, self.content())}
        self.tables = [fresh.get(batch.file, batch) if batch.file == table else batch for batch in self.tables]
        self.mapped[table] = spec
        self._made.clear()

    def learn(self, clues: Mapping[str, str]) -> None:
        """Read the file again when something new is known of it; mappings stay."""
        if self.clues.items() >= clues.items():
            return
        self.clues.update(clues)
        self.tables = list(read_file(self.name, self.content(), self.clues))
        self._made.clear()
        for table, spec in self.mapped.items():
            self.map_table(table, spec)


def read(files: "Sequence[UploadedFile]") -> list[Upload]:
    """The uploads with their tables, read when new; a bar shows how far the reading is."""
    kept: dict[str, Upload] = st.session_state.setdefault(_KEPT, {})
    present = {file.file_id for file in files}
    for gone in set(kept) - present:
        del kept[gone]
    new = [file for file in files if file.file_id not in kept]
    if new:
        place = st.empty()
        with place:
            tell = progress_with_text()
        book = clues_in((file.name, file.size, file.getvalue) for file in files).get("", {})
        for done, file in enumerate(new):
            text = _("Reading {file} ({n} of {total})", file=plain(file.name), n=done + 1, total=len(new))
            tell(done / len(new), text)
            kept[file.file_id] = _read(file, book)
        for upload in kept.values():
            upload.learn(book)
        place.empty()
    return _marked([kept[file.file_id] for file in files])


def forget() -> None:
    """Drop everything that was read."""
    st.session_state.pop(_KEPT, None)


def _read(file: "UploadedFile", clues: Mapping[str, str]) -> Upload:
    content = file.getvalue()
    tables = list(read_file(file.name, content, clues))
    return Upload(file.file_id, file.name, sha256(content).hexdigest(), file.getvalue, tables, clues=dict(clues))


def _marked(uploads: list[Upload]) -> list[Upload]:
    """The same file chosen twice, under whatever name, counts once."""
    seen: set[str] = set()
    for upload in uploads:
        upload.repeats = upload.digest in seen
        seen.add(upload.digest)
    return uploads
