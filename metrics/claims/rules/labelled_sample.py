"""The analysis of texts is checked on a sample of one's own."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Code, Verdict, saying
from metrics.text.calibration import ENOUGH, Quality
from metrics.words import N_, Share


def _check(facts: Facts) -> Verdict:
    """Labels of a random sample, and what those of tones show: macro-F1 against giving all messages one tone.

    Without any label nobody checked that the analysis is right.
    """
    if facts.labels is None:
        return document(N_("No messages of citizens are loaded, so nothing here can be checked on them."))
    if facts.tones is not None:
        return _judged(facts.tones)
    say = saying(
        {"n": facts.labels, "enough": ENOUGH},
        agree=N_("{n} messages of a random sample are labelled: {enough} or more."),
        disagree=N_("No message of a random sample is labelled, so nobody checked that the analysis is right."),
        too_few=N_("{n} messages of a random sample are labelled; {enough} are needed to judge the analysis."),
    )
    code: Code = "agree" if facts.labels >= ENOUGH else "too_few" if facts.labels else "disagree"
    return Verdict(code, say(code), n=facts.labels)


def _judged(tones: Quality) -> Verdict:
    say = saying(
        {"n": tones.n, "f1": Share(tones.macro_f1), "baseline": Share(tones.baseline)},
        agree=N_(
            "{n} labelled messages show that the analysis of tones is better than giving every message the most common "
            "tone: its macro-F1 is {f1}, that of one tone {baseline}."
        ),
        disagree=N_(
            "{n} labelled messages do not show that the analysis of tones is better than giving every message the most "
            "common tone: its macro-F1 is {f1}, that of one tone {baseline}."
        ),
    )
    code: Code = "agree" if tones.low > tones.baseline else "disagree"
    return Verdict(code, say(code), tones.macro_f1, tones.low, tones.high, tones.n)


CHECK = ClaimCheck(
    id="labelled_sample",
    claim=N_("We check the analysis of texts on a sample of our own."),
    needs=N_("At least 200 labelled messages of a random sample."),
    todo=N_("Label 200 messages on the page Conversation: it draws them at random."),
    from_level=3,
    page="conversation",
    look=(("view", "labels"),),
    check=_check,
)
