"""The six sides of quality at a glance: how many accounts (or checks, or series) are in order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from metrics.quality import accuracy, days
from metrics.quality.accuracy import FileReport, Tally
from metrics.quality.judge import Evidence
from metrics.quality.verdict import Side, Verdict
from metrics.words import N_, Message

_WHAT: dict[Side, str] = {
    "completeness": N_("accounts have the counts that most numbers rest on"),
    "accuracy": N_("cross-checks of the files passed"),
    "timeliness": N_("accounts have data over the whole period and did not fall silent"),
    "consistency": N_("accounts count impressions in one way and have no files that disagree"),
    "register": N_("accounts in the register have posts in this period"),
    "days": N_("series of daily figures miss no day"),
}
_TODO: dict[Side, str] = {
    "completeness": N_("Load exports that have the missing counts."),
    "accuracy": N_("Load files as the platform gives them, not saved again."),
    "timeliness": N_("Load newer exports; ask about accounts that fell silent."),
    "consistency": N_("Choose a period with one definition, or load older posts from a newer export."),
    "register": N_("Load what is missing, or mark accounts as closed."),
    "days": N_("Load exports of the missing days."),
}
_NOTHING = Message("nothing_to_do", N_("Nothing to do."))


@dataclass(frozen=True)
class Aspect:
    """One side of quality: so many of so many are in order, what they are, and what to do."""

    side: Side
    tally: Tally
    what: Message
    what_to_do: Message

    @property
    def in_order(self) -> bool:
        """Whether nothing is wrong, as far as can be told."""
        return self.tally.k == self.tally.n


def summary(verdicts: Iterable[Verdict], evidence: Evidence) -> list[Aspect]:
    """The sides of quality in the order in which people read them.

    Accounts without posts in the period say nothing about completeness, consistency and timeliness of posts; they
    count under the register.
    """
    accounts = [verdict for verdict in verdicts if verdict.account_id is not None]
    posting = [verdict for verdict in accounts if not _has(verdict, "register")]
    tallies: Mapping[Side, Tally] = {
        "completeness": _without(posting, "completeness"),
        "accuracy": accuracy.passed(_each_once(evidence.files.values())),
        "timeliness": _without(posting, "timeliness"),
        "consistency": _without(posting, "consistency"),
        "register": _without(accounts, "register"),
        "days": _series(evidence),
    }
    return [_aspect(side, tally) for side, tally in tallies.items()]


def _aspect(side: Side, tally: Tally) -> Aspect:
    todo = _NOTHING if tally.k == tally.n else Message(f"{side}_todo", _TODO[side])
    if tally.n == 0:
        nothing = N_("The formats of these files cannot be checked.") if side == "accuracy" else N_("Nothing to check.")
        return Aspect(side, tally, Message("cannot_be_checked", nothing), todo)
    return Aspect(side, tally, Message(side, _WHAT[side]), todo)


def _has(verdict: Verdict, side: Side) -> bool:
    return any(reason.side == side for reason in verdict.reasons)


def _without(verdicts: list[Verdict], side: Side) -> Tally:
    return Tally(sum(not _has(verdict, side) for verdict in verdicts), len(verdicts))


def _each_once(files: Iterable[Iterable[FileReport]]) -> Iterable[FileReport]:
    """A file that holds several accounts counts once."""
    return {file.import_id: file for of_account in files for file in of_account}.values()


def _series(evidence: Evidence) -> Tally:
    owners = (*evidence.account_days.values(), *evidence.site_days.values())
    daily = [known for series in owners for known in series.values() if days.is_daily(known)]
    return Tally(sum(days.missing(known) == 0 for known in daily), len(daily))
