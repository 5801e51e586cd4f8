"""LinkedIn: the statistics of an organisation's page, by an app that LinkedIn has vetted."""

from collections.abc import Iterator
from datetime import UTC, datetime

from loaders.apis.client import ApiError, Client, Manners
from loaders.apis.connector import Connector, Facts, Fetched, Field, Found, Target, Wanted
from loaders.apis.shared.linkedin.asking import Asking, days, explain, urn
from loaders.apis.shared.linkedin.listing import posts_from
from loaders.files.building.documents import at, objects, text_at
from metrics.words import N_, Message

_DAY = 86_400
_REACH = 365 * _DAY
"""LinkedIn gives statistics of the last twelve months."""


def check(client: Client, target: Target) -> Found:
    """The organisation with this number."""
    number = _number(target)
    answer = Asking(client, target.secret).get(f"organizations/{number}", {}, accept=(404,))
    if answer.status == 404:
        text = N_("LinkedIn knows no page {account}. Take the number from the address of the page for administrators.")
        raise ApiError("broken", Message("linkedin_no_page", text, {"account": target.account}))
    name = text_at(answer.data, "vanityName")
    title = text_at(answer.data, "localizedName") or name or number
    return Found(number, name or number, title, names=(number, name) if name else (number,))


def fetch(client: Client, wanted: Wanted) -> Iterator[Fetched]:
    """Followers of today, figures of each day until yesterday, then posts with theirs; all of twelve months at most."""
    asking, number = Asking(client, wanted.target.secret), _number(wanted.target)
    today = int(datetime.fromisoformat(wanted.today).replace(tzinfo=UTC).timestamp())
    since = max(wanted.since_ts or 0, today - _REACH)
    place = wanted.after or {"step": "followers"}
    if place.get("step") == "followers":
        edges = {"edgeType": "COMPANY_FOLLOWED_BY_MEMBER"}
        size = asking.get(f"networkSizes/{urn('organization', number)}", edges).data
        place, clues = {"step": "days"}, {"fetched_on": wanted.today, "linkedin_account": number}
        yield Fetched("linkedin_api_followers", size, 1, place, clues=clues)
    if place.get("step") == "days":
        place = {"start": 0}
        start = since - since % _DAY
        if start < today:
            entity = urn("organization", number)
            query = {"q": "organizationalEntity", "organizationalEntity": entity, "timeIntervals": days(start, today)}
            answer = asking.get("organizationalEntityShareStatistics", query)
            rows = len(objects(at(answer.data, "elements")))
            yield Fetched("linkedin_api_days", answer.data, rows, place)
    if "end" not in place:
        yield from posts_from(asking, number, since, place)


def _number(target: Target) -> str:
    return target.upstream_id or target.account.strip().rpartition(":")[2]


CONNECTOR = Connector(
    id="linkedin",
    platform="linkedin",
    name="LinkedIn",
    facts=Facts(
        gives=(
            N_("Of each post: text, impressions, unique impressions, clicks, reactions, comments and reposts."),
            N_("The same figures of the page for each day, and the number of followers on the day of fetching."),
        ),
        gives_not=(
            N_("Anything older than twelve months."),
            N_("Figures of advertisements: these are organic figures only."),
            N_("What people write under the posts."),
        ),
        needs=(
            N_("An app that LinkedIn has vetted for its Community Management API."),
            N_("A token of an administrator of the page, with r_organization_social and rw_organization_admin."),
            N_("A new token every 60 days."),
        ),
        costs=(
            N_("It is free."),
            N_("LinkedIn limits questions for each day and does not say to how many. Then it goes on the next day."),
        ),
        forbids=(N_("Keeping data about members longer than LinkedIn's storage rules say. None is fetched here."),),
        keeps=(
            N_("LinkedIn has rules on how long each figure may be kept: read its Data Storage Requirements."),
            N_("LinkedIn ends a version of its interface after about a year; this one should work until August 2027."),
        ),
    ),
    account=Field(
        N_("Page"),
        N_("The number in the address of the page for administrators: 2414183 in linkedin.com/company/2414183/admin."),
        r"(urn:li:organization:)?[0-9]{1,15}",
    ),
    secret=Field(N_("Access token"), N_("Of an administrator of the page. LinkedIn lets it live for 60 days.")),
    check=check,
    fetch=fetch,
    host="api.linkedin.com",
    manners=Manners(explain=explain),
)
