"""What the data say about one answer, as a page shows it."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from components.assessment.measured import evidence_address, figure_words
from metrics.claims.check import checks
from metrics.claims.verdict import Verdict
from metrics.words import Message

_REASON = Message("x", "x")


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict("disagree", _REASON, 0.7, 0.63, 0.76, 200), "70% (95% interval 63% to 76%), n = 200"),
        (Verdict("agree", _REASON, 0.1, n=20), "10% of 20, all of them counted"),
        (Verdict("too_few", _REASON, n=9), "n = 9"),
        (Verdict("document", _REASON), ""),
    ],
)
def test_every_number_has_its_n_and_a_sample_its_interval(verdict: Verdict, words: str) -> None:
    assert figure_words(verdict) == words


def draw(code: str | None, confirms: bool) -> None:
    from components.assessment.measured import measured_view
    from metrics.claims.check import ClaimCheck
    from metrics.claims.facts import Facts
    from metrics.claims.verdict import Verdict
    from metrics.words import Message

    def check(facts: Facts) -> Verdict:
        raise NotImplementedError

    claim = ClaimCheck(
        id="x",
        claim="We do it.",
        needs="Ten posts.",
        todo="Do it.",
        from_level=3,
        page="nowhere",
        confirms=confirms,
        check=check,
    )
    verdict = Verdict("agree" if code == "document" else code, Message("x", "<b>9</b> of 9."), 1.0, 0.7, 1.0, 9)
    checks = ((claim, verdict),) if code else ()
    measured_view("x", code, checks, "13 weeks", [], None, lambda one: None, disabled=False)


def said(code: str | None, confirms: bool = True) -> str:
    at = AppTest.from_function(draw, args=(code, confirms)).run()
    assert not at.exception
    return re.sub(r"[\\\u2060]", "", " ".join(str(one.value) for one in (*at.markdown, *at.caption)))


def test_each_verdict_says_what_it_means() -> None:
    assert "data disagree" in said("disagree") and "*Do it.*" in said("disagree")
    assert "Needed: Ten posts." in said("too_few")
    assert "Data cannot check" in said(None)
    weak = said("document", confirms=False)
    assert "needs a document" in weak and "data agree" not in weak and "Not contradicted." in weak
    assert "n = 9" in weak and "13 weeks" in weak


def test_the_link_to_the_evidence_opens_the_right_view_for_the_departments_that_were_judged() -> None:
    promise, posts = checks()["expectation_text"], checks()["posts_within_band"]
    assert evidence_address([promise], {2, 1}) == {"to_view": "promise", "to_dept": "1-2"}
    assert evidence_address([promise], {2, None}) == {"to_view": "promise"}
    assert evidence_address([posts], {2}) == {}


def test_every_check_looks_for_choices_that_its_page_has() -> None:
    from pages._responsiveness.figures import SHOWN

    views = {
        "responsiveness": {"figures", "waiting", "promise", "two_way", "norms", "check"},
        "conversation": {"topics", "tone", "signals", "search", "labels", "manage"},
    }
    for check in checks().values():
        look = dict(check.look)
        assert look.get("answer", SHOWN[0]) in SHOWN
        assert look.keys() <= {"view", "answer"}
        assert not look or look.get("view", "figures") in views[check.page]
