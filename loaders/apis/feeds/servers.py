"""Servers that speak Mastodon's language: how they are asked, how they refuse, and how an account is found there."""

from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

from loaders.apis.client import Answer, ApiError, Client
from loaders.apis.connector import Target
from loaders.files.building.documents import Object, at, objects, text_at
from metrics.words import N_, Message

GONE = (404, 410)
_REFUSED = (401, 403)
_NO_LOOKUP = (400, 404, 405, 410, 422, 501, *_REFUSED)  # the way to look up a name is newer than some servers


def ask(
    client: Client, target: Target, path: str, query: Mapping[str, str | int] | None = None, gone: Collection[int] = ()
) -> Answer:
    """What a server answers, with a JSON value or one of the statuses `gone`; raises `ApiError` otherwise.

    Takahe says that a token is bad with status 400 and a page of text.
    """
    answer = _asked(client, target, path, query, (400, *_REFUSED, *gone))
    if answer.status in _REFUSED or (answer.status == 400 and target.secret and answer.data is None):
        raise _not_admitted(target, answer.status)
    if answer.status not in gone and (answer.status == 400 or answer.data is None):
        raise no_server(target, answer.status)
    return answer


def find(client: Client, target: Target) -> Object:
    """The account that a person named: looked up, else searched for; raises `ApiError` where it is not there.

    A search does not give counts everywhere, so only who it is can be read from what this gives.
    """
    name, _, domain = target.account.strip().removeprefix("@").partition("@")
    typed = f"{name}@{domain}" if domain else name
    answer = _asked(client, target, "/api/v1/accounts/lookup", {"acct": typed}, _NO_LOOKUP)
    if answer.status == 200 and text_at(answer.data, "id"):
        return _at_home(target, answer.data)
    query = {"q": f"@{name}@{domain or target.host}", "type": "accounts", "resolve": "false"}
    found = ask(client, target, "/api/v2/search", query, (*GONE, 405, 422, 501))
    for account in objects(at(found.data, "accounts")):
        acct, _, where = text_at(account, "acct").casefold().partition("@")
        if acct == name.casefold() and where in ("", domain.casefold() or target.host.casefold()):
            return _at_home(target, account)
    if answer.status in _REFUSED:
        raise _not_admitted(target, answer.status)
    raise no_account(target) if at(found.data, "accounts") is not None else no_server(target, found.status)


def _asked(
    client: Client, target: Target, path: str, query: Mapping[str, str | int] | None, accept: Collection[int]
) -> Answer:
    headers = {"Authorization": f"Bearer {target.secret}"} if target.secret else {}
    return client.get(path, query, headers=headers, accept=accept)


def _at_home(target: Target, account: Object) -> Object:
    """The account, if it lives on the server that is asked: others know only a part of its counts."""
    domain = text_at(account, "acct").casefold().partition("@")[2]
    if domain and target.host.casefold() not in (domain, urlsplit(text_at(account, "url")).netloc.casefold()):
        text = N_(
            "The account {account} lives on another server, and only that one knows all its counts. Connect to {host}."
        )
        raise ApiError("broken", Message("other_server", text, {"account": target.account, "host": domain}))
    return account


def _not_admitted(target: Target, status: int) -> ApiError:
    if target.secret:
        text = N_(
            "The server {host} does not accept the token. Make a new one there, with the right to read, and replace it "
            "in this connection."
        )
        return ApiError("broken", Message("bad_token", text, {"host": target.host}), status=status)
    text = N_(
        "The server {host} wants a token before it shows anything. Make one there, with the right to read, and put it "
        "in this connection."
    )
    return ApiError("broken", Message("wants_token", text, {"host": target.host}), status=status)


def no_account(target: Target) -> ApiError:
    """The error where a server does not have the account."""
    text = N_("There is no account {account} on the server {host}. Check how both are spelled.")
    return ApiError("broken", Message("no_account", text, {"account": target.account, "host": target.host}), status=404)


def no_server(target: Target, status: int) -> ApiError:
    """The error where something else than such a server answers, or an error page of one."""
    text = N_(
        "{host} does not answer as a Mastodon server does. Check the name of the server; if that is right, try again "
        "later."
    )
    return ApiError("unavailable", Message("no_server", text, {"host": target.host}), status=status)
