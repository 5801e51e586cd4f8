"""Labels as a file: to keep them, or to bring those of two people together."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from components import notice
from components.i18n import _, ngettext
from components.labelling.files import download, upload
from data.labelling import Merged, Round, merge_file, to_file
from pages._context import access, engine
from pages._work import attempt

_PLACE = "label_files"


def files(of: Round) -> None:
    """Draw the file of a round's labels, and the form that takes the file of somebody else."""
    with st.expander(_("Save labels, or add those of a colleague"), key="labels_files", on_change="rerun") as box:
        if not box.open:
            return
        notice.show(_PLACE)
        download(_("labels-{number}.csv", number=of.id), partial(to_file, engine(), access(), of.id))
        content = upload()
        if content is not None:
            attempt(_PLACE, lambda: _said(merge_file(engine(), access(), of.id, content)))


def _said(merged: Merged) -> str:
    """What came of a file, in sentences."""
    parts: Sequence[tuple[int, str]] = (
        (merged.new, ngettext("{n} label was added.", "{n} labels were added.", merged.new)),
        (merged.same, ngettext("{n} was there already.", "{n} were there already.", merged.same)),
        (
            merged.as_second,
            ngettext(
                "{n} of them counts as the word of a second person, because the first one said something else.",
                "{n} of them count as the word of a second person, because the first one said something else.",
                merged.as_second,
            ),
        ),
        (
            merged.different,
            ngettext(
                "{n} was left out: two people have labelled its message otherwise.",
                "{n} were left out: two people have labelled their messages otherwise.",
                merged.different,
            ),
        ),
        (
            merged.unknown,
            ngettext(
                "{n} was left out: its message is not in this round.",
                "{n} were left out: their messages are not in this round.",
                merged.unknown,
            ),
        ),
    )
    return " ".join(text for n, text in parts if n) or _("The file holds no labels.")
