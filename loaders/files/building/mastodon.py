"""What archives and APIs of Mastodon share: addresses of accounts, HTML texts, and what is public."""

import numpy as np
import pandas as pd

from loaders.files.building.id_times import mastodon_status
from loaders.files.building.ids import exact, tell_disagreement
from loaders.files.building.patterns import group, groups
from loaders.files.building.rows import Mask, Rows
from loaders.files.building.times import Times

_PROFILE = r"^https?://(?P<host>[^/]+)/(?:@|users/)(?P<name>[^/@?#]+)"
_LAST = r"(?P<id>[^/?#]+)/?(?:[?#].*)?$"


def addresses(names: "pd.Series[str]", links: "pd.Series[str]") -> "pd.Series[str]":
    """Accounts as `name@server`: names that have no server get that of the link, and so does a link without a name.

    >>> addresses(pd.Series(["town", "ann@b.example", ""]), pd.Series(["https://a.example/@town/1"] * 3)).tolist()
    ['town@a.example', 'ann@b.example', 'town@a.example']
    """
    found = groups(links, _PROFILE)
    bare = names.str.removeprefix("@")
    name = bare.mask(bare == "", found["name"])
    whole = name.str.contains("@", regex=False) | (found["host"] == "") | (name == "")
    return name.where(whole, name + "@" + found["host"]).astype("str")


def last_parts(links: "pd.Series[str]") -> "pd.Series[str]":
    """The id at the end of an address; an id alone stays.

    >>> last_parts(pd.Series(["https://a.example/users/town/statuses/11", "12", ""])).tolist()
    ['11', '12', '']
    """
    return group(links, _LAST)


def checked_times(rows: Rows, times: Times, ids: "pd.Series[str]") -> Times:
    """Times checked against those inside the ids, which fill what is missing."""
    by_id = mastodon_status(ids)
    tell_disagreement(rows, times.seconds, by_id, 600)
    return times.where(np.asarray(~times.known & (by_id > 0)), exact(by_id))


def is_hidden(visibility: "pd.Series[str]") -> Mask:
    """Which messages are for followers or for some people only; "unlisted" ones are public.

    >>> is_hidden(pd.Series(["public", "unlisted", "private", "direct", ""])).tolist()
    [False, False, True, True, False]
    """
    return np.asarray(~visibility.str.casefold().isin(("", "public", "unlisted")), dtype=np.bool_)
