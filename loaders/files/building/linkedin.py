"""What the sheets of a LinkedIn page export share: the page and the moment of export in the file's name."""

import re

_FILE = re.compile(r"^(?P<page>.+)_content_(?P<ms>\d{13})\b")


def page_of_file(file_name: str) -> str:
    """The page's name in its address.

    >>> page_of_file("my-town_content_1742193384396.xls")
    'my-town'
    """
    match = _FILE.match(file_name)
    return match["page"] if match else ""


def exported_at(file_name: str) -> int | None:
    """When LinkedIn made the file, in seconds since 1970.

    >>> exported_at("my-town_content_1742193384396.xls")
    1742193384
    """
    match = _FILE.match(file_name)
    return int(match["ms"]) // 1000 if match else None
