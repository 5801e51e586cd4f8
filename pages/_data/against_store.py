"""What only the store can tell about an uploaded table, shown before it is loaded: counts that fell."""

from collections.abc import Iterable

from components.load_view import FileSource, Note
from data.ids import OWN_NUMBERING
from data.store import version
from loaders.fallen import tell_fallen
from pages._context import access, engine
from pages._data.preview import notes, state_of
from pages._data.sources import key_of, names_in
from pages._data.uploads import Upload


def notes_against_store(upload: Upload, position: int, found: Iterable[FileSource]) -> tuple[Note, ...]:
    """Warnings about posts that an earlier export knew better; worked out once for a state of the store.

    Where posts have a number of their own in each account, they are compared as posts of the suggested account: the
    person says whose they are only after this. The import checks again, and knows.
    """
    batch = upload.tables[position]
    if state_of(batch) != "ready" or batch.posts.empty:
        return ()
    owners = {}
    if batch.platform in OWN_NUMBERING:
        suggested = {source.key: source.suggestion for source in found}
        keyed = {name: suggested.get(key_of(batch, name)) for name in names_in(upload, position)}
        owners = {name: owner for name, owner in keyed.items() if owner is not None}
    what = ("fallen", position, version(engine()), tuple(sorted(owners.items())))

    def told() -> tuple[Note, ...]:
        compared = tell_fallen(engine(), access(), batch, owners, upload.digest)
        return notes(compared.warnings[len(batch.warnings) :])

    return upload.once(what, told)
