"""What is known about other governments: published figures on answering and broadcasting.

Each says of whom, when, how many and how well it is known. They are context, never a target: measured in other ways,
on other platforms and years ago. Nothing here comes from users of this product, and the demo city is in none of it.
"""

from dataclasses import dataclass
from typing import Literal

from metrics.words import N_

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
    topic: Literal["broadcasting", "answering"]
    what: str
    value: str
    population: str
    year: str
    unit: str
    n: int | None
    source: str
    strength: Strength


_NL_TWITTER = N_("Dutch municipalities, nearly all municipal Twitter accounts")
_NL_2013 = "frankwatching.com, 2013-11-04"

BENCHMARKS: tuple[Benchmark, ...] = (
    Benchmark(
        *("nl_2013_broadcast", "broadcasting", N_("Messages that only send, no reply to anybody"), "73 %"),
        *(_NL_TWITTER, "2013 (Q3)", N_("share of tweets"), None, _NL_2013, "good"),
    ),
    Benchmark(
        *("nl_2013_replies", "broadcasting", N_("Messages that are a reply"), "11 %"),
        *(_NL_TWITTER, "2013 (Q3)", N_("share of tweets"), None, _NL_2013, "good"),
    ),
    Benchmark(
        *("nl_2013_silent", "broadcasting", N_("Accounts that never reply to anybody"), "30 %"),
        *(N_("Dutch municipal Twitter accounts (118 of them never reply)"), N_("2013 (the year is inferred)")),
        *(N_("share of accounts"), None, "bgbdirectory.com/social-media-is (machine-translated copy)", "medium"),
    ),
    Benchmark(
        *("nl_2013_daily_posts", "broadcasting", N_("Municipalities that post more than once a day"), "46 %"),
        *(N_("Dutch municipalities on Twitter"), N_("2013 (October)"), N_("share of municipalities"), 408),
        *("buzzcapture-com.pr.co/64683, 2013-11-15", "good"),
    ),
    Benchmark(
        *("nl_2013_daily_replies", "answering", N_("Municipalities that send more than one reply a day"), "5 %"),
        *(N_("Dutch municipalities on Twitter"), N_("2013 (October)"), N_("share of municipalities"), 408),
        *("buzzcapture-com.pr.co/64683, 2013-11-15", "good"),
    ),
    Benchmark(
        *("us_audit_twitter", "answering", N_("Questions on Twitter that were answered, sent as a test"), "38 %"),
        *(
            N_("cities in the United States of over 50,000 people"),
            N_("published 2021"),
            N_("share of questions"),
            None,
        ),
        *("New Media & Society, doi 10.1177/14614448211031249 (abstract)", "good"),
    ),
    Benchmark(
        *("us_audit_email", "answering", N_("The same questions by e-mail"), "54 %"),
        *(
            N_("cities in the United States of over 50,000 people"),
            N_("published 2021"),
            N_("share of questions"),
            None,
        ),
        *("New Media & Society, doi 10.1177/14614448211031249 (abstract)", "good"),
    ),
    Benchmark(
        *("nl_2015_within_2h", "answering", N_("Questions answered within 2 hours"), "40 %"),
        *(N_("Dutch municipalities on Twitter"), "2015", N_("share of questions"), None),
        *("benumbers.com/twitter-responses-from (damaged copy)", "weak"),
    ),
    Benchmark(
        *("nl_2015_mean", "answering", N_("Mean time to an answer, of the questions that got one"), N_("21 hours")),
        *(N_("Dutch municipalities on Twitter"), "2015", N_("hours"), None),
        *("benumbers.com/twitter-responses-from (damaged copy)", "weak"),
    ),
)
"""In the order of topics: broadcasting, then answering."""
