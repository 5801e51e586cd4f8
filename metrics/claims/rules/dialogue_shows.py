"""Accounts that are there for dialogue have one."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, at_least, saying
from metrics.words import N_, Share

DIALOGUE = frozenset({"dialogue", "collaboration"})
"""The objectives that ask for replies; an account that informs owes none."""
SHARE, MINIMUM = 0.05, 30


def _check(facts: Facts) -> Verdict:
    """Own replies of all that these accounts write. Few replies alone contradict nothing while talks do go on."""
    active = facts.active
    if all(account.objective is None for account in active):
        return document(N_("No account has an objective in the register. Fill it in on the page Exports and accounts."))
    ours = [account for account in active if account.objective in DIALOGUE]
    if not ours:
        return document(N_("No account has dialogue as its objective; data cannot judge the others."))
    talks = [account.talk for account in ours if account.talk is not None]
    if not talks:
        return document(
            N_("No conversations of the accounts for dialogue are loaded. Load exports with messages and replies.")
        )
    replies, posts = sum(talk.replies for talk in talks), sum(talk.posts for talk in talks)
    talked, deep = sum(talk.talked for talk in talks), sum(talk.deep for talk in talks)
    going_on = talked > 0 and at_least(deep, talked, SHARE, saying({}, agree="", disagree="")).code != "disagree"
    say = saying(
        {"k": replies, "n": replies + posts, "share": Share(SHARE), "deep": deep, "talked": talked},
        agree=N_(
            "On the accounts for dialogue, {k} of {n} things written are replies to people: clearly {share} or more."
        ),
        disagree=N_(
            "On the accounts for dialogue, {k} of {n} things written are replies to people: clearly less than {share}. "
            "Under {deep} of {talked} posts the conversation went on."
        ),
        too_few=N_(
            "On the accounts for dialogue, {k} of {n} things written are replies to people, and under {deep} of "
            "{talked} posts the conversation went on: not enough to judge."
        ),
    )
    found = at_least(replies, replies + posts, SHARE, say, MINIMUM)
    if found.code == "disagree" and going_on:
        return Verdict("too_few", say("too_few"), found.value, found.low, found.high, found.n)
    return found


CHECK = ClaimCheck(
    id="dialogue_shows",
    claim=N_("Accounts that are there for dialogue answer people."),
    needs=N_("Accounts with an objective, and their posts, messages and replies: at least 30 posts and replies."),
    todo=N_("Plan time for conversations on these accounts, or change their objective to information."),
    from_level=2,
    page="responsiveness",
    look=(("view", "two_way"),),
    metric="conversation_depth",
    check=_check,
)
