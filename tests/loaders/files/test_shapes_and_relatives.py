"""Plausible relatives of known exports that must not be taken for them, and known ones in a less usual shape."""

import io

import pytest
from openpyxl import Workbook

from loaders.files import read_files
from tests.loaders.files.sample_exports import codes, one, utc

META = "Post ID;Page ID;Page name;Description;Publish time;Permalink;Post type;Reach;Reactions\n"
LINKEDIN = "Date;Impressions (total);Clicks (total);Reactions (total);Comments (total);Reposts (total)\n"
POSTS = "Post title;Post link;Created date;Impressions;Likes\n"
TIMES_IN_THE_EVENING = ["2/28/2025 10:01 PM", "2/28/2025 10:01:30 PM", "2025/02/28 22:01", "2/28/25 22:01"]


@pytest.mark.parametrize(
    "text",
    [
        "Top cities\nCity,Users\nAmsterdam,5\n",
        "Top landbouwsubsidies\nNaam;Bedrag\nJan;5\n",
        "Top pages\nPage,Title,Score\n/,Home,5\n",
        "Leeftijd en geslacht\nWijk;Mannen;Vrouwen\nNoord;5;6\n",
        "Bevolking naar leeftijd en geslacht\nWijk;Mannen;Vrouwen\nNoord;5;6\n",
        "Page total likes;Type;Post Month;Lifetime Post Total Reach;like\n139441;Photo;12;2752;79\n",
        "Date,Impressions (total),Clicks (total),Cost\n2024-01-01,5,6,7\n",
        "Post id,Date,Text,Link\n1,2024-01-01,hallo,https://x.com/a/status/1\n",
        "Post ID,Post title,Publish time,Permalink,Author\n1,Hallo,2024-01-01 10:00,https://w.example/1,Jan\n",
    ],
)
def test_a_table_of_another_tool_is_not_known(text: str) -> None:
    assert one("export.csv", text).format is None


def test_an_export_of_a_period_without_posts_is_known_and_refused() -> None:
    batch = one("Visits.csv", 'sep=,\n"Facebook visits"\n"Date","Primary"\n'.encode("utf-16"))
    assert batch.error is not None
    assert (batch.error.code, batch.format, batch.kind, batch.platform) == (
        *("header_only", "meta_page_days", "account_days", "facebook"),
    )


def test_a_workbook_without_a_cell_is_refused() -> None:
    target = io.BytesIO()
    Workbook().save(target)
    (batch,) = read_files([("empty.xlsx", target.getvalue())])
    assert batch.error is not None
    assert batch.error.code == "empty_file"


def test_a_pasted_export_brings_its_byte_order_mark_along() -> None:
    text = '"Post ID",Page ID,Page name,Publish time,Permalink\n{},1,Waterstad,02/28/2025 22:01,https://fb.example\n'
    batch = one("two.csv", "\ufeff" + text.format(7) + "\ufeff" + text.format(8))
    assert (batch.rows_read, batch.rows_kept) == (2, 2)


@pytest.mark.parametrize("written", TIMES_IN_THE_EVENING)
def test_times_that_a_spreadsheet_wrote_back(written: str) -> None:
    batch = one("posts.csv", META + f"7;1;Waterstad;Hoi;{written};https://fb.example/7;Photos;5;1\n")
    assert utc(batch.posts) == ["2025-03-01 06:01"]


def test_a_series_that_a_european_spreadsheet_saved_has_its_own_days() -> None:
    days = [f"{day:02}/01/2025" for day in range(1, 32)]
    batch = one("days.csv", LINKEDIN + "".join(f"{day};{i};1;1;1;1\n" for i, day in enumerate(days)))
    figures = batch.account_days[batch.account_days["metric"] == "impressions"].set_index("date")["value"]
    assert (batch.rows_kept, figures["2025-01-02"], figures["2025-01-12"]) == (31, 1, 11)


def test_posts_that_a_european_spreadsheet_saved_agree_with_their_ids() -> None:
    ids = {"05/02/2025": 7292874601267200000, "14/02/2025": 7296136092057600000}  # 5 and 14 February, 12:00
    rows = "".join(f"Hoi;https://www.linkedin.com/feed/update/urn:li:share:{i};{day};5;1\n" for day, i in ids.items())
    batch = one("posts.csv", POSTS + rows)
    assert utc(batch.posts) == ["2025-02-05 12:00", "2025-02-14 12:00"]
    assert "day_disagrees" not in codes(batch)


def test_empty_cells_that_an_xml_workbook_leaves_out_are_not_lacking() -> None:
    rows = [["Date", "Sponsored followers", "Organic followers", "Total followers"], ["01/14/2025", "1", "2"]]
    cells = "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row) + "</Row>"
        for row in [*rows, ["01/15/2025", "1", "2", "3"]]
    )
    namespace = "urn:schemas-microsoft-com:office:spreadsheet"
    book = (
        f'<?xml version="1.0"?><Workbook xmlns="{namespace}" xmlns:ss="{namespace}"><Worksheet ss:Name="New followers">'
    )
    batch = one("w_followers_1742193384396.xls", f"{book}<Table>{cells}</Table></Worksheet></Workbook>")
    assert (batch.format, batch.rows_read) == ("linkedin_followers", 2)
    assert "short_rows" not in codes(batch)


@pytest.mark.parametrize("header", ["Post id,Date,Post Link,Bookmarks,Likes", "Post id,Date,Post text,Post Link,Likes"])
def test_content_of_x_premium_with_few_columns(header: str) -> None:
    cells = {"Post id": "1800000000000000000", "Date": '"Mon, Jun 10, 2024"', "Post text": "Hoi", "Bookmarks": "2"}
    cells |= {"Post Link": "https://x.com/waterstad/status/1800000000000000000", "Likes": "3"}
    batch = one("content.csv", header + "\n" + ",".join(cells[name] for name in header.split(",")) + "\n")
    assert batch.format == "x_premium_posts"
    assert utc(batch.posts)[0].startswith("2024-06-10 ")
    assert batch.posts["likes"].tolist() == [3]


def test_instagram_in_italian_and_swedish() -> None:
    italian = (
        "ID del post,ID account,Nome utente dell'account,Descrizione,Orario di pubblicazione,Permalink,Tipo di post,"
        "Visualizzazioni,Copertura,Mi piace,Commenti,Condivisioni,Salvataggi,Follow\n"
    )
    swedish = (
        "Publicerings-id,Konto-id,Kontots användarnamn,Beskrivning,Publiceringstid,Permalänk,Inläggstyp,"
        "Visningar,Räckvidd,Gilla-markeringar,Kommentarer,Delningar,Sparade objekt,Följer\n"
    )
    row = "7,1,waterstad,Hej,02/28/2025 22:01,https://www.instagram.com/waterstad,IG image,1,2,3,4,5,6,7\n"
    names = ["impressions", "reach", "likes", "comments", "shares", "saves", "followers_gained"]
    for header in (italian, swedish):
        batch = one("ig.csv", header + row)
        assert batch.format == "meta_instagram_content"
        assert batch.posts[names].iloc[0].tolist() == [1, 2, 3, 4, 5, 6, 7]
