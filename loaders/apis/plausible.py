"""Plausible: visitors, visits, page views and downloads of a website by day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from loaders.apis.client import Answer, ApiError, Client, Manners
from loaders.apis.connector import Connector, Facts, Fetched, Field, Found, Target, Wanted
from loaders.apis.websites.days import ONE_DAY, Span, day_of, last_whole_day
from loaders.apis.websites.saying import said
from metrics.words import N_, Message

FIRST_DAY = date(2018, 12, 1)
"""No figure of Plausible is older; what was imported from other tools is not asked for."""

SPAN_DAYS = 366
_MOST_ROWS = 1000  # of an answer; a span has fewer days
_DOWNLOADS = "File Download"  # the goal that Plausible's own script reports a downloaded file to


def check(client: Client, target: Target) -> Found:
    """The website, if the key may see it."""
    _ask(client, target, metrics=["visitors"], date_range="day")
    site = target.account
    return Found(upstream_id=site, handle=site, title=site, names=(site,))


def fetch(client: Client, wanted: Wanted) -> Iterator[Fetched]:
    """The days of the website up to yesterday, a year at a time, the oldest first; downloads beside visits.

    The day after what was kept is all that it takes to go on. The key does not tell the site's time zone: yesterday
    is the organisation's, and days that were not over there are asked for again by the next run.
    """
    first = FIRST_DAY if wanted.since_ts is None else max(FIRST_DAY, day_of(wanted.since_ts, UTC))
    if wanted.after is not None:
        first = date.fromisoformat(wanted.after["from"])
    span = Span(first, last_whole_day(wanted.today, UTC, datetime.now(UTC)))
    has_goal = True
    for part in span.parts(SPAN_DAYS):
        days = _by_day(client, wanted.target, part, ["visitors", "visits", "pageviews"])
        downloads = _downloads(client, wanted.target, part) if has_goal else None
        has_goal = downloads is not None
        after = {"from": (part.last + ONE_DAY).isoformat()}
        yield Fetched("plausible_api", [days, downloads], rows=len(days["results"]), after=after)


def _downloads(client: Client, target: Target, span: Span) -> Any:
    """Downloads of each day; None where the website has no such goal: its downloads are missing, which is no error."""
    goal = ["is", "event:goal", [_DOWNLOADS]]
    return _by_day(client, target, span, ["events"], dimensions=["event:goal"], filters=[goal])


def _by_day(client: Client, target: Target, span: Span, metrics: list[str], **query: Any) -> Any:
    return _ask(
        client,
        target,
        **{**query, "dimensions": ["time:day", *query.get("dimensions", [])]},
        metrics=metrics,
        date_range=[span.first.isoformat(), span.last.isoformat()],
        order_by=[["time:day", "asc"]],
        pagination={"limit": _MOST_ROWS, "offset": 0},
    )


def _ask(client: Client, target: Target, **query: Any) -> Any:
    body = {"site_id": target.account, **query}
    headers = {"Authorization": f"Bearer {target.secret}"}
    answer = client.post("/api/v2/query", body=body, headers=headers, accept=(400,) if "filters" in query else ())
    if answer.status == 400:
        return None
    if not isinstance(answer.data, dict) or not isinstance(answer.data.get("results"), list):
        text = N_("{host} does not answer as Plausible does. Check the host name.")
        raise ApiError("broken", Message("not_plausible", text, {"host": client.host}), status=answer.status)
    return answer.data


def _explain(answer: Answer) -> ApiError | None:
    message = said(answer.data.get("error")) if isinstance(answer.data, dict) else ""
    if answer.status in (401, 403):
        text = N_(
            "Plausible does not accept this key for this website. Check how Plausible writes the website (its Site "
            "settings say it), or make a new key of the type Stats API there and put it in here."
        )
        return ApiError("broken", Message("plausible_key", text), status=answer.status)
    if answer.status == 402:
        text = N_("The plan of this Plausible account has no Stats API. It takes a Business plan, or your own server.")
        return ApiError("broken", Message("plausible_plan", text), status=402)
    if answer.status == 404:
        text = N_("There is no Stats API version 2 at this address. Check the host name, or update your Plausible.")
        return ApiError("broken", Message("no_plausible_here", text), status=404)
    if answer.status == 400 and "goal" not in message.casefold():
        text = N_('Plausible refuses the question. It says: "{message}".')
        return ApiError("broken", Message("plausible_error", text, {"message": message}), status=400)
    return None


CONNECTOR = Connector(
    id="plausible",
    platform="website",
    name="Plausible",
    facts=Facts(
        gives=(
            N_("Visitors, visits and page views of a website, for each day."),
            N_('Downloads for each day, if the website has the goal "File Download".'),
        ),
        gives_not=(
            N_("Today: the day is not over yet."),
            N_("Figures that were imported into Plausible from another tool."),
            N_("Visitors of a week or a month: the visitors of days do not add up, people come back."),
        ),
        needs=(N_("A key of the type Stats API, made in the settings of your Plausible account."),),
        costs=(
            N_("The Stats API takes a Business plan, or your own server with Plausible Community Edition."),
            N_("A key may ask 600 questions an hour."),
        ),
        forbids=(N_("Nothing that a dashboard does: these are your own figures."),),
        keeps=(N_("As long as you like. Figures by day name no visitor."),),
    ),
    account=Field(
        N_("Website"),
        N_("The website as Plausible writes it, without https://: www.waterstad.example"),
        pattern=r"[A-Za-z0-9.-]+(?:/[A-Za-z0-9._~/-]*)?",
    ),
    secret=Field(N_("Key"), N_("In Plausible: Account settings, API keys, New API key, Stats API.")),
    check=check,
    fetch=fetch,
    counts="site",
    manners=Manners(explain=_explain),
    window_days=31,
)
