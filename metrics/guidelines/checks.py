"""All rules of the guidelines that hold, checked: account by account, and once for each document."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from metrics.guidelines.checked import Checked, Verdict
from metrics.guidelines.content import Guideline, Use
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.rule import Rule, rules
from metrics.words import N_, Message


@dataclass(frozen=True)
class Check:
    """A rule of a guideline on one account; `account_id` is None for a rule about a document of the guideline."""

    guideline: int  # which guideline, by its number in the store
    use: Use
    rule: Rule
    account_id: int | None
    checked: Checked


def checks(guideline: int, content: Guideline, accounts: Mapping[int, Evidence], day: int) -> list[Check]:
    """Every known rule of a guideline, on every account that follows it, in the order of the elements.

    `day` is the last day of the period: documents are judged by their age on it.
    """
    found = []
    for use in in_order(content.uses):
        rule = use.definition
        if rule is None:
            continue
        subjects: Iterable[tuple[int | None, Evidence]] = (
            accounts.items() if rule.per_account else ((None, Evidence(day)),)
        )
        found += [Check(guideline, use, rule, one, rule.check(use.values, seen)) for one, seen in subjects]
    return found


def in_order(uses: Iterable[Use]) -> list[Use]:
    """Rules in the order of the elements; those that are not known come last."""
    order = list(rules())
    return sorted(uses, key=lambda use: order.index(use.rule) if use.rule in order else len(order))


def tally(found: Iterable[Check]) -> Counter[Verdict]:
    """How many checks have each verdict."""
    return Counter(check.checked.verdict for check in found)


def headline(found: Iterable[Check]) -> Message:
    """The finding of the guidelines page in one sentence."""
    counts = tally(found)
    everything = sum(counts.values())
    measured = everything - counts["not_measurable"]
    if not everything:
        return Message("no_rules", N_("The guideline has no rules that data can check yet. Add rules below."))
    if not measured:
        text = N_("None of the rules can be checked with these data. The table says which data would tell.")
        return Message("nothing_measurable", text)
    text = N_(
        "Of {n} rules that can be checked, account by account, {kept} are kept, {broken} are not, and {few} have too "
        "few cases to say."
    )
    values = {"n": measured, "kept": counts["kept"], "broken": counts["not_kept"], "few": counts["too_few"]}
    return Message("guidelines_checked", text, values)
