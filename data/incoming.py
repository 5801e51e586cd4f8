"""What comes in, in the shape of the tables: keys, calendar columns, one row per item.

The frames that go in have the columns of `loaders.records`, with `account_id` or `site_id` in place of the name of
the account or site, and citizens' names and texts already protected.
"""

from dataclasses import dataclass, field

import pandas as pd

from data.calendar import calendar, day_number
from data.ids import external_ids, keys
from metrics.measures import COUNTS

_CALENDAR = ["published_ts", "precision", "day", "dow", "hour", "month"]
POST_COLUMNS = [
    "id",
    "account_id",
    "external_id",
    *_CALENDAR,
    "type",
    "text",
    "permalink",
    "mentions",
    "parent_id",
    *COUNTS,
    "missing",
    "views_definition",
    "images",
    "described",
]
COMMENT_COLUMNS = [
    "post_id",
    "id",
    "parent_id",
    "account_id",
    "external_id",
    "is_own",
    "author",
    *_CALENDAR,
    "text",
    "mentions",
    "likes",
]
_GROUP = ["account_id", "dimension", "label", "metric", "day"]
AUDIENCE_COLUMNS = ["account_id", "place", "line", "day", "dimension", "label", "metric", "value"]


@dataclass(frozen=True)
class Source:
    """Where rows come from, and until which day they go.

    `covered_until` is the last day (number) that the file says anything about: after it an account is not silent but
    unknown. `exported_ts` is when the platform made the file, if known. `connection_id` is the connection that fetched
    the rows, where they come from no file.
    """

    file_name: str
    file_hash: str
    format: str
    platform: str
    kind: str
    covered_until: int
    exported_ts: int | None = None
    is_demo: bool = False
    connection_id: int | None = None

    @property
    def part(self) -> str:
        """The zip member or sheet that the rows come from; "" for a whole file."""
        return self.part_of(self.file_name)

    @staticmethod
    def part_of(file_name: str) -> str:
        """What stands after the `!` in the name of a file.

        >>> Source.part_of("export.zip!posts.csv")
        'posts.csv'
        """
        return file_name.partition("!")[2]


def _nothing() -> pd.DataFrame:
    return pd.DataFrame()


@dataclass(frozen=True)
class Rows:
    """Frames with the columns of the tables `post`, `comment`, `account_day`, `site_day` and `audience`.

    `zone` is the time zone of their calendar columns, `key` what their pseudonyms were made with, if there are any.
    """

    zone: str
    posts: pd.DataFrame = field(default_factory=_nothing)
    comments: pd.DataFrame = field(default_factory=_nothing)
    account_days: pd.DataFrame = field(default_factory=_nothing)
    site_days: pd.DataFrame = field(default_factory=_nothing)
    audience: pd.DataFrame = field(default_factory=_nothing)
    key: bytes | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to store."""
        frames = (self.posts, self.comments, self.account_days, self.site_days, self.audience)
        return all(frame.empty for frame in frames)


def posts(frame: pd.DataFrame, platform: str, zone: str) -> pd.DataFrame:
    """Posts as rows of `post`, sorted by key so that they are stored in order; of two with one key the last stays."""
    made = post_keys(_dated(frame, zone), platform)
    made["parent_id"] = _parents(frame, platform)
    if "mentions" not in made:
        made["mentions"] = None
    return _one_each(made, ["id"])[POST_COLUMNS]


def post_keys(frame: pd.DataFrame, platform: str) -> pd.DataFrame:
    """The frame with the keys of its posts: `id`, and the `external_id` that it is made of."""
    names = external_ids(platform, frame["post_id"], _texts(frame["permalink"]))
    return frame.assign(external_id=names, id=keys(platform, names, frame["account_id"]))


def comments(frame: pd.DataFrame, platform: str, zone: str) -> pd.DataFrame:
    """Comments as rows of `comment`, sorted by thread."""
    accounts = frame["account_id"]
    roots = external_ids(platform, frame["post_id"], [None] * len(frame))
    made = _dated(frame, zone).assign(
        post_id=keys(platform, roots, accounts),
        id=keys(platform, frame["comment_id"], accounts),
        external_id=frame["comment_id"],
        is_own=frame["is_own"].astype("int64"),
        parent_id=_parents(frame, platform),
    )
    return _one_each(made, ["post_id", "id"])[COMMENT_COLUMNS]


def _parents(frame: pd.DataFrame, platform: str) -> "pd.Series[int]":
    """The key of what each message answers; missing where it answers nothing."""
    parents = frame["parent_id"].fillna("")
    known = parents != ""
    found = pd.Series(pd.NA, index=frame.index, dtype="Int64")
    found[known] = keys(platform, parents[known], frame.loc[known, "account_id"])
    return found


def days(frame: pd.DataFrame, owner: str) -> pd.DataFrame:
    """Daily values as rows of `account_day` or `site_day` (`owner` is "account_id" or "site_id")."""
    made = frame.assign(day=day_number(frame["date"])).dropna(subset=["value"])
    return _one_each(made, ["day", owner, "metric"])[["day", owner, "metric", "value"]]


def audience(frame: pd.DataFrame) -> pd.DataFrame:
    """Figures of groups as rows of `audience`, in the order of the file; of two for one group the last stays."""
    dates = frame["date"].where(frame["date"] != "")
    made = frame.assign(day=pd.array([None] * len(frame), dtype="Int64")).dropna(subset=["value"])
    known = dates.loc[made.index].dropna()
    made.loc[known.index, "day"] = day_number(known)
    made = made.drop_duplicates(_GROUP, keep="last").reset_index(drop=True)
    return made.assign(place=made.index)[AUDIENCE_COLUMNS]


def _dated(frame: pd.DataFrame, zone: str) -> pd.DataFrame:
    return pd.concat([frame, calendar(frame["published_ts"], frame["precision"], zone)], axis="columns")


def _one_each(frame: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    return frame.drop_duplicates(key, keep="last").sort_values(key, ignore_index=True)


def _texts(column: "pd.Series[str]") -> list[str | None]:
    return [value if isinstance(value, str) else None for value in column]
