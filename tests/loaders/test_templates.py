"""Templates: what is downloaded is what is read, in every language and kind of file, and the docs say the same."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import func, select

from data.schema import account_day, comment, post, site, site_day
from data.store import open_store
from loaders.__main__ import main
from loaders.files import formats, read_files
from loaders.files.reading.headers import Header, normalise
from loaders.records import Batch
from loaders.templates import LANGUAGES, MARK, TEMPLATES, Template
from loaders.templates.describing import columns_table
from loaders.templates.writing import as_csv, as_xlsx
from metrics.periods import to_day

DOCS = Path(__file__).parents[2] / "docs" / "fill-a-template.md"
SAMPLES = Path(__file__).parents[1] / "samples" / "templates"
MAKERS = {"csv": as_csv, "xlsx": as_xlsx}

every_template = pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
every_language = pytest.mark.parametrize("language", LANGUAGES)
every_kind = pytest.mark.parametrize("kind", MAKERS)


def read(kind: str, content: bytes) -> Batch:
    (batch,) = read_files([(f"filled.{kind}", content)])
    return batch


def records(batch: Batch) -> list[dict[str, object]]:
    frames = (batch.posts, batch.comments, batch.account_days, batch.site_days)
    return [row for frame in frames for row in frame.drop(columns="line").astype(object).to_dict("records")]


@every_template
@every_language
@every_kind
def test_the_example_is_left_out_until_it_is_made_ones_own(template: Template, language: str, kind: str) -> None:
    untouched = read(kind, MAKERS[kind](template, language))
    assert untouched.format == f"template_{template.name}"
    assert untouched.rows_read == len(template.examples) == len(untouched.rejected)
    assert {rejection.reason.code for rejection in untouched.rejected} == {"example_row"}

    mine = [row | {MARK: ""} for row in template.rows(language)]
    filled = read(kind, MAKERS[kind](template, language, mine))
    assert filled.rows_kept == filled.rows_read == len(template.examples)
    assert filled.platform == template.examples[0].get("platform", "website")
    assert filled.kind == template.kind


@every_template
def test_csv_and_excel_hold_the_same_records(template: Template) -> None:
    mine = [row | {MARK: ""} for row in template.rows("nl")]
    found = [records(read(kind, make(template, "nl", mine))) for kind, make in MAKERS.items()]
    assert repr(found[0]) == repr(found[1])
    assert found[0]


@every_template
@every_language
def test_one_format_alone_recognises_the_header(template: Template, language: str) -> None:
    header = Header(normalise(name) for name in template.header(language))
    assert [form.id for form in formats() if form.sniff(header)] == [f"template_{template.name}"]


@every_template
@every_language
def test_columns_may_change_places_and_the_optional_ones_may_go(template: Template, language: str) -> None:
    needed = [column.headers[LANGUAGES.index(language)] for column in template.columns if column.needed]
    figure = [column.headers[LANGUAGES.index(language)] for column in template.columns if column.form == "count"][:1]
    header = [normalise(name) for name in reversed([*needed, *figure])]
    assert template.recognises(header)
    for name in needed:
        assert not template.recognises([one for one in header if one != normalise(name)])


@every_template
def test_no_two_columns_have_one_name(template: Template) -> None:
    for language in LANGUAGES:
        names = [normalise(name) for name in template.header(language)]
        assert len(set(names)) == len(names)


@every_template
def test_excel_keeps_ids_and_dates_as_text_and_explains_each_column(template: Template) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(template, translate=str.upper))).worksheets[0]
    groups = sheet.column_dimensions.values()
    forms = {place: group.number_format for group in groups for place in range(group.min, group.max + 1)}
    for place, column in enumerate(template.columns, start=1):
        assert sheet.cell(1, place).comment.text.endswith(column.meaning.upper())
        assert forms[place] == ("0" if column.form == "count" else "@")
    choices = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert choices == {f'"{",".join(column.choices)}"' for column in template.columns if column.choices}


@every_template
def test_the_docs_have_the_columns(template: Template) -> None:
    text = DOCS.read_text(encoding="utf-8")
    assert f"## {template.title}\n" in text
    assert columns_table(template) in text


@every_template
@every_kind
def test_the_command_line_saves_a_template(template: Template, kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"mine.{kind}"
    assert main(["template", template.name, str(path), "--language", "nl"]) == 0
    assert read(kind, path.read_bytes()).format == f"template_{template.name}"


def test_the_command_line_refuses_other_kinds_of_files(tmp_path: Path) -> None:
    assert main(["template", "posts", str(tmp_path / "mine.ods")]) == 2
    assert main(["template", "posts", str(tmp_path / "no folder" / "mine.csv")]) == 2
    assert list(tmp_path.iterdir()) == []


def test_filled_templates_are_imported(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", store_url)
    assert main(["import", str(SAMPLES), "--department", "Sport"]) == 0
    february = account_day.c.day.between(to_day(date(2026, 2, 1)), to_day(date(2026, 2, 28)))
    with open_store(store_url).connect() as connection:
        total = select(func.sum(account_day.c.value)).where(account_day.c.metric == "impressions", february)
        assert connection.scalar(total) == 100
        assert connection.scalar(select(func.count()).select_from(post)) == 4  # one is in two files
        assert connection.scalar(select(func.count()).select_from(comment)) == 3
        hosts = select(site.c.host).join(site_day, site_day.c.site_id == site.c.id).distinct()
        assert connection.scalars(hosts).all() == ["www.waterstad.example"]
