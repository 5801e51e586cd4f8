"""Norms that public bodies and others have stated, to start from. Each says where it comes from.

Nothing is filled in that the source does not say: no date when only a page is known, no share when none was promised.
Opening hours are the reader's own, unless the source names them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from metrics.norms.norm import Hours, Unit
from metrics.words import N_

_FIRST_LINES = N_("Only the beginning of this page was read. Open it before you quote the norm.")


@dataclass(frozen=True)
class Preset:
    """A norm as somebody stated it.

    `opening_hours` is empty where the source names none. `source_date` is None where only the page is known.
    `caution` says what is weak about it.
    """

    label: str
    description: str
    unit: Unit
    amount: float
    source: str
    caution: str
    target: float | None = None
    source_date: str | None = None
    opening_hours: Mapping[int, Hours] = field(default_factory=dict)


PRESETS: dict[str, Preset] = {
    "nissewaard": Preset(
        N_("4 working hours (Nissewaard)"),
        N_("A Dutch municipality, in its annual report of 2022: an answer within 4 working hours."),
        "working_hours",
        4,
        "Gemeente Nissewaard, jaarverslag 2022, nissewaard.jaarverslag-2022.nl",
        _FIRST_LINES,
    ),
    "harlingen": Preset(
        N_("2 working days (Harlingen)"),
        N_("A Dutch municipality, in its service norms: an answer within 2 working days."),
        "working_days",
        2,
        "Gemeente Harlingen, servicenormen, harlingen.nl",
        _FIRST_LINES,
    ),
    "middelburg": Preset(
        N_("The next working day (Middelburg)"),
        N_(
            "A Dutch municipality: on weekdays, in the daytime, an answer on the next working day at the latest. "
            "In emergencies it answers outside these hours too."
        ),
        "working_days",
        1,
        "Gemeente Middelburg, middelburg.nl/social-media",
        N_("The page says “daytime” without times: check that the opening hours below are yours."),
    ),
    "oldenzaal": Preset(
        N_("80 % within 4 hours (Oldenzaal, 2017)"),
        N_("What the spokesperson of a Dutch municipality told a broadcaster: 80 % within 4 hours, the rest that day."),
        "hours",
        4,
        "RTV Oost, rtvoost.nl nid=260272",
        N_(
            "A statement in the press, not a written norm. It does not say whether these are working hours, "
            "and only the 80 % is judged here, not “the rest that day”."
        ),
        target=0.8,
        source_date="2017-01-05",
    ),
    "us_federal_24": Preset(
        N_("24 hours, all days (US federal guidance)"),
        N_("Agencies “may aim to respond within 24 hours, or within 2 hours, depending on resources”: the first."),
        "hours",
        24,
        "Social Media Metrics for Federal Agencies, digital.gov",
        N_("A suggestion for federal agencies, not a promise to citizens. The page expired on 1 January 2025."),
        source_date="2013-04-19",
    ),
    "us_federal_2": Preset(
        N_("2 hours, all days (US federal guidance)"),
        N_("Agencies “may aim to respond within 24 hours, or within 2 hours, depending on resources”: the second."),
        "hours",
        2,
        "Social Media Metrics for Federal Agencies, digital.gov",
        N_("A suggestion for federal agencies, not a promise to citizens. The page expired on 1 January 2025."),
        source_date="2013-04-19",
    ),
    "mole_valley": Preset(
        N_("1 working day, Monday to Friday 9 to 5 (Mole Valley)"),
        N_("A British council: every message is acknowledged within one working day."),
        "working_days",
        1,
        "Mole Valley, molevalley.gov.uk/social-media",
        N_("The council promises that it acknowledges a message. Here only an answer by a person counts."),
        opening_hours=dict.fromkeys(range(5), ("09:00", "17:00")),
    ),
    "facebook_badge": Preset(
        N_("90 % within 15 minutes (Facebook badge, not a public-service norm)"),
        N_("What a page needed for the platform's badge for fast answers to messages, over the last 7 days."),
        "hours",
        0.25,
        "Facebook, help text on the badge (copies of it)",
        N_(
            "Not a public-service norm: a platform's marketing rule, known from copies of its help text, which said "
            "5 minutes before. Use it as a contrast only."
        ),
        target=0.9,
    ),
}
"""The presets by code, in the order in which they are offered."""
