"""Exports of LinkedIn and YouTube: sheets, preambles, total rows, and tables that hold no posts."""

import pandas as pd
import pytest

from tests.loaders.files.sample_exports import codes, one, sample, utc

PAGE = "linkedin/gemeente-waterstad_content_1741680000000"
YOUTUBE = "youtube/Content 2024-08-01_2025-01-31 Gemeente Waterstad.zip"
VIDEOS = "Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions\n"


def test_old_and_new_excel_give_the_same() -> None:
    old, new = sample(f"{PAGE}.xls"), sample(f"{PAGE}.xlsx")
    pd.testing.assert_frame_equal(old[0].account_days, new[0].account_days)
    pd.testing.assert_frame_equal(old[1].posts, new[1].posts)


def test_page_and_moment_of_export_come_from_the_file_name() -> None:
    days, posts = sample(f"{PAGE}.xls")
    assert posts.exported_ts == days.exported_ts == 1_741_680_000
    assert posts.posts["account"].unique().tolist() == ["gemeente-waterstad"]


def test_rows_below_the_preamble_have_their_sheet_rows() -> None:
    days, posts = sample(f"{PAGE}.xlsx")
    assert posts.posts["line"].tolist() == [3, 4, 5, 6, 7]
    assert days.account_days["line"].min() == 3


def test_the_moment_of_a_post_is_in_its_link() -> None:
    posts = sample(f"{PAGE}.xls")[1].posts
    assert utc(posts)[:2] == ["2025-03-01 08:03", "2025-03-03 00:10"]
    assert set(posts["precision"]) == {"minute"}
    assert posts["type"].tolist() == ["post", "video", "image", "link", "carousel"]


def test_days_may_be_negative() -> None:
    days = sample(f"{PAGE}.xls")[0].account_days
    fourth = days[days["date"] == "2025-03-04"].set_index("metric")["value"]
    assert fourth["interactions"] == -1 + 1 + 2


def test_spanish_sheets() -> None:
    days, posts = sample("linkedin/es_content_1741680000001.xlsx")
    assert set(days.account_days["metric"]) == {"impressions", "reach", "clicks", "interactions"}
    assert posts.posts["likes"].tolist() == [0, 7]


def test_the_videos_of_a_zip() -> None:
    chart, table, totals = sample(YOUTUBE)
    assert table.posts["precision"].unique().tolist() == ["day"]
    assert utc(table.posts)[0] == "2024-08-19 00:00"
    assert table.posts["permalink"][0] == "https://youtu.be/" + table.posts["post_id"][0]
    assert table.posts["followers_gained"].tolist() == [0, -2, 2, 3, 4]
    assert table.posts["views_definition"].unique().tolist() == ["thumbnails"]
    assert [r.reason.code for r in table.rejected] == ["no_date"]  # a deleted video
    assert (chart.rows_kept, totals.rows_kept) == (0, 0)


def test_german_soft_hyphens_and_the_footer() -> None:
    batch = sample("youtube/Tabellendaten.csv")[0]
    assert batch.posts["video_views"].tolist() == [900, 901, 902, 903]
    assert batch.rejected == []


@pytest.mark.parametrize(
    ("header", "form", "kind"),
    [
        ("Geography,Views,Watch time (hours)", "youtube_audience", "audience"),
        ("Traffic source,Impressions", "youtube_audience", "audience"),
        ("Standort,Aufrufe,Wiedergabezeit (Stunden)", "youtube_audience", "audience"),
        ("Date,Views,Watch time (hours)", "youtube_audience", "audience"),
        ("Viewer age,Views (%),Watch time (hours) (%)", "youtube_audience", "audience"),
        ("Date,Views", "youtube_totals", "other"),
        ("Datum,Aufrufe", "youtube_totals", "other"),
        ("Date,Geography,Views", "youtube_chart", "other"),
        ("Date,Content,Video title,Video publish time,Views", "youtube_chart", "other"),
    ],
)
def test_tables_without_videos_say_what_to_export(header: str, form: str, kind: str) -> None:
    batch = one("Table data.csv", f"{header}\n" + "a" + ",1" * header.count(",") + "\n")
    assert (batch.format, batch.kind, batch.rows_read, batch.rows_kept) == (form, kind, 1, 0)
    (warning,) = batch.warnings
    assert "Table data" in warning.message.english()


def test_a_table_by_geography_is_kept_as_audience() -> None:
    audience = sample("youtube/by_geography.csv")[0].audience
    assert set(audience["dimension"]) == {"country"}
    views = audience[audience["metric"] == "views"]
    assert dict(zip(views["label"], views["value"], strict=True)) == {"NL": 60, "BE": 39, "LU": 0}
    hours = audience[audience["metric"] == "watch_hours"]
    assert hours["value"].tolist() == [8.1, 4.4, 0]
    assert audience["line"].min() == 3  # after the total


def test_percentages_become_shares() -> None:
    audience = sample("youtube/by_age.csv")[0].audience
    by_metric = {name: part["value"].tolist() for name, part in audience.groupby("metric")}
    assert by_metric == {"views_share": [0.125, 0.4025, 0.4725], "watch_hours_share": [0.0975, 0.41, 0.4925]}


@pytest.mark.parametrize(
    ("header", "dimension", "metrics"),
    [
        ("Standort,Aufrufe,Wiedergabezeit (Stunden)", "country", {"views", "watch_hours"}),
        ("Origem do tráfego,Visualizações,Tempo de exibição (horas)", "traffic_source", {"views", "watch_hours"}),
        ("Viewer gender,Views (%)", "gender", {"views_share"}),
        ("Device type,Views,Impressions click-through rate (%)", "device", {"views"}),
        ("Shoe size,Views,Watch time (hours)", "other", {"views", "watch_hours"}),
    ],
)
def test_what_a_table_is_by_is_read_from_its_header(header: str, dimension: str, metrics: set[str]) -> None:
    audience = one("Table data.csv", f"{header}\n" + "a" + ",1" * header.count(",") + "\n").audience
    assert set(audience["dimension"]) == {dimension}
    assert set(audience["metric"]) == metrics


def test_a_table_by_date_has_its_days() -> None:
    batch = one("Table data.csv", "Date,Views,Watch time (hours)\n2024-09-01,5,0.2\n2024-09-02,7,0.3\n")
    assert batch.audience["date"].unique().tolist() == ["2024-09-01", "2024-09-02"]
    assert (batch.rows_kept, batch.posts.empty, batch.account_days.empty) == (0, True, True)


@pytest.mark.parametrize("footer", ["Showing top 500 results", "Showing top 500 results,,,,,,,"])
def test_total_and_footer_are_not_counted(footer: str) -> None:
    text = VIDEOS + "Total,,,,9,1.2,3,4\n" + 'abcdefghijk,Brug,"Aug 19, 2011",61,9,1.2,3,4\n' + f"{footer}\n"
    batch = one("Table data.csv", text)
    assert (batch.rows_read, batch.rows_kept, codes(batch)) == (1, 1, set())
