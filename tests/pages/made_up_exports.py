"""Small exports in real shapes, all of it made up: what a tester drops into the uploader."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

File = tuple[str, bytes, str]
X_NAME = "tweet_activity_metrics_voorbeeldstad_20250701_20250801_en.csv"
_X_EPOCH = 1288834974657
_START = datetime(2025, 7, 29, 9, 0, tzinfo=UTC)
_X_POST = {
    "Tweet id": "",
    "Tweet permalink": "",
    "Tweet text": "The swimming pool is open again.",
    "time": "",
    "impressions": "120.0",
    "engagements": "9.0",
    "engagement rate": "0.075",
    "retweets": "1.0",
    "replies": "2.0",
    "likes": "3.0",
}


def table(name: str, rows: Sequence[Mapping[str, str]], delimiter: str = ",") -> File:
    """A CSV file of these rows."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return name, text.getvalue().encode(), "text/csv"


def x_posts(n: int = 3, name: str = X_NAME, first: int = 0, start: datetime = _START, **cells: str) -> File:
    """An X Analytics export by tweet of `n` posts of one account, an hour apart; `cells` replace values in each row."""
    rows = []
    for moment in (start + timedelta(hours=i) for i in range(first, first + n)):
        number = str((int(moment.timestamp() * 1000) - _X_EPOCH) << 22)  # ids of X carry the time
        link = f"https://twitter.com/voorbeeldstad/status/{number}"
        own = {"Tweet id": number, "Tweet permalink": link, "time": f"{moment:%Y-%m-%d %H:%M} +0000"}
        rows.append(_X_POST | own | cells)
    return table(name, rows)


def unknown_table(n: int = 4, name: str = "berichten.csv", **cells: str) -> File:
    """A table of posts in no known format."""
    rows = [
        {
            "geplaatst": f"{day:02}-02-2026 10:30",
            "bericht": f"Bericht {day} over het zwembad in de wijk",
            "pagina": "Voorbeeldstad",
            "likes": str(day),
            "reacties": "2",
        }
        | cells
        for day in range(13, 13 + n)
    ]
    return table(name, rows, delimiter=";")


IMAGE: File = ("foto.csv", b"\x89PNG\r\n\x1a\n" + bytes(200), "text/csv")
