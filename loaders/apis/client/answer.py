"""An answer of a server, read and checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from requests.utils import parse_header_links


@dataclass(frozen=True)
class Answer:
    """Status, headers (names in lower case) and the JSON value of the body; None where the body is no JSON.

    Its `repr` tells the status only: links in the rest can hold a token.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    data: Any = field(repr=False)

    def following(self, rel: str = "next") -> dict[str, str] | None:
        """The query of the page that a `Link` header names; never its host, which the server may choose freely.

        >>> Answer(200, {"link": '<https://elsewhere.example/x?max_id=7>; rel="next"'}, []).following()
        {'max_id': '7'}
        """
        links = parse_header_links(self.headers.get("link", ""))
        found = next((link["url"] for link in links if link.get("rel") == rel), None)
        try:
            return None if found is None else dict(parse_qsl(urlsplit(found).query))
        except ValueError:  # no address at all
            return None
