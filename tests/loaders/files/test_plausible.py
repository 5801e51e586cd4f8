"""Plausible: the zip of its dashboard, imported figures, long periods; and documents of other tools."""

import json

from loaders.files import formats, read_files
from tests.loaders.files.sample_exports import codes, figures, reasons, sample


def test_the_zip_of_plausible_names_the_site_and_an_empty_day_is_missing() -> None:
    name = "plausible/Plausible export www.waterstad.example 2026-03-02 to 2026-03-05.zip"
    days, *others = sample(name)
    assert set(days.site_days["site"]) == {"www.waterstad.example"}
    assert set(days.site_days["date"]) == {"2026-03-02", "2026-03-03", "2026-03-04"}  # the fifth is empty
    assert {batch.format for batch in others} == {"plausible_other"}
    assert sum(batch.rows_kept for batch in others) == 0


def test_a_long_period_of_plausible_has_months_and_those_are_no_days() -> None:
    (batch,) = sample("plausible/visitors_months.csv")
    assert reasons(batch) == ["not_a_day"] * 3
    assert codes(batch) == {"plausible_other"}


def test_imported_events_give_downloads() -> None:
    (batch,) = [b for b in sample("plausible/imported.zip") if b.format == "plausible_events"]
    assert figures(batch) == {"2026-03-02 downloads": 7, "2026-03-04 downloads": 1}  # 5 + 2, and 1


def test_tables_of_any_tool_with_a_name_and_visitors_are_not_plausibles() -> None:
    (batch,) = read_files([("museums.csv", b"name,visitors\nStadsmuseum,900\n")])
    assert batch.format is None


def test_other_tools_have_no_say_over_each_others_documents() -> None:
    documents = (
        {"results": [{"name": "x"}]},
        {"data": [{"id": "1", "text": "hoi"}], "meta": {"result_count": 1}},
        {"2026-03-02": {"posts": 3}},
        [{"label": "x", "value": 3}],
        {"result": "error", "message": "Unknown method"},
    )
    unfolds = [form.unfold for form in formats() if form.id.startswith(("matomo", "ga4", "plausible")) and form.unfold]
    assert [[unfold(document) for unfold in unfolds] for document in documents] == [[None] * 3] * len(documents)


def test_exports_of_before_visits_were_counted() -> None:
    text = b"date,visitors,pageviews,bounce_rate,visit_duration\n2021-05-01,12,30,55,130\n"
    (batch,) = read_files([("visitors.csv", text)])
    assert figures(batch) == {"2021-05-01 visitors": 12, "2021-05-01 page_views": 30}


def test_downloads_stand_beside_the_days_of_their_own_website() -> None:
    def answer(site: str, metrics: list[str], results: list[list[object]]) -> dict[str, object]:
        dimensions = ["time:day", "event:goal"] if metrics == ["events"] else ["time:day"]
        query = {"site_id": site, "metrics": metrics, "dimensions": dimensions}
        return {
            "results": [
                {"dimensions": [day, "File Download"][: len(dimensions)], "metrics": [n]} for day, n in results
            ],
            "query": query,
        }

    days = [answer(site, ["visitors"], [["2026-03-02", 8], ["2026-03-03", 9]]) for site in ("a.example", "b.example")]
    (batch,) = read_files(
        [("a.json", json.dumps([*days, answer("b.example", ["events"], [["2026-03-02", 3]])]).encode())]
    )
    found = batch.site_days[batch.site_days["metric"] == "downloads"]
    assert found[["site", "date", "value"]].values.tolist() == [["b.example", "2026-03-02", 3.0]]
    for nothing in (None, answer("a.example", ["events"], [])):  # no such goal, or no download in these days
        (batch,) = read_files([("a.json", json.dumps([days[0], nothing]).encode())])
        assert figures(batch) == {"2026-03-02 visitors": 8, "2026-03-03 visitors": 9}
