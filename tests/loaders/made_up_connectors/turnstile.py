"""A made-up counter of visits: one fixed host, a contract, and a price."""

from dataclasses import replace

from loaders.apis.client import Client
from loaders.apis.connector import Field, Found, Target
from tests.loaders.made_up_connectors import townsquare


def _check(client: Client, target: Target) -> Found:
    title = client.get("/site", {"number": target.account}, headers={"X-Key": target.secret}).data["title"]
    return Found(target.account, title, title, (title,))


CONNECTOR = replace(
    townsquare.CONNECTOR,
    id="turnstile",
    platform="website",
    name="Turnstile",
    host="api.turnstile.example",
    counts="site",
    account=Field("Site number", "A whole number, such as 7.", pattern=r"\d+"),
    secret=Field("Key", "Make one in Turnstile."),
    check=_check,
    texts=False,
    costs_money=True,
    only_with="x_enterprise_contract",
)
