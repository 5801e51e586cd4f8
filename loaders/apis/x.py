"""X: the posts of an account with their counts. Off, unless the organisation has an Enterprise contract with X."""

from collections.abc import Iterator

from loaders.apis.client import ApiError, Client, Manners
from loaders.apis.connector import Connector, Cursor, Facts, Fetched, Field, Found, Target, Wanted
from loaders.apis.shared.x.asking import ask, explain, wait
from loaders.apis.shared.x.budget import USER, Budget
from loaders.apis.shared.x.timeline import REACH, posts_from
from loaders.files.building.documents import Object, at, objects, text_at
from metrics.words import N_, Message


def check(client: Client, target: Target) -> Found:
    """The account with this handle, or with the id that was found before: handles change."""
    user = _user(client, target)
    found, handle = text_at(user, "id"), text_at(user, "username")
    if not found or not handle:
        raise _unknown(target)
    return Found(found, "@" + handle, text_at(user, "name") or handle, names=(handle, found))


def fetch(client: Client, wanted: Wanted) -> Iterator[Fetched]:
    """Followers of today, then the posts of the account and its own replies, newest first, without its reposts."""
    budget, place = Budget(wanted.budget), wanted.after
    paid = budget.paid(USER, 1)  # `check` asked for the account before this
    if place is None:
        budget.affords(USER, 1)
        user = _user(client, wanted.target)
        place = _start(user, wanted.target)
        clues, cost = {"fetched_on": wanted.today}, paid + budget.paid(USER, 1)
        yield Fetched("x_user", {"data": [user] if user else []}, int(bool(user)), place, clues=clues, cost=cost)
        paid = 0.0
    if "end" not in place:
        yield from posts_from(client, wanted, budget, place, paid)


def _start(user: Object, target: Target) -> Cursor:
    found = text_at(user, "id") or target.upstream_id
    if not found:
        raise _unknown(target)
    handle = text_at(user, "username") or target.account.strip().removeprefix("@")
    return {"id": found, "handle": handle, "back": _all_reached(user), "token": "", "pages": 0, "oldest": None}


def _unknown(target: Target) -> ApiError:
    text = N_("X knows no account {account}, or it is suspended. Look at the handle on X; it is without spaces.")
    return ApiError("broken", Message("x_no_user", text, {"account": target.account}))


def _user(client: Client, target: Target) -> Object:
    """The account; empty where X gives none, which its posts will tell more about."""
    fields = {"user.fields": "public_metrics"}
    if target.upstream_id:
        answer = ask(client, target.secret, f"users/{target.upstream_id}", fields, accept=(404,))
        found = at(answer.data, "data")
        return found if isinstance(found, dict) else {}
    handle = target.account.strip().removeprefix("@")
    answer = ask(client, target.secret, "users/by", {"usernames": handle, **fields})
    return next(iter(objects(at(answer.data, "data"))), {})


def _all_reached(user: Object) -> bool:
    """Whether X lists all posts of an account; it counts them under an old or a new name."""
    counts = [at(user, "public_metrics", name) for name in ("tweet_count", "post_count")]
    return any(isinstance(count, int) and count <= REACH for count in counts)


CONNECTOR = Connector(
    id="x",
    platform="x",
    name="X",
    facts=Facts(
        gives=(
            N_(
                "Of each post and own reply: text, impressions, likes, replies, reposts and bookmarks, as they are now."
            ),
            N_("The number of followers, each day that figures are fetched."),
        ),
        gives_not=(
            N_("Posts before your newest 3,200."),
            N_("Reach and clicks. For clicks, load the export of X Analytics."),
            N_("What people reply: X takes money for each reply that is read, so only their number is fetched."),
            N_("Reposts of other people's posts: their counts are not yours."),
        ),
        needs=(
            N_("An Enterprise contract with X: its terms ask for that when people in a government see X's content."),
            N_("Names of all who will see it, given to X beforehand. X may refuse."),
            N_("A bearer token of an app with that contract."),
        ),
        costs=(
            N_("X has no public price for Enterprise."),
            N_(
                "Pay-per-use costs $0.005 for a post and $0.010 for an account since 6 February 2026. Costs here are "
                "counted by that, so the real ones can differ."
            ),
            N_(
                "Each run reads the posts of 90 days again, as their counts still change. With one post and one run a "
                "day that is about $14 a month."
            ),
            N_("You set a budget for each month. Nothing is asked that could go beyond it."),
        ),
        forbids=(
            N_("Use by or for a government without an Enterprise contract."),
            N_("Surveillance, and following protests."),
            N_("Matching people on X with people elsewhere without their consent."),
        ),
        keeps=(N_("What is deleted or changed on X must be deleted or changed here within 24 hours of a request."),),
    ),
    account=Field(
        N_("Account"), N_("The handle of the account, for example @gemeentewaterstad."), r"@?[A-Za-z0-9_]{1,15}"
    ),
    secret=Field(N_("Bearer token"), N_("From X's developer portal, under Keys and tokens.")),
    check=check,
    fetch=fetch,
    host="api.x.com",
    manners=Manners(wait=wait, explain=explain),
    only_with="x_enterprise_contract",
    costs_money=True,
)
