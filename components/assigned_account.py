"""A source that waits for its account: who it is, which files are of one account, and its name when no file says it."""

from collections.abc import Iterable, Iterator, Sequence

import streamlit as st

from components.escape import plain
from components.i18n import _, ngettext
from components.load_view import FileSource
from components.load_words import table_name
from components.select import select
from components.words import platform_name

_EACH, _ALL = "each", "all"
_NAMED = 5


def same_account(nameless: Iterable[FileSource]) -> Iterator[list[FileSource]]:
    """Sources without a name, together or apart: for several of one platform, the user says which."""
    platforms: dict[str, list[FileSource]] = {}
    for source in nameless:
        if source.called:
            yield [source]
        else:
            platforms.setdefault(source.platform, []).append(source)
    for platform, sources in platforms.items():
        if len(sources) > 1 and _chosen(platform, len(sources)) == _ALL:
            yield sources
        else:
            yield from ([source] for source in sources)


def _chosen(platform: str, n: int) -> str:
    if platform == "website":
        label = _("{n} files do not name their website", n=n)
        words = {_EACH: _("Choose for each file"), _ALL: _("All are of one website")}
    else:
        label = _("{n} files of {platform} do not name their account", n=n, platform=platform_name(platform))
        words = {_EACH: _("Choose for each file"), _ALL: _("All are of one account")}
    return select(label, words, _EACH, key=f"same_{platform}")


def who(group: Sequence[FileSource]) -> None:
    """The source in words, and where it was found."""
    source, files = group[0], [file for one in group for file in one.files]
    found = [
        ngettext("{n} row", "{n} rows", sum(one.rows for one in group)),
        ngettext("{n} table", "{n} tables", len(files)),
    ]
    if source.remembered:
        found.append(_("remembered from last time"))
    st.markdown(f"**{platform_name(source.platform)} · {_name(group)}**  \n:small[{' · '.join(found)}]")


def _name(group: Sequence[FileSource]) -> str:
    source = group[0]
    if source.name:
        return plain(source.name)
    if source.called:
        return _("called {name} in {file}", name=plain(source.called), file=table_name(source.files[0]))
    listed = list(dict.fromkeys(table_name(one.files[0].partition("!")[0]) for one in group))
    rest = len(listed) - _NAMED
    names = listed if rest <= 0 else [*listed[:_NAMED], ngettext("{n} other", "{n} others", rest)]
    if source.platform == "website":
        return _("website not named in {file}", file=names)
    return _("account not named in {file}", file=names)


def handle_of(source: FileSource) -> str:
    """The name of an account, or the address of a website, as the user types it."""
    website = source.platform == "website"
    return st.text_input(
        _("Website address") if website else _("Name of the account"),
        key=f"handle_{source.key}",
        max_chars=200,
        placeholder="www.waterstad.example" if website else _("as on the platform"),
    )
