"""Decidim: how many proposals, supports and comments stand on a participation platform."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from loaders.apis.client import Answer, ApiError, Client, Manners
from loaders.apis.connector import Connector, Facts, Fetched, Field, Found, Target, Wanted
from loaders.apis.websites import participation
from loaders.apis.websites.saying import said
from loaders.files.building.documents import at, objects, text_at
from metrics.words import N_, Message

_PAGE = 50
_MOST_PAGES = 4_000  # of all components together: 200,000 proposals
_SPACES = {"participatoryProcesses": "processes", "assemblies": "assemblies"}
_TYPES = ("Query", "Proposal", "Statistic")
_USUAL = {"Query": set(_SPACES), "Proposal": {"voteCount", "totalCommentsCount"}, "Statistic": set[str]()}
"""What is asked for where a server does not tell its fields."""


def check(client: Client, target: Target) -> Found:
    """The platform, and the process or assembly on it if one was named."""
    _ask(client, "{ decidim { version } }")
    place, _components = _place(client, target, _known(client))
    return Found(upstream_id=place, handle=place, title=place, names=(place,))


def fetch(client: Client, wanted: Wanted) -> Iterator[Fetched]:
    """The counts of today, added up over all proposals; the document of the last page holds them.

    The API gives no totals, so proposals are counted a page at a time. The cursor holds the components that are left
    and the sums until then: no proposal itself is kept. Without a component for proposals there is nothing to count.
    """
    known = _known(client)
    place, components = _place(client, wanted.target, known)
    chosen = participation.fields(known["Proposal"])
    cursor: Mapping[str, Any] = wanted.after or {
        "components": components,
        "at": None,
        "pages": 0,
        "sums": participation.nothing(chosen),
    }
    while cursor["components"]:
        page = _proposals(client, cursor["components"][0], cursor["at"], sorted(chosen.values()))
        nodes = [edge["node"] for edge in objects(page["edges"]) if isinstance(edge.get("node"), dict)]
        cursor = _next(cursor, page, participation.added(cursor["sums"], nodes, chosen))
        document: Any = []
        if not cursor["components"]:
            sums = {**cursor["sums"], "participants": _participants(client, wanted.target, known)}
            document = {"participation": {"site": place, "date": wanted.today, **sums}}
        yield Fetched("decidim_api", document, rows=len(nodes), after=cursor)


def _next(cursor: Mapping[str, Any], page: Mapping[str, Any], sums: participation.Sums) -> Mapping[str, Any]:
    """Where to go on: the next page of the component, or the next component. Raises `ApiError` when there is no end."""
    end, pages = at(page, "pageInfo", "endCursor"), cursor["pages"] + 1
    goes_on = at(page, "pageInfo", "hasNextPage") is True and bool(page["edges"]) and isinstance(end, str)
    if goes_on and (end == cursor["at"] or pages >= _MOST_PAGES):
        text = N_("{n} pages of proposals were read and there is no end to them, so nothing is counted.")
        raise ApiError("unavailable", Message("no_end", text, {"n": pages}))
    left = cursor["components"] if goes_on else cursor["components"][1:]
    return {"components": left, "at": end if goes_on else None, "pages": pages, "sums": sums}


def _proposals(client: Client, component: str, after: str | None, names: list[str]) -> dict[str, Any]:
    place = f"first: {_PAGE}" + (f", after: {json.dumps(after)}" if after else "")
    page = f"proposals({place}) {{ pageInfo {{ hasNextPage endCursor }} edges {{ node {{ id {' '.join(names)} }} }} }}"
    data = _ask(client, f"{{ component(id: {json.dumps(component)}) {{ ... on Proposals {{ {page} }} }} }}")
    if data.get("component") is None:  # no longer public
        return {"edges": []}
    found = at(data, "component", "proposals")
    if not isinstance(at(found, "edges"), list):
        raise _not_decidim(client)
    return dict(found)


def _place(client: Client, target: Target, known: Mapping[str, set[str]]) -> tuple[str, list[str]]:
    """What the rows are called, and the ids of the components that hold proposals."""
    spaces = [space for space in _SPACES if space in known["Query"]]
    inner = '{ slug components(filter: {type: "Proposals"}) { id } }'
    data = _ask(client, "{ " + " ".join(f"{space} {inner}" for space in spaces) + " }")
    found = [(space, one) for space in spaces for one in objects(data.get(space))]
    place = client.host
    if target.account:
        found = [(space, one) for space, one in found if one.get("slug") == target.account]
        if not found:
            text = N_('There is no public process or assembly "{name}" on {host}. Copy its name from its address.')
            raise ApiError("broken", Message("no_such_space", text, {"name": target.account, "host": client.host}))
        place = f"{client.host}/{_SPACES[found[0][0]]}/{target.account}"
    components = [text_at(one, "id") for _space, space in found for one in objects(space.get("components"))]
    return place, [component for component in components if component]


def _participants(client: Client, target: Target, known: Mapping[str, set[str]]) -> int | None:
    """How many people took part, where the whole platform is counted and Decidim tells it."""
    if target.account or not {"key", "value"} <= known["Statistic"]:
        return None
    data = _ask(client, "{ organization { stats { key value } } }")
    stats = objects(at(data, "organization", "stats"))
    return next((one.get("value") for one in stats if one.get("key") == "participants_count"), None)


def _known(client: Client) -> dict[str, set[str]]:
    """The fields of the types that matter: they differ from version to version."""
    try:
        data = _ask(client, "{ " + " ".join(f'{t}: __type(name: "{t}") {{ fields {{ name }} }}' for t in _TYPES) + " }")
    except ApiError as error:
        if error.message.code != "decidim_error":
            raise
        return _USUAL
    told = {t: {text_at(field, "name") for field in objects(at(data, t, "fields"))} for t in _TYPES}
    return {t: names or _USUAL[t] for t, names in told.items()}


def _ask(client: Client, query: str) -> dict[str, Any]:
    answer = client.post("/api", body={"query": query})
    data = answer.data.get("data") if isinstance(answer.data, dict) else None
    if not isinstance(data, dict):
        raise _not_decidim(client)
    return data


def _not_decidim(client: Client) -> ApiError:
    text = N_("{host} does not answer as Decidim does. Check the host name.")
    return ApiError("broken", Message("not_decidim", text, {"host": client.host}))


def _explain(answer: Answer) -> ApiError | None:
    """Decidim says errors with status 200."""
    errors = answer.data.get("errors") if isinstance(answer.data, dict) else None
    if answer.status in (401, 403):
        text = N_("This platform can only be read by people who log in, so its counts cannot be fetched.")
        return ApiError("broken", Message("decidim_closed", text), status=answer.status)
    if answer.status == 404:
        text = N_("There is no Decidim at this address. Check the host name.")
        return ApiError("broken", Message("no_decidim_here", text), status=404)
    if isinstance(errors, list) and errors:
        message = said(errors[0].get("message")) if isinstance(errors[0], dict) else ""
        text = N_('Decidim refuses the question. It says: "{message}". Its version may be too old or too new for us.')
        return ApiError("unavailable", Message("decidim_error", text, {"message": message}), status=answer.status)
    return None


CONNECTOR = Connector(
    id="decidim",
    platform="website",
    name="Decidim",
    facts=Facts(
        gives=(
            N_("How many proposals there are, and how many supports, likes and comments they have, on each day."),
            N_("How many people took part, where the platform tells it."),
        ),
        gives_not=(
            N_("Supports while the platform hides them from visitors: they are missing, not zero."),
            N_("The days before you connected: the platform tells only the counts of now."),
            N_("Texts and names: nothing of a single proposal is kept."),
        ),
        needs=(N_("Nothing but the host name: the platform must be open to visitors."),),
        costs=(N_("Nothing. A platform usually answers 100 questions a minute; we ask more slowly."),),
        forbids=(N_("Each platform has its own terms of use. Read them."),),
        keeps=(N_("As long as the terms of the platform allow. Counts name nobody."),),
    ),
    account=Field(
        N_("Process or assembly"),
        N_("The last part of its address, such as mobility-plan. Leave empty to count the whole platform."),
        pattern=r"[A-Za-z0-9][A-Za-z0-9_-]*",
        required=False,
    ),
    secret=None,
    check=check,
    fetch=fetch,
    counts="site",
    manners=Manners(delay=0.7, explain=_explain),
)
