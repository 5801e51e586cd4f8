"""What is planted in the demo city is found: the paradox between Sport and Culture, and who does not answer."""

import pandas as pd

from loaders.demo import truth
from loaders.demo.rhythm import DAY
from loaders.demo.stories import UNANSWERED
from metrics.comparison.design_effect import of_rates, of_shares
from metrics.comparison.funnel import funnel
from metrics.comparison.paradox import reversals
from metrics.comparison.part import Part, added_up
from metrics.comparison.shrinkage import shrunken
from metrics.comparison.standardised import standardised
from tests.loaders.demo.demo_city import whole

QUARTER = 91


def rates() -> dict[str, dict[str, Part]]:
    """Interactions by reach of the last quarter, by platform and department."""
    city = whole()
    posts = city.posts[city.posts["reach"].notna() & (city.posts["minute"] >= (city.calendar.days - QUARTER) * DAY)]
    posts = posts.assign(
        k=(posts["likes"] + posts["comments"] + posts["shares"]).astype("float64"),
        n=posts["reach"].astype("float64"),
        week=posts["minute"] // (7 * DAY),
    )
    found: dict[str, dict[str, Part]] = {}
    for platform, rows in posts.groupby("platform"):
        sums = rows.groupby("department")[["k", "n"]].sum().assign(posts=rows.groupby("department").size())
        weeks = rows.groupby(["department", "week"])[["k", "n"]].sum().reset_index("department")
        spread = of_rates(dict(list(weeks.groupby("department")[["k", "n"]])))
        found[str(platform)] = {
            str(name): Part(k, n, spread.get(name, float("inf")), cases)
            for name, k, n, cases in sums.itertuples(name=None)
        }
    return found


def test_the_planted_paradox_is_found() -> None:
    strata = rates()
    told = reversals(added_up(strata), strata, share=False)
    assert ("cultuur", "sport") in {(one.higher, one.lower) for one in told}
    at_mix = standardised(strata, share=False, among=("cultuur", "sport"))
    assert (at_mix["sport"].value or 0) > (at_mix["cultuur"].value or 0)


def asked() -> pd.DataFrame:
    """The questions of the last quarter, with `k` whether they were answered."""
    messages = truth.asked(whole(), QUARTER + truth.MATURE_DAYS)
    return messages.assign(k=messages["wait"].notna().astype(int), n=1, week=messages["minute"] // (7 * DAY))


def shares(counted: pd.DataFrame) -> dict[str, Part]:
    """The share `k` of `n` of each department."""
    weeks = counted.groupby(["department", "week"])[["k", "n"]].sum().reset_index("department")
    spread = of_shares(dict(list(weeks.groupby("department")[["k", "n"]])))
    sums = counted.groupby("department")[["k", "n"]].sum()
    return {str(name): Part(k, n, spread[name]) for name, k, n in sums.itertuples(name=None)}


def told_apart(parts: dict[str, Part]) -> tuple[tuple[str, str], ...]:
    return shrunken({key: part.estimate(share=True) for key, part in parts.items()}, "share").pairs


def test_the_department_that_leaves_a_third_unanswered_is_found() -> None:
    parts = shares(asked())
    assert {name: point.side for name, point in funnel(parts, share=True).flagged.items()} == {UNANSWERED: "low"}
    assert any(lower == UNANSWERED for _, lower in told_apart(parts))


def test_where_nothing_differs_nothing_is_found() -> None:
    """Whether a question came in an even minute: in each department that is chance."""
    questions = asked()
    parts = shares(questions.assign(k=(questions["minute"] % 2 == 0).astype(int)))
    assert not funnel(parts, share=True).flagged
    assert told_apart(parts) == ()
