"""What the exports of LinkedIn share: the page and the moment of export in a file's name, and posts in links."""

import re

import pandas as pd

from loaders.files.building.patterns import groups

_FILE = re.compile(
    r"^(?P<page>.+)_(?P<kind>content|followers|visitors|competitor_analytics|competitors)_(?P<ms>\d{13})(?!\d)",
    re.IGNORECASE,
)
_PERSON = (
    re.compile(r"^content_\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d_(?P<person>[^.]+?)(?: \(\d+\))?\.\w+$", re.IGNORECASE),
    re.compile(r"^aggregateanalytics_(?P<person>[^.]+?)_\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d", re.IGNORECASE),
)
_POST = r"(?:urn(?::|%3A)li(?::|%3A)|-)(?P<kind>activity|share|ugcPost)(?::|%3A|-)(?P<id>\d{5,20})"


def page_of_file(file_name: str) -> str:
    """The page's name in its address.

    >>> page_of_file("my-town_content_1742193384396.xls"), page_of_file("my-town_followers_1742193384396 (1).xls")
    ('my-town', 'my-town')
    """
    match = _FILE.match(file_name)
    return match["page"] if match else ""


def kind_of_file(file_name: str) -> str:
    """What a page's file is about: content, followers, visitors or competitor_analytics; "" when its name is another.

    >>> kind_of_file("my-town_competitor_analytics_1742193384396.xlsx"), kind_of_file("export.xlsx")
    ('competitor_analytics', '')
    """
    match = _FILE.match(file_name)
    return match["kind"].lower() if match else ""


def exported_at(file_name: str) -> int | None:
    """When LinkedIn made the file, in seconds since 1970.

    >>> exported_at("my-town_content_1742193384396.xls")
    1742193384
    """
    match = _FILE.match(file_name)
    return int(match["ms"]) // 1000 if match else None


def person_of_file(file_name: str) -> str:
    """The account in the name of a file that LinkedIn makes for a person, such as a mayor.

    >>> person_of_file("Content_2023-08-06_2024-08-05_MayorOfMyTown.xlsx"), person_of_file("export.xlsx")
    ('MayorOfMyTown', '')
    """
    return next((match["person"] for pattern in _PERSON if (match := pattern.match(file_name))), "")


def post_ids(links: "pd.Series[str]") -> "pd.Series[str]":
    """The id of each post from its link, in one spelling; a link without one is its own id.

    >>> post_ids(pd.Series(["https://www.linkedin.com/posts/town_bridge-activity-7300000000000000000-aB1c"])).tolist()
    ['urn:li:activity:7300000000000000000']
    """
    found = groups(links, _POST)
    urns = "urn:li:" + found["kind"] + ":" + found["id"]
    return urns.mask(found["id"] == "", links).astype("str")
