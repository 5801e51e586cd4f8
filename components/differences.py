"""The answer to "why does this differ from Meta?", beside every number: period, clock, definition, rows, export."""

from collections.abc import Iterable, Sequence
from itertools import chain

import streamlit as st

from components.escape import plain
from components.explain import explanation
from components.i18n import _, day, ngettext
from components.source import Origin, Source
from components.values import platform_names
from components.words import platform_name
from metrics.estimate import Estimate
from metrics.platform_differences import BY_PLATFORM, common
from metrics.registry import Metric, RestsOn
from metrics.words import N_

_NAMED = 3  # platforms that fit in the heading of the drawer
_PERIOD: dict[RestsOn, str] = {
    "posts": N_(
        "**Period.** Posts that were published from {first} to {last}, with all that your newest export says they got. "
        "Screens of platforms often show what happened in the last days or weeks, also to older posts."
    ),
    "questions": N_(
        "**Period.** Questions that were asked from {first} to {last}. Screens of platforms count all messages, also "
        "those that need no reply, and leave out what was never answered."
    ),
    "messages": N_(
        "**Period.** Messages of citizens that were written from {first} to {last} and have a text. Screens of "
        "platforms do not show what messages are about."
    ),
    "accounts": N_("**Period.** From {first} to {last}. Screens of platforms show the number of today."),
    "site_days": N_("**Period.** The days from {first} to {last} that your files have data for."),
}
_LEFT_OUT = N_(
    "**Left out.** Rows that could not be read, that were there twice, or that are about accounts that are not yours. "
    "Groups of fewer than five people are hidden."
)
_LEFT_OUT_OF_POSTS = N_(
    "**Left out.** Boosts and reposts of what others wrote; rows that could not be read, that were there twice, or "
    "that are about accounts that are not yours. Groups of fewer than five people are hidden."
)


def why_different(name: str, listed: Sequence[Metric], estimates: Iterable[Estimate], source: Source) -> None:
    """A drawer about these numbers; nothing is looked up or written before the reader opens it.

    `name` is a code that no other drawer of the page has. Numbers without any platform have no drawer.
    """
    platforms = _in_them(estimates)
    if platforms:
        with st.expander(_heading(platforms), key=f"why_{name}", on_change="rerun", type="compact") as drawer:
            if drawer.open:
                st.markdown(differences(listed, platforms, source))


def calculation(name: str, metric: Metric, estimates: Iterable[Estimate], source: Source) -> None:
    """How the number of a chart is calculated, and why it differs from what the platforms show."""
    with st.expander(_("How is this calculated?"), key=f"how_{name}", on_change="rerun", type="compact") as drawer:
        if drawer.open:
            st.markdown(explanation(metric))
    why_different(name, [metric], estimates, source)


def differences(listed: Sequence[Metric], platforms: Sequence[str], source: Source) -> str:
    """Why these metrics differ from what the platforms show, as Markdown: what holds for all, then each platform."""
    kinds = dict.fromkeys(metric.rests_on for metric in listed)
    definitions = _once(common(metric.needs) for metric in listed)
    origins = {origin.platform: origin for origin in source.origins()}
    shared = [
        *(_(_PERIOD[kind], first=day(source.period.first), last=day(source.period.last)) for kind in kinds),
        _(
            "**Time zone.** Days here are days in {zone}. What happened around midnight can be on another day than on "
            "the platform's screen.",
            zone=source.zone.replace("_", " "),
        ),
        *([_("**Definition.** {sentences}", sentences=definitions)] if definitions else []),
        _(_LEFT_OUT_OF_POSTS if "posts" in kinds else _LEFT_OUT),
        _("**After the export.** What happened since your newest export is not in it. Load a newer one to see that."),
    ]
    by_name = sorted(platforms, key=platform_name)
    return "\n\n".join([*shared, "\n".join(_of(platform, listed, origins.get(platform)) for platform in by_name)])


def _in_them(estimates: Iterable[Estimate]) -> list[str]:
    return sorted({platform for estimate in estimates for platform in estimate.platforms})


def _heading(platforms: Sequence[str]) -> str:
    if list(platforms) == ["website"]:
        return _("Why does this differ from other website statistics?")
    if len(platforms) > _NAMED:
        return _("Why does this differ from the platforms?")
    return _("Why does this differ from {platforms}?", platforms=platform_names(platforms))


def _of(platform: str, listed: Iterable[Metric], origin: Origin | None) -> str:
    """One platform as an item of a list: its newest export, then what it does in another way."""
    said = [_once(BY_PLATFORM[platform].about(metric.needs) for metric in listed)]
    if origin is not None:
        said = [_("Your newest numbers are of {day}.", day=origin.day), _rows(origin), *said]
    return f"- **{plain(platform_name(platform))}.** {' '.join(said)}"


def _rows(origin: Origin) -> str:
    if not origin.left_out:
        return _("No row of its files was left out.")
    return ngettext(
        "{n} of the {rows} rows in its files was left out.",
        "{n} of the {rows} rows in its files were left out.",
        origin.left_out,
        rows=origin.rows,
    )


def _once(texts: Iterable[Iterable[str]]) -> str:
    """Sentences in the reader's language, each once."""
    return " ".join(_(text) for text in dict.fromkeys(chain.from_iterable(texts)))
