"""Every made-up export in `tests/samples`, read as a whole: which format, and what became of each row."""

import pytest

from loaders.files import formats, read_files
from loaders.files.reading.headers import normalise
from loaders.files.reading.opening import open_tables
from loaders.files.reading.table import Table
from loaders.records import Batch
from tests.loaders.files.sample_exports import SAMPLES

LINKEDIN = "linkedin/gemeente-waterstad_content_1741680000000"
ZIP = "youtube/Content 2024-08-01_2024-09-05 Gemeente Waterstad.zip"

# file: format, rows read, kept, rejected, duplicates
EXPECTED = {
    "meta_facebook/Jan-14-2025_Apr-14-2025_1396269028400001.csv": ("meta_facebook_content", 16, 14, 1, 1),
    "meta_facebook/csv_in_csv.csv": ("meta_facebook_content", 4, 4, 0, 0),
    "meta_facebook/early_2024_minutes_are_months.csv": ("meta_facebook_content", 6, 6, 0, 0),
    "meta_facebook/en_gb_views_twice.csv": ("meta_facebook_content", 4, 4, 0, 0),
    "meta_facebook/es.csv": ("meta_facebook_content", 3, 3, 0, 0),
    "meta_facebook/fr.csv": ("meta_facebook_content", 3, 3, 0, 0),
    "meta_facebook/nl.csv": ("meta_facebook_content", 3, 3, 0, 0),
    "meta_facebook/pt.csv": ("meta_facebook_content", 3, 3, 0, 0),
    "meta_facebook/sv.csv": ("meta_facebook_content", 3, 3, 0, 0),
    "meta_facebook/resaved_by_excel.csv": ("meta_facebook_content", 4, 4, 0, 0),
    "meta_facebook/videos.csv": ("meta_facebook_videos", 3, 3, 0, 0),
    "meta_instagram/2023_minutes_are_months.csv": ("meta_instagram_content", 5, 5, 0, 0),
    "meta_instagram/Oct-01-2025_Nov-30-2025_1396269028400002.csv": ("meta_instagram_content", 9, 9, 0, 0),
    "meta_instagram/es.csv": ("meta_instagram_content", 3, 3, 0, 0),
    "meta_instagram/nl.csv": ("meta_instagram_content", 3, 3, 0, 0),
    "meta_instagram/pt.csv": ("meta_instagram_content", 3, 3, 0, 0),
    "x_analytics/tweet_activity_metrics_gem_waterstad_20220301_20220401_nl.csv": ("x_analytics_posts", 5, 4, 1, 0),
    "x_analytics/daily_tweet_activity_metrics_gem_waterstad_20220301_20220401_nl.csv": (
        "x_analytics_days",
        31,
        31,
        0,
        0,
    ),
    "x_premium/account_analytics_content_2026-07-06_2026-08-02.csv": ("x_premium_posts", 6, 6, 0, 0),
    "x_premium/variant_crlf.csv": ("x_premium_posts", 6, 6, 0, 0),
    "x_premium/account_overview_analytics.csv": ("x_premium_days", 28, 28, 0, 0),
    f"{LINKEDIN}.xls!Metrics": ("linkedin_days", 10, 10, 0, 0),
    f"{LINKEDIN}.xls!All posts": ("linkedin_posts", 5, 5, 0, 0),
    f"{LINKEDIN}.xlsx!Metrics": ("linkedin_days", 10, 10, 0, 0),
    f"{LINKEDIN}.xlsx!All posts": ("linkedin_posts", 5, 5, 0, 0),
    "linkedin/es_content_1741680000001.xlsx!Indicadores": ("linkedin_days", 3, 3, 0, 0),
    "linkedin/es_content_1741680000001.xlsx!Todas las publicaciones": ("linkedin_posts", 2, 2, 0, 0),
    f"{ZIP}!Chart data.csv": ("youtube_chart", 5, 0, 5, 0),
    f"{ZIP}!Table data.csv": ("youtube_content", 6, 5, 1, 0),
    f"{ZIP}!Totals.csv": ("youtube_totals", 5, 0, 5, 0),
    "youtube/Dados da tabela.csv": ("youtube_content", 3, 3, 0, 0),
    "youtube/Tabellendaten.csv": ("youtube_content", 4, 4, 0, 0),
    "youtube/by_geography.csv": ("youtube_audience", 3, 0, 3, 0),
    "templates/sjabloon-berichten.csv": ("template_posts", 9, 3, 5, 1),
    "templates/sjabloon-berichten_excel.csv": ("template_posts", 2, 2, 0, 0),
    "templates/sjabloon-maanden.csv": ("template_monthly", 1, 1, 0, 0),
    "templates/sjabloon-website-per-dag.xlsx!site_days": ("template_site_days", 3, 2, 1, 0),
    "templates/template-account-days.csv": ("template_account_days", 5, 2, 3, 0),
    "templates/template-comments.xlsx!comments": ("template_comments", 9, 3, 5, 1),
    "templates/template-months.csv": ("template_monthly", 5, 2, 3, 0),
}


def everything() -> list[Batch]:
    files = sorted(path for path in SAMPLES.rglob("*") if path.is_file() and "other" not in path.parts)
    return read_files((str(path.relative_to(SAMPLES)), path.read_bytes()) for path in files)


BATCHES = {batch.file: batch for batch in everything()}


def test_every_sample_has_an_expectation() -> None:
    assert set(BATCHES) == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_what_became_of_the_rows(name: str) -> None:
    batch = BATCHES[name]
    rejected = len({rejection.row for rejection in batch.rejected})
    assert (batch.format, batch.rows_read, batch.rows_kept, rejected, batch.duplicates) == EXPECTED[name]


@pytest.mark.parametrize("batch", BATCHES.values(), ids=BATCHES)
def test_the_account_of_rows_adds_up(batch: Batch) -> None:
    days = batch.account_days["line"].nunique() + batch.site_days["line"].nunique()
    assert batch.rows_kept == len(batch.posts) + len(batch.comments) + days
    assert batch.error is None


def test_each_header_belongs_to_one_format() -> None:
    for path in (p for p in SAMPLES.rglob("*") if p.is_file()):
        for name, table in open_tables(str(path), path.read_bytes(), lambda header: _sniffers(header) != []):
            assert isinstance(table, Table), name
            expected = 0 if "other" in path.parts else 1
            assert len(_sniffers(table.keys)) == expected, name


def _sniffers(header: object) -> list[str]:
    return [form.id for form in formats() if header and form.sniff(header)]  # type: ignore[arg-type]


def test_formats_have_unique_ids_and_say_what_they_are() -> None:
    ids = [form.id for form in formats()]
    assert len(set(ids)) == len(ids) >= 12
    assert all(form.description for form in formats())
    assert normalise("Ge\u00adsamt") == "gesamt"
