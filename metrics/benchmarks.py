"""What is known about other governments: published figures on answering and broadcasting.

Each says of whom, when, how many and how well it is known. They are context, never a target: measured in other ways,
on other platforms and years ago. Nothing here comes from users of this product, and the demo city is in none of it.
"""

from dataclasses import dataclass
from typing import Literal

from metrics.words import N_

Topic = Literal["broadcasting", "answering"]
Strength = Literal["good", "medium", "weak"]
STRENGTHS: dict[str, str] = {
    "good": N_("good: the publication itself or its own summary"),
    "medium": N_("medium: a translated or second-hand copy"),
    "weak": N_("weak: a damaged copy, or no study at all"),
}
"""How well a figure is known, and what that means."""


@dataclass(frozen=True)
class Benchmark:
    """One published figure. `n` is None when the source does not say how many it rests on."""

    code: str
    topic: Topic
    what: str
    value: str
    population: str
    year: str
    unit: str
    n: int | None
    source: str
    strength: Strength


def _known(
    code: str, topic: Topic, what: str, value: str, of: tuple[str, str, str, int | None], source: tuple[str, Strength]
) -> Benchmark:
    """`of` is the population, the year, the unit and n; `source` is followed by its strength."""
    return Benchmark(code, topic, what, value, *of, *source)


_ACCOUNTS = (N_("Dutch municipalities, nearly all municipal Twitter accounts"), N_("third quarter of 2013"))
_TWEETS = (*_ACCOUNTS, N_("share of tweets"), None)
_OCTOBER = (N_("Dutch municipalities on Twitter"), N_("October 2013"), N_("share of municipalities"), 408)
_AUDIT = (
    *(N_("cities in the United States of over 50,000 people"), N_("not given; the doi is of 2021")),
    *(N_("share of test messages"), None),
)
_QUESTIONS = (N_("Dutch municipalities on Twitter"), "2015", N_("share of questions"), None)
_FW: tuple[str, Strength] = ("frankwatching.com, 2013-11-04", "good")
_BUZZ: tuple[str, Strength] = ("buzzcapture-com.pr.co/64683, 2013-11-15", "good")
_NMS: tuple[str, Strength] = ("New Media & Society, doi 10.1177/14614448211031249 (abstract)", "good")
_COPY: tuple[str, Strength] = ("benumbers.com/twitter-responses-from (damaged copy)", "weak")

BENCHMARKS: tuple[Benchmark, ...] = (
    _known("nl_2013_broadcast", "broadcasting", N_("Messages that only send"), "73 %", _TWEETS, _FW),
    _known("nl_2013_replies", "broadcasting", N_("Messages that are a reply"), "11 %", _TWEETS, _FW),
    _known(
        "nl_2013_silent",
        "broadcasting",
        N_("Accounts that never reply (118 accounts)"),
        N_("about 30 %"),
        (N_("Dutch municipal Twitter accounts"), N_("2013, as it seems"), N_("share of accounts"), None),
        ("bgbdirectory.com/social-media-is (machine-translated copy)", "medium"),
    ),
    _known(
        "nl_2013_daily_posts",
        "broadcasting",
        N_("Municipalities that post more than once a day"),
        "46 %",
        _OCTOBER,
        _BUZZ,
    ),
    _known(
        "nl_2013_daily_replies",
        "answering",
        N_("Municipalities that reply more than once a day"),
        "5 %",
        _OCTOBER,
        _BUZZ,
    ),
    _known("us_audit_twitter", "answering", N_("Test messages on Twitter that got an answer"), "38 %", _AUDIT, _NMS),
    _known("us_audit_email", "answering", N_("Test messages by e-mail that got an answer"), "54 %", _AUDIT, _NMS),
    _known("nl_2015_within_2h", "answering", N_("Questions answered within 2 hours"), "40 %", _QUESTIONS, _COPY),
    _known(
        "nl_2015_mean",
        "answering",
        N_("Mean time to an answer"),
        N_("21 hours"),
        (N_("Dutch municipalities on Twitter"), "2015", N_("hours"), None),
        _COPY,
    ),
)
"""In the order of topics: broadcasting, then answering."""
