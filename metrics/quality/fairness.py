"""Whether groups (departments or platforms) may be put side by side on a number, and the reason if not.

One rule decides: groups that differ by more than `limits.APART` in what is known of them are not compared. It is asked
of everything that the number rests on: the counts of posts, the follower counts of accounts, the days of websites, and
how many accounts have data up to the end. Apart from that, impressions that were counted in two ways on one platform
are never compared. Only groups that have a number are asked; one without a number is not compared anyway.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from metrics.calculations import MINIMUM_POSTS
from metrics.measures import TERMS
from metrics.periods import Period, to_date
from metrics.platforms import named
from metrics.quality.completeness import NOT_OF_EVERY_POST
from metrics.quality.limits import APART, SLACK
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.totals import addable
from metrics.words import N_, Message, Share

By = Literal["department_id", "platform"]
Groups = Mapping[Any, Any]
"""What to call each group in a sentence, by department id or platform."""

REMEDY = Message("unfair_remedy", N_("Load what is missing, or leave it out of the selection with the filters above."))
"""What to do about a comparison that is switched off."""


@dataclass(frozen=True)
class Grounds:
    """What fairness is judged by: the figures and the coverage of the period, and how impressions were counted.

    `definitions` has account_id and definition; only numbers that need impressions look at it.
    """

    current: Slice
    coverage: pd.DataFrame
    period: Period
    definitions: pd.DataFrame


def unfair(metric: Metric, grounds: Grounds, by: By, compared: Groups) -> Message | None:
    """Why the groups that have a number may not be compared on it; None when they may."""
    if len(compared) < 2:
        return None
    return next((reason for reason in _objections(metric, grounds, by, compared) if reason is not None), None)


def _objections(metric: Metric, grounds: Grounds, by: By, compared: Groups) -> Iterator[Message | None]:
    """Each thing that a number rests on, with what is to be said against it."""
    if metric.rests_on == "site_days":
        yield _too_far_apart(_site_days(metric, grounds.current, by, compared), compared, _few_days)
        return
    if metric.group == "answering":
        yield _too_far_apart(_heard(grounds, by, compared), compared, _few_heard)
    elif metric.rests_on == "accounts":
        yield _too_far_apart(_followed(grounds, by, compared), compared, _few_accounts)
    else:
        for need in metric.needs:
            if need != "posts" and need not in NOT_OF_EVERY_POST:
                yield _too_far_apart(_known_posts(need, grounds.current, by, compared), compared, _few_posts(need))
    yield _ends(grounds, by, compared)
    if "impressions" in metric.needs:
        yield _definitions(grounds, by, compared)


Part = tuple[int, int]
"""k of n."""


def _known_posts(need: str, current: Slice, by: By, compared: Groups) -> dict[Any, Part]:
    """Of each group, how many posts have a count, on the platforms that give it to at least one of the groups.

    The other platforms are in none of the numbers. A group with too few posts for a number decides nothing.
    """
    column = "per_follower_n" if need == "followers" else f"{need}_n"
    rows = current.sums[current.sums[by].isin(list(compared))]
    giving = set(rows.loc[rows[column] > 0, "platform"])
    added = set(addable(current, giving)[0].platforms)
    sums = rows[rows["platform"].isin(giving & added)].groupby(by)[[column, "posts"]].sum()
    parts = {group: (min(int(k), int(n)), int(n)) for group, k, n in sums.itertuples(name=None)}
    return {group: part for group, part in parts.items() if part[1] >= MINIMUM_POSTS}


def _followed(grounds: Grounds, by: By, compared: Groups) -> dict[Any, Part]:
    """Of each group, how many accounts have a follower count at the end, of those that post or have one."""
    audience, coverage = grounds.current.audience, grounds.coverage
    counted = set(audience.loc[audience["followers_end"].notna(), "account_id"])
    accounts = coverage[(coverage["posts"] > 0) | coverage["account_id"].isin(counted)]
    return _parts(accounts[by], accounts["account_id"].isin(counted), compared)


def _heard(grounds: Grounds, by: By, compared: Groups) -> dict[Any, Part]:
    """Of each group, how many accounts have their conversations loaded, of those that post or have them."""
    talking = set(grounds.current.answers["account_id"])
    coverage = grounds.coverage
    accounts = coverage[(coverage["posts"] > 0) | coverage["account_id"].isin(talking)]
    return _parts(accounts[by], accounts["account_id"].isin(talking), compared)


def _site_days(metric: Metric, current: Slice, by: By, compared: Groups) -> dict[Any, Part]:
    """Of each group, on how many days its websites have the figure."""
    if by == "platform":
        return {}
    sites = current.sites[(current.sites["metric"] == metric.needs[0]) & current.sites[by].isin(list(compared))]
    return {group: (int(known.sum()), current.days * len(known)) for group, known in sites.groupby(by)["days"]}


def _ends(grounds: Grounds, by: By, compared: Groups) -> Message | None:
    """Accounts whose data stop before the end: of the period, or of what is loaded of any account."""
    accounts = grounds.coverage[(grounds.coverage["posts"] > 0) & grounds.coverage[by].isin(list(compared))]
    if accounts.empty:
        return None
    end = int(min(grounds.period.last, accounts["covered_until"].max()))
    parts = _parts(accounts[by], accounts["covered_until"] >= end - SLACK, compared)
    return _too_far_apart(parts, compared, _stopped(end))


def _definitions(grounds: Grounds, by: By, compared: Groups) -> Message | None:
    """Impressions that were counted in two ways on one platform."""
    accounts = grounds.coverage[grounds.coverage[by].isin(list(compared))]
    found = accounts.merge(grounds.definitions, on="account_id").groupby("platform")["definition"].unique()
    for platform, definitions in found.items():
        if len(definitions) > 1:
            text = N_("Not compared: on {platform}, impressions are counted in {n} ways in this period: {definitions}.")
            values = {"platform": named([str(platform)]), "n": len(definitions)}
            return Message("unfair_definitions", text, {**values, "definitions": tuple(sorted(definitions))})
    return None


def _parts(groups: "pd.Series[Any]", good: "pd.Series[bool]", compared: Groups) -> dict[Any, Part]:
    counted = good.groupby(groups).agg(["sum", "size"])
    return {group: (int(k), int(n)) for group, k, n in counted.itertuples(name=None) if group in compared}


Say = Callable[[Mapping[str, Any]], Message]


def _too_far_apart(parts: Mapping[Any, Part], compared: Groups, say: Say) -> Message | None:
    """What `say` makes of the least and the best known group, when they are too far apart."""
    shares = {group: k / n for group, (k, n) in parts.items() if n}
    if not shares:
        return None
    worst, best = min(shares, key=shares.__getitem__), max(shares, key=shares.__getitem__)
    if round(shares[best] - shares[worst], 9) <= APART:  # 1 - 0.7 is a little more than 0.3
        return None
    k, n = parts[worst]
    low, high = Share(shares[worst]), Share(shares[best])
    return say({"worse": compared[worst], "better": compared[best], "k": k, "n": n, "low": low, "high": high})


def _few_posts(need: str) -> Say:
    text = N_("Not compared: {low} of the posts of {worse} have {measure}, against {high} of those of {better}.")
    return lambda values: Message("unfair_counts", text, {**values, "measure": Message(need, TERMS[need])})


def _few_accounts(values: Mapping[str, Any]) -> Message:
    text = N_(
        "Not compared: {low} of the accounts of {worse} have follower counts, against {high} of those of {better}."
    )
    return Message("unfair_followers", text, values)


def _few_heard(values: Mapping[str, Any]) -> Message:
    text = N_(
        "Not compared: of {low} of the accounts of {worse} the conversations are loaded, against {high} of those of "
        "{better}."
    )
    return Message("unfair_conversations", text, values)


def _few_days(values: Mapping[str, Any]) -> Message:
    text = N_("Not compared: the websites of {worse} have figures on {low} of the days, those of {better} on {high}.")
    return Message("unfair_days", text, values)


def _stopped(end: int) -> Say:
    text = N_(
        "Not compared: {low} of the accounts of {worse} have data up to {end}, against {high} of those of {better}."
    )
    return lambda values: Message("unfair_end", text, {**values, "end": to_date(end)})
