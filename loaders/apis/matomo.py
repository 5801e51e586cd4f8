"""Matomo: visitors, visits, page views and downloads of a website by day."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from loaders.apis.client import Answer, ApiError, Client, Manners
from loaders.apis.connector import Connector, Facts, Fetched, Field, Found, Target, Wanted
from loaders.apis.websites.days import ONE_DAY, Span, day_of, last_whole_day
from loaders.apis.websites.saying import said
from metrics.words import N_, Message

SPAN_DAYS = 31
"""Days asked for at once: a server without ready reports works them out on the spot, and that must end in time."""

_FORMAT = "matomo_days"
_OFFSET = re.compile(r"UTC(?P<hours>[+-]\d{1,2}(?:\.\d{1,2})?)")
_REPORTS = ("VisitsSummary.get", "Actions.get")
_NOT_MATOMO = N_(
    "{host} does not answer as Matomo does. Check the host name, and whether Matomo is in a folder of that server "
    "(then type /folder/number)."
)


@dataclass(frozen=True)
class _Site:
    """A website as Matomo knows it; `host` is what its rows are called, `first` its first possible day."""

    host: str
    name: str
    zone: tzinfo
    first: date


def check(client: Client, target: Target) -> Found:
    """The website of this number, if the token may see it."""
    site = _site(client, target)
    return Found(upstream_id=_number(target), handle=site.host, title=site.name, names=(site.host,))


def fetch(client: Client, wanted: Wanted) -> Iterator[Fetched]:
    """The days of the website up to yesterday (today is not over), some weeks at a time, the oldest first.

    The day after what was kept is all that it takes to go on. Visits and actions of the same days are one document:
    the format joins them by day.
    """
    site = _site(client, wanted.target)
    first = site.first if wanted.since_ts is None else max(site.first, day_of(wanted.since_ts, site.zone))
    if wanted.after is not None:
        first = date.fromisoformat(wanted.after["from"])
    span = Span(first, last_whole_day(wanted.today, site.zone, datetime.now(UTC)))
    for part in span.parts(SPAN_DAYS):
        reports = [_report(client, wanted.target, method, part) for method in _REPORTS]
        after = {"from": (part.last + ONE_DAY).isoformat()}
        filled = {day for report in reports for day, figures in report.items() if figures}
        yield Fetched(_FORMAT, reports, rows=len(filled), after=after, clues={"matomo_site": site.host})


def _report(client: Client, target: Target, method: str, span: Span) -> dict[str, Any]:
    """The figures by day; of a day without any, an empty list."""
    report = _ask(client, target, method, {"idSite": _number(target), "period": "day", "date": str(span)})
    if not isinstance(report, dict):
        raise ApiError("broken", Message("not_matomo", _NOT_MATOMO, {"host": client.host}))
    return report


def _site(client: Client, target: Target) -> _Site:
    listed = _ask(client, target, "SitesManager.getSitesWithAtLeastViewAccess", {})
    number = _number(target)
    sites = listed if isinstance(listed, list) else []
    found = next((one for one in sites if isinstance(one, dict) and str(one.get("idsite")) == number), None)
    if found is None:
        text = N_(
            "This token may not see website {number} in Matomo. Check the number, or give the token's user the View "
            "right for this website in Matomo: Administration, Websites, Permissions."
        )
        raise ApiError("broken", Message("no_such_site", text, {"number": number}))
    host = urlsplit(str(found.get("main_url", ""))).hostname or f"matomo:{number}"
    made = str(found.get("ts_created", ""))[:10]
    return _Site(host, str(found.get("name", "")), _zone(found.get("timezone")), _first_day(made))


def _zone(name: Any) -> tzinfo:
    """Matomo's time zone of a site: a place, or hours from UTC; UTC where it is neither.

    >>> str(_zone("Europe/Amsterdam")), str(_zone("UTC+5.5"))
    ('Europe/Amsterdam', 'UTC+05:30')
    """
    if offset := _OFFSET.fullmatch(str(name)):
        return timezone(timedelta(hours=float(offset["hours"])))
    try:
        return ZoneInfo(str(name))
    except (OSError, ValueError):
        return UTC


def _first_day(made: str) -> date:
    """Two days before the site was added, which is how far Matomo itself looks. 2005 where it does not say."""
    try:
        return date.fromisoformat(made) - 2 * ONE_DAY
    except ValueError:
        return date(2005, 1, 1)


def _number(target: Target) -> str:
    return target.account.rpartition("/")[2]


def _ask(client: Client, target: Target, method: str, parameters: Mapping[str, str]) -> Any:
    """One question. The token goes in the form: an address ends up in logs, and new tokens work in a POST only."""
    folder = target.account.rpartition("/")[0].strip("/")
    token = {"token_auth": target.secret} if target.secret else {}
    form = {"module": "API", "format": "JSON", "method": method, "filter_limit": "-1", **parameters, **token}
    answer = client.post(f"/{folder}/index.php" if folder else "/index.php", form=form)
    if answer.data is None:
        raise ApiError("broken", Message("not_matomo", _NOT_MATOMO, {"host": client.host}), status=answer.status)
    return answer.data


def _explain(answer: Answer) -> ApiError | None:
    """Matomo says errors with status 200, as JSON with status 401, and a wrong token as a web page."""
    data = answer.data if isinstance(answer.data, dict) else {}
    message = said(data.get("message")) if data.get("result") == "error" else ""
    if answer.status in (401, 403) or "token_auth" in message or "access for the website" in message:
        text = N_(
            "Matomo does not accept this token for this website. Make a new token (Administration, Personal, "
            "Security), of a user with the View right for this website, and put it in here."
        )
        return ApiError("broken", Message("matomo_token", text), status=answer.status)
    if answer.status == 404:
        text = N_("There is no Matomo at this address. Check the host name and the folder before the number.")
        return ApiError("broken", Message("no_matomo_here", text), status=404)
    if data.get("result") == "error":
        text = N_('Matomo refuses the question. It says: "{message}". Ask whoever runs your Matomo.')
        return ApiError("unavailable", Message("matomo_error", text, {"message": message}), status=answer.status)
    return None


CONNECTOR = Connector(
    id="matomo",
    platform="website",
    name="Matomo",
    facts=Facts(
        gives=(
            N_("Visitors, visits, page views and downloads of a website, for each day, as far back as Matomo keeps."),
        ),
        gives_not=(
            N_("Today: the day is not over yet."),
            N_("Days without any visit: Matomo says nothing about them, so they are missing, not zero."),
            N_("Visitors of a week or a month: the visitors of days do not add up, people come back."),
        ),
        needs=(
            N_("The number of the website in Matomo."),
            N_("A token of a Matomo user who may view this website, and nothing more."),
        ),
        costs=(N_("Nothing for your own Matomo; Matomo Cloud allows 350 questions a minute and 2,000 in 10 minutes."),),
        forbids=(N_("Nothing that a dashboard does: these are your own figures."),),
        keeps=(N_("As long as you like. Figures by day name no visitor."),),
    ),
    account=Field(
        N_("Number of the website"),
        N_("The number (idSite) in the address bar of Matomo: 1. Is Matomo in a folder of the server? Then /matomo/1."),
        pattern=r"(?:/?[A-Za-z0-9_-][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*/)?[0-9]{1,9}",
    ),
    secret=Field(
        N_("Token"),
        N_("In Matomo: Administration, Personal, Security, Auth tokens. Leave empty if anybody may see your figures."),
        pattern=r"[A-Za-z0-9]{16,64}",
        required=False,
    ),
    check=check,
    fetch=fetch,
    counts="site",
    manners=Manners(timeout=120.0, explain=_explain),
    window_days=31,
)
