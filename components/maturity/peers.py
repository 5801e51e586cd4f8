"""Results of other bodies beside the own levels, and the files to share and to load them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from components.chart import below
from components.escape import bare, plain
from components.i18n import _, ngettext
from components.maturity.naming import level_words, question_words
from components.number_table import Table
from components.select import select_or_none
from components.source import Source
from components.table import html_table
from metrics.maturity.benchmarks import FEWEST, PeerBody, PeerLevel
from metrics.maturity.questionnaire import Questionnaire

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile


@dataclass(frozen=True)
class ShareWish:
    """The own result is to be saved for others: the name that makes its code ("" for none), and who agreed."""

    body: str
    consent: str


@dataclass(frozen=True)
class PeersWish:
    """Files of bodies to load under a name, or (`remove`) results to take out."""

    name: str = ""
    files: tuple[bytes, ...] = ()
    remove: int | None = None


def peers_card(
    key: str,
    name: str,
    bodies: Sequence[PeerBody],
    found: Sequence[PeerLevel],
    own: Mapping[str, float],
    questionnaire: Questionnaire,
    source: Source,
) -> None:
    """Draw the own levels beside those of bodies; nobody is ranked. `name` is how the results were called."""
    title = _("Beside {name}", name=plain(name))
    years = sorted({body.year for body in bodies})
    with st.container(border=True, gap="xsmall", key=f"card_peers_{key}"):
        st.header(title, anchor=False)
        st.markdown(
            ngettext(
                "{n} question with answers of {fewest} or more bodies.",
                "{n} questions with answers of {fewest} or more bodies.",
                len(found),
                fewest=FEWEST,
            )
        )
        st.caption(
            _(
                "Population: bodies that chose to share, no sample · {years} · unit: bodies · N = {n} · source: their "
                "own assessments, version {version} · how well it is known: fair, they judged themselves.",
                years=" – ".join(str(year) for year in dict.fromkeys((years[0], years[-1]))),
                n=len(bodies),
                version=plain(questionnaire.version),
            )
        )
        if found:
            table = pd.DataFrame([_row(questionnaire, one, own) for one in found], dtype="object")
            html_table(table, title)
            below(f"peers_{key}", title, Table(lambda: table, lambda: _raw(found, own)), source)


def share_form(example: bytes | None) -> ShareWish | None:
    """Draw the form that saves the own result for others; what was asked. `example` is the file once it is made."""
    st.markdown(
        _(
            "Compare with other bodies: each saves its result, somebody collects the files, and each loads them here. "
            "The file has your level on each question, a code and your note of consent; no names of people, "
            "departments or your organisation. The name below only makes the code, so that your next result gets "
            "the same one."
        )
    )
    with st.form("share_result", border=False):
        body = st.text_input(_("Name of your organisation (stays here; may be empty)"), key="share_body", max_chars=200)
        consent = st.text_input(
            _("Consent: who agreed, by role, and for what"),
            key="share_consent",
            max_chars=500,
            placeholder=_("The head of communication agreed to a comparison among municipalities."),
        )
        asked = st.form_submit_button(_("Save my result for others"), key="share_go", icon=":material/ios_share:")
    if example is not None:
        st.download_button(
            _("Download my result (JSON)"),
            data=example,
            file_name="answerable-result.json",
            mime="application/json",
            key="share_file",
            icon=":material/download:",
            on_click="ignore",
        )
    return ShareWish(body, consent) if asked else None


def peers_form(known: Mapping[int, str]) -> PeersWish | None:
    """Draw the form that loads results of bodies, and the removal of `known` ones; what was asked."""
    with st.form("peers_file", clear_on_submit=True, border=False):
        name = st.text_input(_("What to call these results"), key="peers_name", max_chars=100)
        files: list[UploadedFile] = st.file_uploader(
            _("Results of {n} bodies or more (JSON), in one file or several", n=FEWEST),
            accept_multiple_files=True,
            key="peers_upload",
        )
        asked = st.form_submit_button(_("Load these results"), key="peers_go", icon=":material/upload_file:")
    if asked:
        if files:
            return PeersWish(name, tuple(file.getvalue() for file in files))
        st.error(_("Choose a file first."), icon=":material/error:")
    if known:
        chosen = select_or_none(
            _("Results to take out"), {one: bare(text) for one, text in known.items()}, key="peers_which"
        )
        if st.button(
            _("Take these results out"), key="peers_remove", disabled=chosen is None, icon=":material/delete:"
        ):
            return PeersWish(remove=chosen)
    return None


def _row(questionnaire: Questionnaire, one: PeerLevel, own: Mapping[str, float]) -> dict[str, str]:
    return {
        _("Question"): question_words(questionnaire, one.question),
        _("Your level"): level_words(own.get(one.question)),
        _("Their median"): level_words(one.median),
        _("Middle half"): _("{low} to {high}", low=level_words(one.low), high=level_words(one.high)),
        _("Bodies"): str(one.n),
    }


def _raw(found: Sequence[PeerLevel], own: Mapping[str, float]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Question code"): one.question,
                _("Your level"): own.get(one.question),
                _("Their median"): one.median,
                _("Lowest of the middle half"): one.low,
                _("Highest of the middle half"): one.high,
                _("Bodies"): one.n,
            }
            for one in found
        ],
        dtype="object",
    )
