"""Meta Business Suite: figures by kind of content ("Top content formats.csv"). Recognised, not loaded."""

from loaders.files.building.format import Format
from loaders.files.building.meta_network import network, with_networks
from loaders.files.building.meta_titles import figure_of
from loaders.files.building.not_loaded import not_loaded
from loaders.files.building.post_types import post_type
from loaders.files.building.rows import Rows
from loaders.files.reading.headers import Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

_PUBLISHED = frozenset(
    {"published content", "gepubliceerde content", "conteúdo publicado", "contenido publicado", "contenuti pubblicati"}
    | {"contenu publié", "veröffentlichte inhalte", "publicerat innehåll"}
)
_OTHERS = frozenset({"", "other", "others", "overig", "otros", "outros", "altro", "autres", "sonstige"})
_LONGEST = 25


def _sniff(header: Header) -> bool:
    if header.title not in _PUBLISHED and not figure_of(header.title):
        return False
    kinds = [name for name in header if name not in _OTHERS]
    return bool(kinds) and all(len(name) <= _LONGEST and post_type(name) != "post" for name in kinds)


def parse(table: Table) -> Batch:
    """Nothing to load: the content export has these figures for each post."""
    text = N_(
        'This is Meta\'s table "{title}" by kind of content, not by post or day. In Meta Business Suite choose '
        "Content, and export the data of your posts: that file has these figures for each post."
    )
    reason = Message("not_by_post_or_day", N_("This table has no row for each post or day, so it is not loaded."))
    warning = Message("meta_content_formats", text, {"title": table.keys.title})
    return not_loaded(table, FORMAT, reason, warning, network(Rows(table)))  # not worth asking for


FORMAT = Format(
    id="meta_content_formats",
    platform="facebook",
    kind="other",
    description=N_("Meta Business Suite, top content formats (recognised, not loaded)"),
    sniff=_sniff,
    parse=parse,
    arrange=with_networks,
)
