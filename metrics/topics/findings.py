"""What people write about, in sentences: the first one, and what rose, who waits and what arrives elsewhere."""

from collections.abc import Mapping, Sequence

from metrics.comparison.periods import SURE, compare
from metrics.responsiveness.staffing import share_of
from metrics.responsiveness.words import whole
from metrics.signals.finding import Finding
from metrics.topics.changes import Shift
from metrics.topics.estimates import no_messages
from metrics.topics.owners import Arrival
from metrics.topics.sizes import Size, Sizes
from metrics.words import N_, Message, Share

PAGE = "conversation"
_NAMED = 2
_MOST_CHANGES = 3
_SMALL = 0.1
Names = Mapping[int, str]
"""What each topic is called in the reader's language."""


def headline(found: Sizes, names: Names) -> Message:
    """The first sentence: the largest topics, whose questions wait most, and how much is about no topic."""
    if found.messages == 0:
        return no_messages()
    largest = [one for one in found.topics if one.share.value is not None][:_NAMED]
    if not largest:
        return _nothing_told(found)
    values: dict[str, object] = {"topics": tuple(_sized(one, names) for one in largest), "n": found.messages}
    if found.unclear.value is not None:
        values["unclear"] = whole(found.unclear.value)
    waits = waits_most(found)
    if waits is None and found.unclear.value is None:
        return Message("topics", N_("People write most about {topics}, of {n} messages."), values)
    if waits is None:
        text = N_("People write most about {topics}, of {n} messages; {unclear} are about no known topic.")
        return Message("topics", text, values)
    values |= {"topic": names[waits.topic], "share": whole(waits.share_waiting.value or 0.0), "asked": waits.asked}
    if found.unclear.value is None:
        text = N_(
            "People write most about {topics}, of {n} messages; questions about {topic} wait most: {share} of {asked} "
            "have no answer."
        )
        return Message("topics_waiting", text, values)
    text = N_(
        "People write most about {topics}, of {n} messages ({unclear} are about no known topic); questions about "
        "{topic} wait most: {share} of {asked} have no answer."
    )
    return Message("topics_waiting", text, values)


def _nothing_told(found: Sizes) -> Message:
    if found.unclear.value is None:
        return Message(
            "few_messages",
            N_("{n} message of citizens: too few to tell what people write about."),
            {"n": found.messages},
            plural=N_("{n} messages of citizens: too few to tell what people write about."),
            count=found.messages,
        )
    text = N_("{unclear} of {n} messages are about no known topic, and no topic has enough messages to show.")
    return Message("no_topics", text, {"unclear": whole(found.unclear.value), "n": found.messages})


def _sized(one: Size, names: Names) -> Message:
    share = one.share
    values: dict[str, object] = {"topic": names[one.topic], "share": _told(share.value)}
    values |= {"low": _told(share.low), "high": _told(share.high)}
    return Message("topic_size", N_("{topic} ({share}, {low} to {high})"), values)


def _told(share: float | None) -> Share:
    """A share in whole percent; of small ones, which most topics have, a tenth of it.

    >>> f"{_told(0.184)}, {_told(0.0184)}"
    '18 %, 1.8 %'
    """
    value = share or 0.0
    return Share(round(value, 2 if value >= _SMALL else 3))


def waits_most(found: Sizes) -> Size | None:
    """The topic whose questions have no answer clearly more often than those of all other topics together.

    Compared by Newcombe's interval of the difference, at a certainty that allows for the number of topics
    (Bonferroni); of several the one with the largest share.
    """
    told = [one for one in found.topics if one.share_waiting.value is not None]
    asked, waiting = (sum(getattr(one, name) for one in found.topics) for name in ("asked", "waiting"))
    clear = []
    for one in told:
        change = compare(one.share_waiting, share_of(waiting - one.waiting, asked - one.asked))
        if change.direction == "up" and change.p is not None and change.p < SURE / len(told):
            clear.append(one)
    return max(clear, key=lambda one: one.share_waiting.value or 0.0, default=None)


def findings(
    found: Sizes, names: Names, arrived: Sequence[Arrival] = (), departments: Mapping[int, str] | None = None
) -> list[Finding]:
    """What is worth a sentence: topics that rose or fell, questions that wait, messages at the wrong door."""
    return [*_changed(found, names), *_waits(found, names), *_elsewhere(arrived, names, departments or {})]


def _changed(found: Sizes, names: Names) -> list[Finding]:
    shifts = [one.shift for one in found.topics if one.shift is not None and one.shift.direction != "unclear"]
    clear = sorted(shifts, key=lambda shift: (shift.direction != "up", shift.p))
    if clear:
        return [_moved(shift, names, found.compared) for shift in clear[:_MOST_CHANGES]]
    if not found.compared:
        return []
    n = found.compared
    message = Message(
        "no_shift",
        N_("No topic rose or fell clearly: {n} was compared with the period before."),
        {"n": n},
        plural=N_("No topic rose or fell clearly: {n} were compared with the period before."),
        count=n,
    )
    todo = Message("no_action_on_topics", N_("Do not act on small ups and downs. Look at what waits instead."))
    return [Finding("no_change", message, todo, PAGE, checks=n)]


def _moved(shift: Shift, names: Names, checks: int) -> Finding:
    values = {"topic": names[shift.topic], "now": _told(shift.now), "before": _told(shift.before)}
    if shift.direction == "up":
        text = N_("People write more about {topic}: {now} of the messages, against {before} in the period before.")
        todo = Message("prepare_answer", N_("See where it comes from, and whether an answer is ready."))
    else:
        text = N_("People write less about {topic}: {now} of the messages, against {before} in the period before.")
        todo = Message("see_what_helped", N_("See whether something was solved, or people gave up asking."))
    return Finding("topic", Message(f"topic_{shift.direction}", text, values), todo, PAGE, "topic_share", checks)


def _waits(found: Sizes, names: Names) -> list[Finding]:
    one = waits_most(found)
    if one is None:
        return []
    text = N_("Questions about {topic} wait most: {waiting} of {asked} have no answer ({share}, {low} to {high}).")
    share = one.share_waiting
    values = {"topic": names[one.topic], "waiting": one.waiting, "asked": one.asked}
    values |= {"share": whole(share.value or 0.0), "low": whole(share.low or 0.0), "high": whole(share.high or 0.0)}
    checks = sum(size.share_waiting.value is not None for size in found.topics)
    todo = Message("answer_topic", N_("Write one good answer to what is asked most, and agree who gives it."))
    return [Finding("unanswered", Message("topic_waits", text, values), todo, PAGE, "topic_waiting", checks)]


def _elsewhere(arrived: Sequence[Arrival], names: Names, departments: Mapping[int, str]) -> list[Finding]:
    """At most one: the largest topic that is another department's matter than the one people write to."""
    shown = [one for one in arrived if one.mostly_elsewhere and one.topic in names and one.owner in departments]
    if not shown:
        return []
    one = max(shown, key=lambda arrival: arrival.elsewhere.n)
    text = N_(
        "{share} of the {n} messages about {topic} arrive at accounts of other departments than {department}, whose "
        "matter it is."
    )
    values: dict[str, object] = {"share": whole(one.elsewhere.value or 0.0), "n": one.elsewhere.n}
    values |= {"topic": names[one.topic], "department": departments[one.owner]}
    todo = Message("agree_hand_over", N_("Agree how these messages are handed over, and who answers."))
    return [Finding("topic", Message("wrong_door", text, values), todo, PAGE, "topic_share", len(arrived))]
