"""Visits that came with the links of a campaign: how a campaign is named, and under which figure its visits are kept.

Links of a campaign carry its name (`utm_campaign=zwemmen-2026`), and statistics of websites count visits by that name.
They are figures of a website by day like any other, under a name of their own for each campaign. They are part of its
visits, so they are never added to those.
"""

import re
import unicodedata

PREFIX = "campaign_visits/"
"""How the name of such a figure begins; the campaign follows."""
LONGEST = 100
"""Characters of the name of a campaign."""

_NOTHING = frozenset({"", "-", "(not set)", "(none)", "(direct)", "(organic)", "(referral)", "(cross-network)"})
_NO_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def campaign_of(text: str) -> str:
    """The name of a campaign as it is kept: in small letters, without stray spaces. "" when it names none.

    >>> campaign_of(" Zwemmen  2026 "), campaign_of("(not set)")
    ('zwemmen 2026', '')
    """
    plain = unicodedata.normalize("NFC", _NO_TEXT.sub("", text.replace("\t", " ").replace("\n", " ")))
    name = " ".join(plain.casefold().split())
    return "" if name in _NOTHING else name


def is_kept(name: str) -> bool:
    """Whether a name of `campaign_of` can be kept: not too long, and no e-mail address or name of a person.

    >>> is_kept("zwemmen-2026"), is_kept("jan@waterstad.example")
    (True, False)
    """
    return 0 < len(name) <= LONGEST and "@" not in name


def metric_of(name: str) -> str:
    """The figure of a website under which the visits of a campaign are kept.

    >>> metric_of(campaign_of("Zwemmen-2026"))
    'campaign_visits/zwemmen-2026'
    """
    return f"{PREFIX}{name}"
