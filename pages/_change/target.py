"""The target of a number, when something that was promised gives one. The only place that knows where targets are."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from components.escape import plain
from data.filters import Filters
from data.goals import target_for
from metrics.change.reading import Target
from metrics.norms import Norm
from metrics.words import N_, Message
from pages._context import access, engine

_DATED = N_("{source}, {day}")


def target_of(metric: str, asked: Filters, norms: Iterable[Norm]) -> Target | None:
    """The target of a number of whom was asked for; None when there is none.

    The share that the norm promises is the target of what is answered in time, when all accounts have the same one
    (`norms`: that of each account on the last day). Else what an active goal says counts; it is about all platforms, so
    it is no target for some of them.
    """
    promised = _promised(norms) if metric == "within_norm" else None
    if promised is not None or asked.platforms is not None:
        return promised
    found = target_for(engine(), access(), metric, asked.departments)
    return found and replace(found, source=_escaped(found.source))


def _escaped(source: Message) -> Message:
    """The same with what people typed as plain words."""
    safe = {name: plain(value, 160) if isinstance(value, str) else value for name, value in source.values.items()}
    return replace(source, values=safe)


def _promised(norms: Iterable[Norm]) -> Target | None:
    promised = {(norm.target, norm.source, norm.source_date) for norm in norms}
    if len(promised) != 1:
        return None
    [(share, source, dated)] = promised
    if share is None:
        return None
    words = plain(source, 160)
    if dated is None:
        return Target(share, "at_least", Message("norm", "{source}", {"source": words}))
    said = Message("norm_dated", _DATED, {"source": words, "day": date.fromisoformat(dated)})
    return Target(share, "at_least", said)
