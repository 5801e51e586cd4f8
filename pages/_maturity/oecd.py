"""The questions of the OECD survey, published figures, and results of other bodies."""

from collections.abc import Callable

import streamlit as st

from components import notice
from components.escape import plain
from components.i18n import _, say
from components.maturity.known import known_card
from components.maturity.peers import PeersWish, ShareWish, peers_card, peers_form, share_form
from components.maturity.survey import survey_cards, survey_intro
from components.maturity.survey_file import GONE, survey_file
from components.page import notes
from data import benchmarks as store
from data.errors import StoreError
from data.filters import Filters
from metrics.maturity.assessed import Assessed, day_of
from metrics.maturity.benchmarks import peer_levels
from metrics.maturity.oecd import derived
from metrics.maturity.scores import scores_of
from metrics.periods import to_date
from pages._context import access, engine
from pages._maturity.choice import source

_COUNTS, _PEERS, _SHARE = "survey_counts", "peer_results", "share_result"
_FILE = "_share_file"


def oecd_section(now: Assessed, asked: Filters | None) -> None:
    """Draw the two questions, what others answered, and the files for both."""
    st.header(_("The questions of the OECD survey"), anchor=False)
    survey_intro()
    notice.show(_COUNTS)
    counts = store.survey_counts(engine(), access())
    answers = derived(now)
    survey_cards(now.questionnaire, answers, counts)
    with st.expander(_("Fill in what governments answered"), key="survey_box", icon=":material/edit_document:"):
        content = survey_file(store.SLOT.read_bytes(), bool(counts))
    if content is not None:
        _attempt(_COUNTS, lambda: _counts(content))
    levels = _levels(now)
    known_card(store.known(), levels, _people(now), [one.question for one in answers], source(now, asked))
    _peers(now, levels, asked)


def _peers(now: Assessed, levels: dict[str, float], asked: Filters | None) -> None:
    st.header(_("Other bodies"), anchor=False)
    notice.show(_PEERS)
    found = store.peers(engine(), access())
    other = [one for one in found if one.version != now.questionnaire.version]
    for one in found:
        if one not in other:
            questions = [question.id for question in now.questionnaire.questions if not question.own]
            compared = peer_levels(one.bodies, questions)
            peers_card(str(one.id), one.name, one.bodies, compared, levels, now.questionnaire, source(now, asked))
    notes(
        _(
            "“{name}” is of version {theirs} of the questionnaire and this assessment of {version}: not compared.",
            name=plain(one.name),
            theirs=plain(one.version),
            version=plain(now.questionnaire.version),
        )
        for one in other
    )
    if not found:
        st.markdown(_("No results of other bodies are loaded."))
    with st.expander(_("Load results of other bodies"), key="peers_box", icon=":material/upload_file:"):
        wish = peers_form({one.id: one.name for one in found})
    with st.expander(_("Save my result for others"), key="share_box", icon=":material/ios_share:"):
        notice.show(_SHARE)
        share = share_form(st.session_state.get(_FILE, {}).get(now.assessment.id))
    if wish is not None:
        _attempt(_PEERS, lambda: _load(wish, now))
    if share is not None:
        _attempt(_SHARE, lambda: _made(share, now, levels))


def _levels(now: Assessed) -> dict[str, float]:
    """The mean level of each question that somebody answered."""
    terms = [term for one in scores_of(now).dimensions for term in one.terms]
    return {term.question: term.claimed for term in terms if term.claimed is not None}


def _people(now: Assessed) -> dict[str, int]:
    """How many people gave each question a level."""
    return {term.question: len(term.levels) for one in scores_of(now).dimensions for term in one.terms}


def _counts(content: bytes) -> str:
    if content == GONE:
        store.remove_counts(engine(), access())
        return _("The counts are taken out.")
    store.save_counts(engine(), access(), store.read_counts(content))
    return _("The counts are stored. They are shown with who checked them.")


def _load(wish: PeersWish, now: Assessed) -> str:
    if wish.remove is not None:
        store.remove_peers(engine(), access(), wish.remove)
        return _("The results are taken out.")
    bodies = store.read_peers(wish.files, now.questionnaire)
    store.save_peers(engine(), access(), wish.name, now.questionnaire.version, bodies)
    return _("The results of {n} bodies are stored.", n=len(bodies))


def _made(share: ShareWish, now: Assessed, levels: dict[str, float]) -> str:
    year = to_date(day_of(now.assessment)).year
    made = store.export_result(
        now.questionnaire, levels, year, share.consent, body=share.body, is_demo=now.assessment.is_demo
    )
    st.session_state[_FILE] = {now.assessment.id: made}
    return _("The file is made. Download it below.")


def _attempt(place: str, change: Callable[[], str]) -> None:
    """Make a change and say what came of it."""
    try:
        notice.leave(place, change())
    except StoreError as error:
        notice.leave(place, plain(say(error.message), 500), "problem")
    st.rerun()
