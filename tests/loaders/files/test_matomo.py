"""Matomo: days, weeks, files without a date, downloads in folders, and answers of its reporting interface."""

import json

import pytest

from tests.loaders.files.sample_exports import codes, figures, one, reasons, sample

RAW = "nb_uniq_visitors,nb_visits,nb_actions,bounce_rate"


def test_matomo_writes_utf_16_and_a_day_without_visits_is_absent_not_zero() -> None:
    text = f"date,{RAW}\n2026-03-02,812,940,2310,43%\n2026-03-04,0,0,0,0%\n"
    batch = one("Export.csv", b"\xff\xfe" + text.encode("utf-16-le"))
    assert figures(batch) == {
        "2026-03-02 visitors": 812,
        "2026-03-02 visits": 940,
        "2026-03-04 visitors": 0,
        "2026-03-04 visits": 0,
    }


@pytest.mark.parametrize(
    "header",
    [
        "Date,Unique visitors,Visits,Pageviews,Downloads",
        "Datum,Unieke bezoekers,Bezoeken,Paginaweergaven,Downloads",
        "Datum,Eindeutige Besucher,Besuche,Seitenansichten,Downloads",
        "Date,Visiteurs uniques,Visites,Vues de page,Téléchargements",
        "Fecha,Visitantes únicos,Visitas,Páginas vistas,Descargas",
        "Ημερομηνία,Μοναδικοί επισκέπτες,Επισκέψεις,Προβολές σελίδων,Λήψεις",
    ],
)
@pytest.mark.parametrize("mark", [",", ";"])
def test_matomo_in_six_languages(header: str, mark: str) -> None:
    text = f"{header}\n2026-03-02,812,940,2310,31\n".replace(",", mark)
    batch = one("Export.csv", text)
    assert batch.format == "matomo_days"
    values = dict(zip(("visitors", "visits", "page_views", "downloads"), (812, 940, 2310, 31), strict=True))
    assert figures(batch) == {f"2026-03-02 {metric}": value for metric, value in values.items()}


def test_of_two_columns_for_visits_and_hits_the_smaller_is_visits() -> None:
    batch = one("e.csv", "Fecha,Visitantes únicos,Visitas,Visitas\n2026-03-02,812,2200,940\n2026-03-03,3,9,4\n")
    assert figures(batch)["2026-03-02 visits"] == 940
    assert figures(batch)["2026-03-03 visits"] == 4


def test_a_single_column_that_can_be_hits_is_left_out_unless_visitors_stand_beside_it() -> None:
    (batch,) = sample("matomo/export_es.csv")
    assert codes(batch) == {"visits_or_hits"}
    assert not batch.site_days["metric"].isin(["visits"]).any()


def test_weeks_and_months_are_no_days_but_a_range_of_one_day_is() -> None:
    (batch,) = sample("matomo/weeks.csv")
    assert reasons(batch) == ["not_a_day"] * 3
    assert figures(batch) == {"2026-03-09 visitors": 801, "2026-03-09 visits": 930}


def test_days_in_words_are_days() -> None:
    text = 'Datum,Unieke bezoekers,Bezoeken\n"maandag 2 maart 2026",812,940\n"2 - 8 maart 2026",1,1\n'
    batch = one("e.csv", text)
    assert figures(batch) == {"2026-03-02 visitors": 812, "2026-03-02 visits": 940}
    assert reasons(batch) == ["unreadable_date"]


def test_a_file_of_weeks_alone_says_what_to_export() -> None:
    batch = one("e.csv", f'date,{RAW}\n"2026-03-02,2026-03-08",1,2,3,4%\n')
    assert (batch.rows_kept, codes(batch)) == (0, {"matomo_other"})


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Export _ Visits Summary _ Friday, March 6, 2026.csv", "2026-03-06"),
        ("Exporteren _ Bezoekersoverzicht _ vrijdag 6 maart 2026 (1).csv", "2026-03-06"),
        ("Export _ Besucher _ Freitag, 6. März 2026.csv", "2026-03-06"),
        ("Exportar _ Resumen _ viernes, 6 de marzo de 2026.csv", "2026-03-06"),
        ("Export _ Visits Summary _ 2026-03-06.csv", "2026-03-06"),
        ("Export _ Visits Summary _ March 2026.csv", None),
        ("Export _ Visits Summary _ 2 - 8 March 2026.csv", None),
        ("Export _ Visits Summary _ 2026-03-02,2026-03-08.csv", None),
        ("export.csv", None),
    ],
)
def test_a_file_without_dates_is_of_the_day_in_its_name(name: str, day: str | None) -> None:
    batch = one(name, f"{RAW}\n655,702,1602,44%\n")
    assert batch.format == "matomo_days"
    assert set(batch.site_days["date"]) == ({day} if day else set())
    assert codes(batch) == (set() if day else {"matomo_other"})


def test_an_empty_day_of_an_answer_is_missing() -> None:
    (batch,) = sample("matomo/visits.json")
    assert reasons(batch) == ["no_figures"]
    assert figures(batch)["2026-03-02 visits"] == 940  # as text in the file


def test_downloads_are_those_of_files_and_folders_do_not_count_again() -> None:
    expected = {"2026-03-02 downloads": 6, "2026-03-04 downloads": 1}
    assert figures(*sample("matomo/downloads.json")) == expected
    assert figures(*sample("matomo/downloads.csv")) == expected
    assert figures(*sample("matomo/downloads.xml")) == {"2026-03-02 downloads": 6}


def test_folders_of_downloads_without_addresses_are_known_by_their_labels() -> None:
    text = "date,label,nb_visits,nb_uniq_downloads,nb_downloads\n2026-03-02,a.example,5,5,6\n"
    rows = "2026-03-02,a.example/plan.pdf,4,4,4\n2026-03-02,a.example/kaart.zip,2,2,2\n2026-03-03,b.example,7,7,7\n"
    assert figures(one("e.csv", text + rows)) == {"2026-03-02 downloads": 6, "2026-03-03 downloads": 7}


def test_links_to_other_sites_look_like_downloads_but_are_none() -> None:
    header = "date,label,nb_visits,nb_hits,url\n"
    batch = one("e.csv", header + "2026-03-02,veiligheid.example/hulp,4,4,https://veiligheid.example/hulp\n")
    assert (batch.rows_kept, codes(batch)) == (0, {"matomo_other"})


def test_a_scheduled_report_says_once_of_which_site_and_day_its_tables_are() -> None:
    summary, country, downloads = sample("matomo/scheduled_report.csv")
    assert figures(summary) == {"2026-03-06 visitors": 655, "2026-03-06 visits": 702}
    assert (country.format, country.rows_kept) == ("matomo_other", 0)
    assert figures(downloads) == {"2026-03-06 downloads": 7}
    assert {*summary.site_days["site"], *downloads.site_days["site"]} == {"Waterstad"}


def test_answers_of_several_sites_keep_them_apart() -> None:
    day = {"2026-03-02": {"nb_visits": 4, "nb_uniq_visitors": 3}}
    batch = one("all.json", json.dumps({"1": day, "2": day}))
    assert batch.site_days["site"].tolist() == ["1", "1", "2", "2"]
