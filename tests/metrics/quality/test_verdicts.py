"""The verdict on accounts, the finding of the page, and the six sides at a glance."""

from dataclasses import replace
from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from metrics.quality.accuracy import FileReport, Tally
from metrics.quality.consistency import Overlap
from metrics.quality.headline import headline
from metrics.quality.judge import Evidence, verdicts
from metrics.quality.summary import summary
from metrics.quality.verdict import BADGES, worst
from tests.metrics.quality.test_sides import NAN, PERIOD, account

NOTHING = dict.fromkeys(("first_day", "newest_day", "covered_until", "days_since_newest", "posts"), NAN)


def evidence(*accounts: dict[str, Any], **more: Any) -> Evidence:
    rows = [{**row, "account_id": number, "name": f"Account {number}"} for number, row in enumerate(accounts, start=1)]
    return Evidence(pd.DataFrame(rows), **more)


def badges(known: Evidence) -> list[str]:
    return [verdict.badge for verdict in verdicts(known, PERIOD)]


def test_the_gravest_reason_decides() -> None:
    lacks_and_stops = account(reach_n=0.0, covered_until=PERIOD.last - 30.0)
    known = evidence(account(), account(reach_n=0.0), lacks_and_stops)
    assert badges(known) == ["good", "partial", "do_not_compare"]
    assert [reason.kind for reason in verdicts(known, PERIOD)[2].reasons] == ["stops", "lacks"], "the gravest first"


def test_each_account_is_judged_by_its_own_files_definitions_and_days() -> None:
    known = evidence(
        *[account()] * 5,
        files={1: [FileReport(1, 10, 0, {"named_range": (10, 9)})]},
        definitions={2: ["impressions", "views"], 3: ["views"]},
        overlaps={3: [Overlap("a", "b", 10, 9)]},
        account_days={4: {"followers": [1, 2, 3, 9, 10]}},
    )
    found = verdicts(known, PERIOD)
    assert [[reason.side for reason in one.reasons] for one in found] == [
        ["accuracy"],
        ["consistency"],
        ["consistency"],
        ["days"],
        [],
    ]


def test_websites_are_judged_by_their_days() -> None:
    sites = pd.DataFrame({"site_id": [1, 2, 3], "department_id": 1, "host": ["a.example", "b.example", "c.example"]})
    whole = list(range(PERIOD.first, PERIOD.last + 1))
    series = {1: {"visitors": whole}, 2: {"visitors": whole[:40]}}
    found = verdicts(evidence(account(), sites=sites, site_days=series), PERIOD)[1:]
    assert [(one.name, one.platform, one.badge) for one in found] == [
        ("a.example", "website", "good"),
        ("b.example", "website", "do_not_compare"),
        ("c.example", "website", "do_not_compare"),
    ]
    assert found[2].reasons[0].message.english() == "No figures of this website in this period."


def test_the_finding_counts_each_account_once() -> None:
    silent = account(days_since_newest=90.0, posts=3.0, **{f"{name}_n": 3.0 for name in ("reach", "likes")})
    known = evidence(*[account()] * 9, account(reach_n=0.0), account(reach_n=1.0), silent | {"reach_n": 3.0})
    assert headline(verdicts(known, PERIOD)).english() == (
        "9 of 12 accounts are good to compare: 2 lack reach, 1 has fallen silent."
    )


def test_the_finding_names_three_kinds_and_counts_the_rest() -> None:
    known = evidence(
        account(),
        account(**NOTHING),
        account(posts=NAN),
        account(covered_until=PERIOD.last - 30.0),
        account(clicks_n=0.0),
    )
    assert headline(verdicts(known, PERIOD)).english() == (
        "1 of 5 accounts are good to compare: 1 has no posts or figures loaded, 1 has no posts in this period, "
        "1 stops before the period ends, 1 has something else."
    )


def test_findings_of_one_of_all_and_of_no_accounts() -> None:
    assert headline([]).english() == "There are no accounts in this selection."
    assert headline(verdicts(evidence(account()), PERIOD)).english() == "The 1 account is good to compare."
    assert headline(verdicts(evidence(account(), account()), PERIOD)).english() == (
        "All 2 accounts are good to compare."
    )
    assert headline(verdicts(evidence(account(reach_n=0.0)), PERIOD)).english() == (
        "0 of 1 account is good to compare: 1 lacks reach."
    )


def test_the_six_sides_count_what_is_in_order() -> None:
    known = evidence(
        account(),
        account(reach_n=0.0),
        account(covered_until=PERIOD.last - 30.0),
        account(**NOTHING),
        files={1: [FileReport(2, 10, 0, {"named_range": (10, 1)})]},
        account_days={1: {"followers": [1, 2, 4]}, 2: {"followers": [1, 2, 3]}},
    )
    known = replace(known, files={**known.files, 2: known.files[1]})  # one file with two accounts
    sides = {one.side: one for one in summary(verdicts(known, PERIOD), known)}
    assert {side: one.tally for side, one in sides.items()} == {
        "completeness": Tally(2, 3),
        "accuracy": Tally(9, 10),
        "timeliness": Tally(2, 3),
        "consistency": Tally(3, 3),
        "register": Tally(3, 4),
        "days": Tally(1, 2),
    }
    assert sides["consistency"].what_to_do.english() == "Nothing to do."


def test_what_cannot_be_checked_is_not_all_in_order_by_number() -> None:
    known = evidence(account(), files={1: [FileReport(3, 10, 0, {})]})
    (found,) = [one for one in summary(verdicts(known, PERIOD), known) if one.side == "accuracy"]
    assert found.tally == Tally(0, 0)
    assert found.what.english() == "The formats of these files cannot be checked."


@given(st.lists(st.sampled_from(list(BADGES))), st.sampled_from(list(BADGES)))
def test_another_reason_never_improves_a_badge(reasons: list[Any], other: Any) -> None:
    order = list(BADGES)
    assert order.index(worst([*reasons, other])) <= order.index(worst(reasons))
