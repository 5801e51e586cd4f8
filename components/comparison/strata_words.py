"""What a comparison inside strata is called: over which strata, and what turned round there."""

from collections.abc import Sequence

from components.i18n import _
from components.values import platform_names
from metrics.words import N_

NAMES: dict[str, str] = {
    "platform": N_("platform"),
    "topic": N_("topic"),
    "weekday": N_("weekday"),
    "paid": N_("paid and unpaid posts"),
}
"""The dimensions, in the order in which they are tested."""

EVERYWHERE: dict[str, str] = {
    "platform": N_("Over all platforms {higher} looks higher; on each platform {lower} is higher."),
    "topic": N_("Over all topics {higher} looks higher; on each topic {lower} is higher."),
    "weekday": N_("Over the whole week {higher} looks higher; on each weekday {lower} is higher."),
    "paid": N_("Together {higher} looks higher; for paid and for unpaid posts apart {lower} is higher."),
}
"""The finding where every stratum points the other way."""

AT_ONE_MIX: dict[str, str] = {
    "platform": N_("Over all platforms {higher} looks higher; at the same mix of platforms {lower} is higher."),
    "topic": N_("Over all topics {higher} looks higher; at the same mix of topics {lower} is higher."),
    "weekday": N_("Over the whole week {higher} looks higher; at the same mix of weekdays {lower} is higher."),
    "paid": N_("Together {higher} looks higher; with as many paid posts {lower} is higher."),
}
"""The finding where most strata do."""

SAME_MIX: dict[str, str] = {
    "platform": N_("At the same mix of platforms"),
    "topic": N_("At the same mix of topics"),
    "weekday": N_("At the same mix of weekdays"),
    "paid": N_("With as many paid posts"),
}
"""The row of the standardised numbers."""

TOGETHER: dict[str, str] = {
    "platform": N_("All platforms together, as counted"),
    "topic": N_("All topics together, as counted"),
    "weekday": N_("The whole week, as counted"),
    "paid": N_("All posts together, as counted"),
}
"""The row of the numbers that mislead."""

WHY: dict[str, str] = {
    "platform": N_("One of the two is more on a platform where everybody gets more, and that decides the total."),
    "topic": N_("One of the two has more of a topic that gets more everywhere, and that decides the total."),
    "weekday": N_("One of the two is busier on days on which everybody gets more, and that decides the total."),
    "paid": N_("One of the two pays for more of its posts, and paid posts get more."),
}
"""How that can be."""


def turned_round(dimension: str, higher: str, lower: str, *, everywhere: bool) -> str:
    """What turned round, as a sentence; the names are Markdown.

    >>> turned_round("platform", "Culture", "Sport", everywhere=True)
    'Over all platforms Culture looks higher; on each platform Sport is higher.'
    """
    return _((EVERYWHERE if everywhere else AT_ONE_MIX)[dimension], higher=higher, lower=lower)


def tested(dimensions: list[str]) -> str:
    """What was tested without anything turning round; nothing when there was nothing to test.

    >>> tested(["platform", "topic", "weekday"])
    'Tested over platform, topic and weekday: no comparison turns round.'
    >>> tested([])
    ''
    """
    if not dimensions:
        return ""
    return _(
        "Tested over {dimensions}: no comparison turns round.",
        dimensions=[_(NAMES[dimension]) for dimension in dimensions],
    )


def paid_unknown() -> str:
    """Why paid posts are not told apart."""
    return _("No posts are marked as paid, so paid and unpaid posts are not told apart. Mark them with a tag.")


def misleads() -> str:
    """What is to be said of the pooled chart under a paradox."""
    return _("These are the numbers that mislead: read the chart above first.")


def at_one_mix(platforms: Sequence[str]) -> str:
    """What the estimates of a rate over several platforms are; `platforms` are those that all departments have."""
    if len(platforms) == 1:
        return _(
            "Rates are not added up over platforms. All departments have this number on {platform}, so they are "
            "compared there.",
            platform=platform_names(platforms),
        )
    return _(
        "Rates are not added up over platforms. This is what each department would have at the same mix of "
        "{platforms}.",
        platforms=platform_names(platforms),
    )


def elsewhere(labels: list[str]) -> str:
    """On which other numbers a pair of departments changes places."""
    return _(
        "On other numbers two departments change places when they are looked at per platform, topic or weekday: "
        "{numbers}.",
        numbers=labels,
    )
