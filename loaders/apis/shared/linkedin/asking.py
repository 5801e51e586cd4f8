"""Questions to LinkedIn's API: its version, its way to write them, and what its errors mean."""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from urllib.parse import quote

from loaders.apis.client import Answer, ApiError, Client
from loaders.apis.shared.parking import next_midnight
from metrics.words import N_, Message

VERSION = "202608"
"""The version of LinkedIn's API that is asked for. LinkedIn answers it for a year at least (`linkedin.CONNECTOR.facts`
say until when); then another must stand here."""

Query = Mapping[str, str | int]


class Asking:
    """Asks with a token."""

    def __init__(self, client: Client, token: str) -> None:
        self._client = client
        self.host = client.host
        self._headers = {
            "Authorization": f"Bearer {token}",
            "LinkedIn-Version": VERSION,
            "X-Restli-Protocol-Version": "2.0.0",
        }

    def get(self, path: str, query: Query, accept: Collection[int] = ()) -> Answer:
        """The answer of one resource; the values of the query are written already (`urn`, `listed`, `days`)."""
        # In one piece: brackets and commas of lists must arrive as they are, those inside values must not.
        asked = "&".join(f"{name}={value}" for name, value in query.items())
        address = f"/rest/{path}?{asked}" if asked else f"/rest/{path}"
        return self._client.get(address, headers=self._headers, accept=accept)


def urn(kind: str, number: str) -> str:
    """The name of a thing, as a query has it.

    >>> urn("organization", "7")
    'urn%3Ali%3Aorganization%3A7'
    """
    return quote(f"urn:li:{kind}:{number}", safe="")


def listed(urns: Iterable[str]) -> str:
    """A list of names.

    >>> listed(["urn:li:share:1", "urn:li:share:2"])
    'List(urn%3Ali%3Ashare%3A1,urn%3Ali%3Ashare%3A2)'
    """
    return f"List({','.join(quote(one, safe='') for one in urns)})"


def days(start: int, end: int) -> str:
    """Each day between two moments (seconds since 1970), the last one left out.

    >>> days(0, 86400)
    '(timeRange:(start:0,end:86400000),timeGranularityType:DAY)'
    """
    return f"(timeRange:(start:{start * 1000},end:{end * 1000}),timeGranularityType:DAY)"


def explain(answer: Answer) -> ApiError | None:
    """The errors of the token, the role, the version and the quota."""
    if answer.status == 401:
        text = N_(
            "LinkedIn does not accept this token any more: it lives for 60 days. Make a new one and replace it here."
        )
        return ApiError("broken", Message("linkedin_token", text), status=401)
    if answer.status == 403:
        text = N_("LinkedIn does not let this token see the page. It must be of an administrator of the page.")
        return ApiError("broken", Message("linkedin_role", text), status=403)
    if answer.status == 426:
        text = N_("LinkedIn does not answer version {version} of its interface any more. Install a newer Answerable.")
        return ApiError("broken", Message("linkedin_version", text, {"version": VERSION}), status=426)
    if answer.status == 429:
        text = N_("LinkedIn answers no more questions today. It goes on after midnight (UTC).")
        until = next_midnight("UTC", datetime.now(UTC))
        return ApiError("parked", Message("linkedin_quota", text), until=until, status=429)
    return None
